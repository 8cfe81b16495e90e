using System.Globalization;

namespace GaitSense.Training.Days;

/// <summary>Which days things are written down of afterwards: a fall, a session of the paper plan.</summary>
public static class DiaryDay
{
    /// <summary>So many days back at most: a year. What is older is history, and no line of a diary.</summary>
    public const int MaxDaysBack = 366;

    /// <summary>Why a day is none; null: it may be.</summary>
    /// <param name="day">The day, where the person lives.</param>
    /// <param name="today">Today there.</param>
    public static string? WhyNot(DateOnly day, DateOnly today)
    {
        int back = today.DayNumber - day.DayNumber;
        return back < 0 ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is a day to come; what has happened has a day until today, {today:yyyy-MM-dd}")
            : back > MaxDaysBack ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is more than {MaxDaysBack} days before today, {today:yyyy-MM-dd}")
            : null;
    }
}
