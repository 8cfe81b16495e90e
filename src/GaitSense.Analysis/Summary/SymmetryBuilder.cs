using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Summary;

/// <summary>Makes <see cref="SymmetryStatistics"/> from both feet's strides.</summary>
internal sealed class SymmetryBuilder
{
    /// <summary>What the intervals made here hold, for pages; the code below makes it true.</summary>
    public const string WhatIntervalsHold =
        "The intervals hold the scatter between strides and what measuring may add to every stride of one foot in the same way (how a foot lands and rolls, how its sensor sits).";

    private const string NoSharedClock = "the feet share no clock";

    private readonly WalkSteps _steps;
    private readonly StrideSeries _left;
    private readonly StrideSeries _right;
    private readonly double _clockS;
    private readonly double _ambiguityS;
    private readonly StridePairs? _pairs;

    /// <param name="steps">The walk's steps.</param>
    /// <param name="left">Left strides in time order.</param>
    /// <param name="right">Right strides in time order.</param>
    /// <param name="shared">Whether the feet share a clock; else strides cannot be paired, and what needs both feet's times is withheld.</param>
    /// <param name="clockS">Standard uncertainty of the offset between the clocks, s.</param>
    /// <param name="ambiguityS">How much earlier terminal contacts may as well be said to lie, over both feet, s.</param>
    public SymmetryBuilder(WalkSteps steps, StrideSeries left, StrideSeries right, bool shared, double clockS, double ambiguityS = 0)
    {
        (_steps, _left, _right, _clockS, _ambiguityS) = (steps, left, right, clockS, ambiguityS);
        _pairs = shared ? new StridePairs(left, right) : null;
    }

    public SymmetryStatistics Build() => new()
    {
        StrideLength = Within((in s) => s.LengthM, MeasuringErrors.StrideLengthM),
        StanceTime = Within((in s) => s.StanceTimeS, Ambiguous(MeasuringErrors.StanceTimeS)),
        SwingTime = Within((in s) => s.SwingTimeS, Ambiguous(MeasuringErrors.SwingTimeS)),
        StepTime = Between((in s) => _steps.LandingOf(in s)?.StepTimeS, _clockS, MeasuringErrors.StepTimeS, opposite: true),
        StrideTime = Within((in s) => s.StrideTimeS, bounded: true),
        DoubleSupport = Between((in s) => _steps.LandingOf(in s)?.DoubleSupportS, _clockS, Ambiguous(MeasuringErrors.DoubleSupportS)),
        SingleSupport = Between(_steps.SingleSupportS, 0, Ambiguous(MeasuringErrors.SwingTimeS)),
        Clearance = Within((in s) => s.ClearanceM, MeasuringErrors.ClearanceM),
        Speed = Within((in s) => s.SpeedMps, MeasuringErrors.SpeedMps(Mean((in s) => s.LengthM), Mean((in s) => s.StrideTimeS))),
        AngleAtInitialContact = Angle((in s) => s.AngleAtInitialContactRad, MeasuringErrors.AngleAtInitialContactDeg),
        AngleAtTerminalContact = Angle((in s) => s.AngleAtTerminalContactRad, MeasuringErrors.AngleAtTerminalContactDeg),
        PhaseCoordination = Phases(),
    };

    public SymmetryIndex Within(StrideValue pick, MeasuringError error = default, bool bounded = false) => _pairs is null
        ? SymmetryIndex.Of(_left.Values(pick), _right.Values(pick), systematic: error.FootSystematic)
        : SymmetryIndex.OfPairs(_pairs.Of(pick), systematic: error.FootSystematic, bounded: bounded);

    public SymmetryIndex Between(StrideValue pick, double clockS, MeasuringError error, bool opposite = false) => _pairs is null
        ? SymmetryIndex.None(0, 0, NoSharedClock)
        : SymmetryIndex.OfPairs(_pairs.Of(pick), clockS, error.FootSystematic, opposite);

    private MeasuringError Ambiguous(MeasuringError error) => MeasuringErrors.Ambiguous(error, _ambiguityS);

    // An angle of one sign has a size that can be compared; one that crosses zero has no ratio.
    private SymmetryIndex Angle(StrideValue pick, MeasuringError errorDeg)
    {
        List<double> left = _left.Values(pick), right = _right.Values(pick);
        IEnumerable<double> all = left.Concat(right);
        return all.Any(v => v > 0) && all.Any(v => v <= 0)
            ? SymmetryIndex.None(left.Count, right.Count, "the angle is positive in some strides and negative in others: a ratio means nothing")
            : Within((in s) => pick(in s) is { } v ? Math.Abs(v) : null, errorDeg.Systematic(Math.PI / 180));
    }

    private double? Mean(StrideValue pick)
    {
        List<double> values = [.. _left.Values(pick), .. _right.Values(pick)];
        return values.Count > 0 ? values.Average() : null;
    }

    private PhaseCoordination Phases()
    {
        if (_pairs is null) return PhaseCoordination.None(0, NoSharedClock);
        if (_left.Count == 0 || _right.Count == 0) return PhaseCoordination.None(0, "one foot has no strides");
        Foot reference = _left.Values((in s) => s.SwingTimeS).Average() >= _right.Values((in s) => s.SwingTimeS).Average() ? Foot.Left : Foot.Right;
        StrideSeries strides = reference == Foot.Left ? _left : _right;
        List<double> phases = strides.Values((in s) => _steps.PhaseDeg(in s));
        return phases.Count == 0
            ? PhaseCoordination.None(0, "no landing of one foot within a stride of the other")
            : PhaseCoordination.Of(phases, reference, strides.Values((in s) => _steps.PhaseDeg(in s) is null ? null : s.StrideTimeS).Average(), _clockS);
    }
}
