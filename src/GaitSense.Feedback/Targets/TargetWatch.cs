using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Targets;

/// <summary>One target: where its band is, how the last steps were, whether it is kept.</summary>
internal sealed class TargetWatch(TargetPlan plan, Practice practice, CorrectionPlan correction, WalkSums baseline)
{
    private const int Window = 10;

    // Between "kept" and "lost" again.
    private const int LostBelow = 3;

    private int _verdicts, _count, _outside, _inside;
    private bool _hasSpoken;

    public TargetPlan Plan => plan;

    /// <summary>Whether most of the last steps were good, and since then not too many were not.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Steps that were judged, and those that were good.</summary>
    public (int Steps, int Good) Dose { get; private set; }

    /// <summary>Judges a step.</summary>
    /// <param name="value">The quantity, in the unit of the plan.</param>
    /// <param name="foot">Whose it is; null: both feet's.</param>
    /// <param name="isLeft">Whether the band has been left for long enough, on the side that words can mend.</param>
    /// <returns>Whether the step is good; null where there is no band yet.</returns>
    public bool? Judge(double value, Foot? foot, out bool isLeft)
    {
        isLeft = false;
        double scale = 1;
        if (plan.OfBaselinePercent)
        {
            if (BaselineOf(foot) is not { } own) return null;
            scale = own / 100;
        }

        double? from = plan.From * scale, to = plan.To * scale;
        bool good = !(value < from) && !(value > to);
        Dose = (Dose.Steps + 1, Dose.Good + (good ? 1 : 0));
        Remember(good);
        bool mends = MendsAbove ? value > to : value < from;
        _outside = mends ? _outside + 1 : 0;
        double margin = plan.HysteresisPercent / 100;
        bool wellInside = MendsAbove ? value <= to - (margin * Math.Abs(to ?? 0)) : value >= from + (margin * Math.Abs(from ?? 0));
        _inside = wellInside ? _inside + 1 : 0;
        if (_inside >= 2) _hasSpoken = false;
        isLeft = _outside >= correction.AfterSteps;
        return good;
    }

    /// <summary>Whether it may speak: not twice about the same, unless the first time is long ago.</summary>
    public bool MaySpeak(double sinceLastS) => !_hasSpoken || sinceLastS >= 3 * correction.EveryS;

    /// <summary>It has spoken.</summary>
    public void HasSpoken() => (_hasSpoken, _outside) = (true, 0);

    /// <summary>What is said about it.</summary>
    public string Phrase(Foot? foot) => (plan.Quantity, foot) switch
    {
        (TargetQuantity.Clearance, Foot.Right) => Phrases.LiftRight,
        (TargetQuantity.Clearance, _) => Phrases.LiftLeft,
        (TargetQuantity.FootAngleAtContact, Foot.Right) => practice == Practice.Backward ? Phrases.ReachRight : Phrases.HeelRight,
        (TargetQuantity.FootAngleAtContact, _) => practice == Practice.Backward ? Phrases.ReachLeft : Phrases.HeelLeft,
        (TargetQuantity.StrideLength, Foot.Right) => Phrases.LongerRight,
        (TargetQuantity.StrideLength, _) => Phrases.LongerLeft,
        _ => Phrases.Even,
    };

    // Uneven steps, and toes that are too high backward, are too much of something; the others too little.
    private bool MendsAbove => plan.Quantity == TargetQuantity.StepSymmetry || (plan.Quantity == TargetQuantity.FootAngleAtContact && practice == Practice.Backward);

    private double? BaselineOf(Foot? foot) => plan.Quantity switch
    {
        TargetQuantity.Clearance => baseline.ClearanceM(foot)?.Mean,
        TargetQuantity.FootAngleAtContact => baseline.AngleRad(foot)?.Mean * (180 / Math.PI),
        TargetQuantity.StrideLength => baseline.LengthM(foot)?.Mean,
        _ => null,
    };

    private void Remember(bool good)
    {
        _verdicts = ((_verdicts << 1) | (good ? 1 : 0)) & ((1 << Window) - 1);
        _count = Math.Min(_count + 1, Window);
        int goods = int.PopCount(_verdicts);
        if (_count == Window && goods >= correction.KeptOfTen) IsKept = true;
        else if (_count == Window && goods <= correction.KeptOfTen - LostBelow) IsKept = false;
    }
}
