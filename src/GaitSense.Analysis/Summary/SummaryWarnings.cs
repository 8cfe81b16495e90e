using System.Globalization;
using GaitSense.Analysis.Sensors;
using GaitSense.Analysis.Sides;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Summary;

/// <summary>What a reader must know before using a walk's numbers.</summary>
internal static class SummaryWarnings
{
    private const double MuchRejected = 0.2;
    private const double UnsureForward = 0.8;

    public static IReadOnlyList<WalkWarning> Of(WalkRecord walk, IReadOnlyDictionary<Foot, FootCounts> counts, SideCheck sides)
    {
        List<WalkWarning> warnings = [.. walk.Context.Warnings.Select(w => new WalkWarning(WarningKind.Source, w))];
        List<Foot> feet = FeetWithSamples(walk);
        if (feet.Count == 1) Add(WarningKind.Walk, $"Only the {Words.Of(feet[0])} foot has samples: no steps, no symmetry.");
        if (feet.Count == 0) Add(WarningKind.Walk, "There are no samples.");
        else if (counts.Values.All(c => c.Strides == 0)) Add(WarningKind.Walk, "No stride was found.");
        else if (counts.Values.All(c => c.Valid == 0)) Add(WarningKind.Walk, "Every stride was rejected; see the reasons.");
        else warnings.AddRange(feet.Where(f => counts[f].Valid == 0).Select(f => new WalkWarning(WarningKind.Walk, $"The {Words.Of(f)} foot has no valid stride.")));
        if (feet.Count == 2 && !walk.Context.SharedClock)
            Add(WarningKind.Clock, "The feet share no clock: step time, double support and step symmetry are withheld.");
        if (FeetTogether.Contradiction(walk) is { } contradiction) Add(WarningKind.Clock, contradiction);
        foreach (Foot foot in feet)
        {
            FootCounts c = counts[foot];
            if (c.Valid > 0 && c.Rejected > MuchRejected * c.Strides)
                Add(WarningKind.Walk, string.Create(CultureInfo.InvariantCulture, $"{c.Rejected} of {c.Strides} strides of the {Words.Of(foot)} foot were rejected."));
            MountingEstimate? last = walk.Mountings.Where(m => m.Foot == foot).Select(m => (MountingEstimate?)m).LastOrDefault();
            if (last is { IsDeclared: false, ForwardConfidence: < UnsureForward } m)
                Add(WarningKind.Walk, string.Create(
                    CultureInfo.InvariantCulture,
                    $"Which way is forward on the {Words.Of(foot)} foot was learned with confidence {m.ForwardConfidence:0.00} only: forward and backward may be exchanged."));
        }

        if (sides.Verdict == SideVerdict.Swapped) Add(WarningKind.Sides, $"Are the sensors on the wrong feet? It seems that {sides.Meaning}.");
        warnings.AddRange(SensorFindings.Of(walk.Context.Quality).Select(f => new WalkWarning(WarningKind.Sensor, SensorFaultWords.Of(in f))));
        warnings.AddRange(walk.Context.Quality.SelectMany(q => QualityWarnings(q, RejectedForClipping(walk, q.Foot))));
        return warnings;

        void Add(WarningKind kind, string text) => warnings.Add(new WalkWarning(kind, text));
    }

    public static List<Foot> FeetWithSamples(WalkRecord walk) =>
        [.. BothFeet.InOrder.Where(f => walk.Span.ContainsKey(f) || walk.Strides.Any(s => s.Foot == f) || walk.Context.Quality.Any(q => q.Foot == f && q.Samples > 0))];

    private static string AtLimit(in DataQuality q)
    {
        string accel = q.AccelEndMps2 is { } a ? string.Create(CultureInfo.InvariantCulture, $" at {a:0.0} m/s², {a / SensorFaultWords.GravityMps2:0.0} g") : "";
        string gyro = q.GyroEndRadPerS is { } w ? string.Create(CultureInfo.InvariantCulture, $" at {w:0.0} rad/s, {w * 180 / Math.PI:0} °/s") : "";
        return string.Create(CultureInfo.InvariantCulture, $"accelerometer {q.ClippedAccel}{accel}, gyroscope {q.ClippedGyro}{gyro}");
    }

    private static int RejectedForClipping(WalkRecord walk, Foot foot) => walk.Strides.Count(s => s.Foot == foot && s.RejectReason == RejectReason.Clipped);

    private static IEnumerable<WalkWarning> QualityWarnings(DataQuality q, int clippedStrides)
    {
        if (q.Health.AccelScale is null && q.RestAccelMps2 > 0 && Math.Abs(q.RestAccelMps2 - SensorFaultWords.GravityMps2) > 0.05 * SensorFaultWords.GravityMps2)
            yield return new(WarningKind.Units, string.Create(CultureInfo.InvariantCulture, $"At rest the {Words.Of(q.Foot)} accelerometer reads {q.RestAccelMps2:0.00} m/s², not 9.81: check its units and calibration."));
        if (q.ClippedAccel + q.ClippedGyro > 0 && clippedStrides > 0)
            yield return new(WarningKind.Range, string.Create(CultureInfo.InvariantCulture, $"The {Words.Of(q.Foot)} sensor was at its limit in {q.ClippedAccel + q.ClippedGyro} samples ({AtLimit(q)}); {clippedStrides} of its strides lost too much by it and were rejected: use a sensor or a setting with a wider range."));
        else if (SensorFindings.Clips(in q))
            yield return new(WarningKind.Range, string.Create(CultureInfo.InvariantCulture, $"The {Words.Of(q.Foot)} sensor was at its limit in {q.ClippedAccel + q.ClippedGyro} samples ({AtLimit(q)}): it clips, and fast movements may be cut; use a wider range."));
        if (q.Impossible > 0)
            yield return new(WarningKind.Walk, string.Create(CultureInfo.InvariantCulture, $"{q.Impossible} samples of the {Words.Of(q.Foot)} foot cannot be (an acceleration of zero on all axes, or numbers beyond any sensor's range) and count as missing."));
        if (q.OutOfOrder > 0)
            yield return new(WarningKind.Walk, string.Create(CultureInfo.InvariantCulture, $"{q.OutOfOrder} samples of the {Words.Of(q.Foot)} foot came out of order and were skipped."));
    }
}
