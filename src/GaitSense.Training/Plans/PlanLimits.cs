namespace GaitSense.Training.Plans;

/// <summary>What no programme and no plan may exceed, whatever a file says.</summary>
public static class PlanLimits
{
    /// <summary>Weeks of a programme, at most.</summary>
    public const int MaxWeeks = 52;

    /// <summary>So many days before or after the day on which it is made a plan begins, at most: a year. One that began long ago is over, and one that begins later is none yet.</summary>
    public const int MaxDaysToBegin = 366;

    /// <summary>Sessions of one kind in a week, at most.</summary>
    public const int MaxPerWeek = 7;

    /// <summary>Minutes of walking in a session, at least.</summary>
    public const double MinMinutes = 0.5;

    /// <summary>Minutes of walking in a session, at most.</summary>
    public const double MaxMinutes = 20;

    /// <summary>Minutes of a seated rest, at most.</summary>
    public const double MaxRestMinutes = 10;

    /// <summary>Backward lengths in a session, at most.</summary>
    public const int MaxLengths = 20;

    /// <summary>Shortest path walked backward, m.</summary>
    public const double MinPathM = 2;

    /// <summary>Longest path walked backward, m.</summary>
    public const double MaxPathM = 10;

    /// <summary>Stations of a task circuit, at most.</summary>
    public const int MaxStations = 3;

    /// <summary>Tempo above or below the preferred cadence, percent, at most.</summary>
    public const double MaxTempoPercent = 10;
}
