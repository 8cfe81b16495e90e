using System.Globalization;
using GaitSense.Core;

namespace GaitSense.Analysis.Sides;

/// <summary>
/// Left and right told apart by turns. Around a bend the inner foot has the shorter way: turning by an angle a, the outer foot goes
/// (step width x a) farther. Which way the body turns is known from gravity and the gyroscopes alone, so the foot that walks the outer way
/// in left turns is the right one, whatever its sensor is called. Walking backward the bend lies on the other side.
/// </summary>
public sealed record SideCheck
{
    // A stride belongs to a bend from 15 degrees on; beyond 150 it is a pivot, and goes nowhere in particular.
    private const double MinTurnRad = 15 * Math.PI / 180;
    private const double MaxTurnRad = 150 * Math.PI / 180;
    private const double StraightRad = 10 * Math.PI / 180;

    // As sure as one wrong answer in forty; exchanging what a person said asks for more than agreeing with it.
    private const double AgreeZ = 2, SwapZ = 2.5;
    private const int FewestStrides = 3;

    /// <summary>The verdict.</summary>
    public required SideVerdict Verdict { get; init; }

    /// <summary>Mean length of strides on the outer side of bends less that on the inner side, each against the foot's straight strides, m; null without bends.</summary>
    public required double? OuterMinusInnerM { get; init; }

    /// <summary>Its standard error, m.</summary>
    public required double? StandardErrorM { get; init; }

    /// <summary>Strides in bends that were compared.</summary>
    public required int Strides { get; init; }

    /// <summary>The verdict in a sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>Judges the strides of a walk.</summary>
    internal static SideCheck Of(IEnumerable<Stride> strides)
    {
        ArgumentNullException.ThrowIfNull(strides);
        List<double> inner = [], outer = [];
        foreach (var foot in strides.Where(IsUsable).Select(s => (s.Foot, s.Direction, TurnRad: s.TurnRad!.Value, LengthM: s.LengthM!.Value)).GroupBy(s => s.Foot))
        {
            double[] straight = [.. foot.Where(s => Math.Abs(s.TurnRad) < StraightRad).Select(s => s.LengthM).Order()];
            if (straight.Length < FewestStrides) continue;
            double usual = straight[straight.Length / 2];
            foreach (var s in foot.Where(s => Math.Abs(s.TurnRad) is >= MinTurnRad and <= MaxTurnRad))
            {
                bool bendsLeft = s.TurnRad > 0 == (s.Direction == WalkingDirection.Forward);
                (bendsLeft == (s.Foot == Foot.Left) ? inner : outer).Add(s.LengthM - usual);
            }
        }

        if (inner.Count < FewestStrides || outer.Count < FewestStrides)
            return new SideCheck { Verdict = SideVerdict.CannotTell, OuterMinusInnerM = null, StandardErrorM = null, Strides = inner.Count + outer.Count, Meaning = "cannot tell: too few strides in turns" };
        double difference = outer.Average() - inner.Average();
        // Two centimetres for the length of a stride itself.
        double error = Math.Sqrt(VarianceOfMean(inner) + VarianceOfMean(outer) + (0.02 * 0.02));
        SideVerdict verdict = difference >= AgreeZ * error ? SideVerdict.AsWorn : difference <= -SwapZ * error ? SideVerdict.Swapped : SideVerdict.CannotTell;
        string numbers = string.Create(CultureInfo.InvariantCulture, $"in turns the outer foot's strides are {Math.Abs(difference):0.00} m {(difference < 0 ? "shorter" : "longer")} than the inner one's (standard error {error:0.00} m, {inner.Count + outer.Count} strides)");
        return new SideCheck
        {
            Verdict = verdict,
            OuterMinusInnerM = difference,
            StandardErrorM = error,
            Strides = inner.Count + outer.Count,
            Meaning = verdict switch
            {
                SideVerdict.AsWorn => $"as worn: {numbers}",
                SideVerdict.Swapped => $"left and right are probably exchanged: {numbers}",
                _ => $"cannot tell: {numbers}",
            },
        };
    }

    private static bool IsUsable(Stride s) =>
        s is { IsValid: true, LengthM: not null, TurnRad: not null, Direction: WalkingDirection.Forward or WalkingDirection.Backward };

    private static double VarianceOfMean(List<double> values)
    {
        double mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1.0) / values.Count;
    }
}
