using GaitSense.Training.Programmes;

namespace GaitSense.Training.Rules;

/// <summary>When a plan goes up or down. A clinician confirms each step.</summary>
public sealed record ProgressionNumbers
{
    /// <summary>Days that are looked at, under one version of the plan; 14 to 56.</summary>
    public required Quantity WindowDays { get; init; }

    /// <summary>Share of the planned sessions that must have been done to go up, percent, 80 to 100.</summary>
    public required Quantity DonePercent { get; init; }

    /// <summary>Largest rise of fatigue in a session with which a plan may go up, faces, 0 to 1.</summary>
    public required Quantity MaxFatigueChange { get; init; }

    /// <summary>Share of the done sessions with faces before and after, so that their fatigue is known, percent, 50 to 100.</summary>
    public required Quantity ToldPercent { get; init; }

    /// <summary>Step up of minutes, percent, 1 to 10.</summary>
    public required Quantity UpMinutesPercent { get; init; }

    /// <summary>Step up of lengths, 1.</summary>
    public required Quantity UpLengths { get; init; }

    /// <summary>Step up of tempo, points of percent, 0.5 to 2.</summary>
    public required Quantity UpTempoPercent { get; init; }

    /// <summary>Step down, percent, 20 to 80.</summary>
    public required Quantity DownPercent { get; init; }

    /// <summary>Early stops in the window that make a plan go down, 1 to 2.</summary>
    public required Quantity EarlyStops { get; init; }

    /// <summary>Sessions with a rise of fatigue of two faces that make a plan go down, 1 to 2.</summary>
    public required Quantity FatigueRises { get; init; }

    /// <summary>Days without a session after which a plan goes down when more have passed, 1 to 14.</summary>
    public required Quantity DaysAway { get; init; }
}
