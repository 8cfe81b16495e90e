using GaitSense.Core;

namespace GaitSense.Analysis;

/// <summary>Makes <see cref="SymmetryStatistics"/> from both feet's strides.</summary>
internal sealed class SymmetryBuilder
{
    /// <summary>What the intervals made here hold, for pages; the code below makes it true.</summary>
    public const string WhatIntervalsHold =
        "The intervals hold the scatter between strides and what measuring may add to every stride of one foot in the same way (how a foot lands and rolls, how its sensor sits).";

    private const string NoSharedClock = "the feet share no clock";

    private readonly WalkSteps _steps;
    private readonly List<Stride> _left;
    private readonly List<Stride> _right;
    private readonly double _clockS;
    private readonly double _ambiguityS;
    private readonly StridePairs? _pairs;

    /// <param name="steps">The walk's steps.</param>
    /// <param name="left">Left strides in time order.</param>
    /// <param name="right">Right strides in time order.</param>
    /// <param name="shared">Whether the feet share a clock; else strides cannot be paired, and what needs both feet's times is withheld.</param>
    /// <param name="clockS">Standard uncertainty of the offset between the clocks, s.</param>
    /// <param name="ambiguityS">How much earlier terminal contacts may as well be said to lie, over both feet, s.</param>
    public SymmetryBuilder(WalkSteps steps, List<Stride> left, List<Stride> right, bool shared, double clockS, double ambiguityS = 0)
    {
        (_steps, _left, _right, _clockS, _ambiguityS) = (steps, left, right, clockS, ambiguityS);
        _pairs = shared ? new StridePairs(left, right) : null;
    }

    public SymmetryStatistics Build() => new()
    {
        StrideLength = Within(s => s.LengthM, MeasuringErrors.StrideLengthM),
        StanceTime = Within(s => s.StanceTimeS, Ambiguous(MeasuringErrors.StanceTimeS)),
        SwingTime = Within(s => s.SwingTimeS, Ambiguous(MeasuringErrors.SwingTimeS)),
        StepTime = Between(s => _steps.LandingOf(s)?.StepTimeS, _clockS, MeasuringErrors.StepTimeS, opposite: true),
        StrideTime = Within(s => s.StrideTimeS, bounded: true),
        DoubleSupport = Between(s => _steps.LandingOf(s)?.DoubleSupportS, _clockS, Ambiguous(MeasuringErrors.DoubleSupportS)),
        SingleSupport = Between(_steps.SingleSupportS, 0, Ambiguous(MeasuringErrors.SwingTimeS)),
        Clearance = Within(s => s.ClearanceM, MeasuringErrors.ClearanceM),
        Speed = Within(s => s.SpeedMps, MeasuringErrors.SpeedMps(Mean(s => s.LengthM), Mean(s => s.StrideTimeS))),
        AngleAtInitialContact = Angle(s => s.AngleAtInitialContactRad, MeasuringErrors.AngleAtInitialContactDeg),
        AngleAtTerminalContact = Angle(s => s.AngleAtTerminalContactRad, MeasuringErrors.AngleAtTerminalContactDeg),
        PhaseCoordination = Phases(),
    };

    public SymmetryIndex Within(Func<Stride, double?> pick, MeasuringError error = default, bool bounded = false) => _pairs is null
        ? SymmetryIndex.Of(Pick(_left, pick), Pick(_right, pick), systematic: error.FootSystematic)
        : SymmetryIndex.OfPairs(_pairs.Of(Finite(pick)), systematic: error.FootSystematic, bounded: bounded);

    public SymmetryIndex Between(Func<Stride, double?> pick, double clockS, MeasuringError error, bool opposite = false) => _pairs is null
        ? SymmetryIndex.None(0, 0, NoSharedClock)
        : SymmetryIndex.OfPairs(_pairs.Of(Finite(pick)), clockS, error.FootSystematic, opposite);

    private MeasuringError Ambiguous(MeasuringError error) => MeasuringErrors.Ambiguous(error, _ambiguityS);

    // An angle of one sign has a size that can be compared; one that crosses zero has no ratio.
    private SymmetryIndex Angle(Func<Stride, double?> pick, MeasuringError errorDeg)
    {
        List<double> left = Pick(_left, pick), right = Pick(_right, pick);
        IEnumerable<double> all = left.Concat(right);
        return all.Any(v => v > 0) && all.Any(v => v <= 0)
            ? SymmetryIndex.None(left.Count, right.Count, "the angle is positive in some strides and negative in others: a ratio means nothing")
            : Within(s => pick(s) is { } v ? Math.Abs(v) : null, errorDeg.Systematic(Math.PI / 180));
    }

    private double? Mean(Func<Stride, double?> pick) => _left.Concat(_right).Select(Finite(pick)).Average();

    private PhaseCoordination Phases()
    {
        if (_pairs is null) return PhaseCoordination.None(0, NoSharedClock);
        if (_left.Count == 0 || _right.Count == 0) return PhaseCoordination.None(0, "one foot has no strides");
        Foot reference = _left.Average(s => s.SwingTimeS) >= _right.Average(s => s.SwingTimeS) ? Foot.Left : Foot.Right;
        List<Stride> strides = [.. (reference == Foot.Left ? _left : _right).Where(s => _steps.PhaseDeg(s) is not null)];
        return strides.Count == 0
            ? PhaseCoordination.None(0, "no landing of one foot within a stride of the other")
            : PhaseCoordination.Of([.. strides.Select(s => _steps.PhaseDeg(s)!.Value)], reference, strides.Average(s => s.StrideTimeS!.Value), _clockS);
    }

    private static Func<Stride, double?> Finite(Func<Stride, double?> pick) => s => pick(s) is { } v && double.IsFinite(v) ? v : null;

    private static List<double> Pick(List<Stride> strides, Func<Stride, double?> pick) => [.. strides.Select(Finite(pick)).Where(v => v is not null).Select(v => v!.Value)];
}
