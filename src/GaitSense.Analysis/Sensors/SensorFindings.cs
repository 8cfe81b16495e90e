using System.Globalization;
using GaitSense.Core;

namespace GaitSense.Analysis.Sensors;

/// <summary>The faults of a walk's sensors, both feet seen together: two sensors of one kind have the same filters, so a small delay that both show is none of a foot's own oddities.</summary>
public static class SensorFindings
{
    // Of recorded walks that are well, 9 of 10 show less than 8 ms with both feet; a gyroscope 20 ms late shows more than 12.
    private const double TogetherS = 0.011, EachS = 0.004, Surely = 2;

    // So late, a gyroscope costs 3 % of length.
    private const double HarmfulDelayS = 0.01;

    // A foot's own oddity, however many its strides.
    private const double MinSdS = 0.004;

    // Two equal readings at the top of a smooth swing are chance.
    private const long FewestClipped = 5;

    /// <summary>Whether a sensor clips: it was at its end again and again, not once or twice by chance.</summary>
    /// <param name="q">What its samples were like.</param>
    public static bool Clips(in DataQuality q) => q.ClippedAccel >= FewestClipped || q.ClippedGyro >= FewestClipped;

    /// <summary>What of a foot's sensor could not be checked, in words, for want of walking or of a clear answer; empty where all was. That nothing is named says nothing of these.</summary>
    /// <param name="q">What its samples were like.</param>
    public static IReadOnlyList<string> Unchecked(in DataQuality q)
    {
        SensorHealth health = q.Health;
        List<string> open = [];
        if (health.Swings < SensorHealth.SwingsForPlace && health.Place is null) open.Add("whether it is on a foot, whether accelerometer and gyroscope are in the same axes");
        if (health.Swings < SensorHealth.SwingsForAgreement && health.Disagreement is null) open.Add("whether the gyroscope's scale and time fit the accelerometer");
        if (open.Count > 0) return [string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", open)}: {health.Swings} {(health.Swings == 1 ? "swing" : "swings")} were seen, {SensorHealth.SwingsForAgreement} are needed (walk for longer)")];
        if (health is { Disagreement: null, GyroDelaySdS: { } sd } && Math.Sqrt((sd * sd) + (SensorHealth.WalkersDelaySdS * SensorHealth.WalkersDelaySdS)) is var unsure && unsure > HarmfulDelayS)
            open.Add(string.Create(CultureInfo.InvariantCulture, $"whether the gyroscope is late by less than {1000 * Surely * unsure:0} ms: its swings do not tell"));
        return open;
    }

    /// <summary>All faults, foot by foot.</summary>
    /// <param name="quality">What the samples of the feet were like.</param>
    public static IReadOnlyList<SensorFault> Of(IReadOnlyList<DataQuality> quality)
    {
        ArgumentNullException.ThrowIfNull(quality);
        List<SensorFault> faults = [.. quality.SelectMany(q => q.Health.Faults)];
        if (quality is [{ Health: { GyroDelayS: { } a, GyroDelaySdS: { } aSd } first }, { Health: { GyroDelayS: { } b, GyroDelaySdS: { } bSd } second }]
            && faults.TrueForAll(f => f.Kind is SensorFaultKind.Frozen or SensorFaultKind.GyroLate))
        {
            double aWeight = Weight(aSd), bWeight = Weight(bSd), sum = aWeight + bWeight, delay = ((a * aWeight) + (b * bWeight)) / sum;
            if (Math.Min(a, b) > EachS && delay > TogetherS && delay > Surely * Math.Sqrt((1 / sum) + (SensorHealth.WalkersDelaySdS * SensorHealth.WalkersDelaySdS)))
            {
                foreach ((DataQuality q, SensorHealth h) in new[] { (quality[0], first), (quality[1], second) })
                    if (h.Disagreement is null) faults.Add(new SensorFault(q.Foot, default, SensorFaultKind.GyroLate, delay, SignedAxes.Same));
            }
        }

        return [.. faults.OrderBy(f => f.Foot).ThenBy(f => f.Kind)];

        static double Weight(double sd) => 1 / Math.Pow(Math.Max(sd, MinSdS), 2);
    }
}
