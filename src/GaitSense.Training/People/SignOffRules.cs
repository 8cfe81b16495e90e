namespace GaitSense.Training.People;

/// <summary>For how long a sign-off holds.</summary>
public static class SignOffRules
{
    /// <summary>Days, the first included: as long as one for walking backward holds (clinic.md, section 3).</summary>
    public const int MostDays = 14;

    private const int DaysOfNotice = 3;

    /// <summary>Why a sign-off cannot hold until a day; null: it can.</summary>
    /// <param name="from">Its first day.</param>
    /// <param name="until">Its last.</param>
    public static string? WhyNot(DateOnly from, DateOnly until) =>
        until >= from && until < from.AddDays(MostDays) ? null : FormattableString.Invariant($"a sign-off holds for 1 to {MostDays} days from today");

    /// <summary>Whether a sign-off that holds ends within three days.</summary>
    public static bool EndsSoon(SignOff signOff, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(signOff);
        return signOff.Until >= today && signOff.Until < today.AddDays(DaysOfNotice);
    }
}
