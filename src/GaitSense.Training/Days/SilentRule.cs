using GaitSense.Training.People;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Days;

/// <summary>Who was not heard of: a plan goes on, and no session came for more than a week.</summary>
public static class SilentRule
{
    private const int Days = 7;

    /// <summary>Whether a person is silent.</summary>
    /// <param name="person">The person.</param>
    /// <param name="plan">The plan of today; null: none.</param>
    /// <param name="last">The day of the last session; null: none yet.</param>
    /// <param name="today">Today, where the person lives.</param>
    public static bool IsSilent(Person person, Plan? plan, DateOnly? last, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.Status != PersonStatus.Active || plan is null) return false;
        DateOnly heard = last is { } day && day > plan.From ? day : plan.From;
        return today.DayNumber - heard.DayNumber > Days;
    }
}
