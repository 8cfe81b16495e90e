using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Walks;

namespace GaitSense.Analysis.Summary;

/// <summary>The turns of a walk (turns.csv), angles and rates without their sign.</summary>
public sealed record TurnStatistics
{
    /// <summary>How many there are.</summary>
    public required int Turns { get; init; }

    /// <summary>Turns to the left.</summary>
    public required int Left { get; init; }

    /// <summary>Turns to the right.</summary>
    public required int Right { get; init; }

    /// <summary>Change of heading, degrees.</summary>
    public required Statistic AngleDeg { get; init; }

    /// <summary>First release into a turning swing to the last landing of one, s.</summary>
    public required Statistic DurationS { get; init; }

    /// <summary>Greatest rate of turning over one stride, degrees/s.</summary>
    public required Statistic PeakRateDegps { get; init; }

    /// <summary>Landings in a turn.</summary>
    public required Statistic Steps { get; init; }

    // Turns are few: three give an interval, if a wide one.
    private const int MinTurns = 3;

    internal static TurnStatistics Of(IReadOnlyList<WalkTurn> turns)
    {
        const double Degrees = 180 / Math.PI;
        return new TurnStatistics
        {
            Turns = turns.Count,
            Left = turns.Count(t => t.AngleRad > 0),
            Right = turns.Count(t => t.AngleRad < 0),
            AngleDeg = Of(t => Math.Abs(t.AngleRad) * Degrees, "deg"),
            DurationS = Of(t => t.DurationS, "s"),
            PeakRateDegps = Of(t => t.PeakRateRadPerS * Degrees, "deg/s"),
            Steps = Of(t => t.Steps, "steps"),
        };

        Statistic Of(Func<WalkTurn, double?> pick, string unit) => Describe.Values([.. turns.Select(pick).OfType<double>()], unit, MinTurns);
    }
}
