using GaitSense.Training.Programmes;

namespace GaitSense.Training.Rules;

/// <summary>What the gates of a day go by. A file may make them stricter, never laxer.</summary>
public sealed record GateNumbers
{
    /// <summary>Days after a relapse without walking backward, and without any session until somebody has ended the pause; 30 to 365.</summary>
    public required Quantity RelapseDays { get; init; }

    /// <summary>Falls in the window from which backward practice belongs in the clinic, 1 to 2.</summary>
    public required Quantity Falls { get; init; }

    /// <summary>The window of falls, months, 6 to 24.</summary>
    public required Quantity FallsMonths { get; init; }

    /// <summary>Disease steps from which backward practice belongs in the clinic, 0 to 6.</summary>
    public required Quantity ClinicOnlyDiseaseSteps { get; init; }

    /// <summary>Longest validity of a sign-off for walking backward at home, days, 1 to 14.</summary>
    public required Quantity SignOffDays { get; init; }

    /// <summary>Share of the dose on a warm day, 0.1 to 0.5.</summary>
    public required Quantity WarmShare { get; init; }

    /// <summary>Minutes between rests on a warm day, 0.5 to 2.</summary>
    public required Quantity WarmBoutMinutes { get; init; }

    /// <summary>Rest on a warm day, minutes, 2 to 10.</summary>
    public required Quantity WarmRestMinutes { get; init; }

    /// <summary>Days after which the fall diary is asked again, 1 to 7.</summary>
    public required Quantity FallDiaryDays { get; init; }
}
