using System.Globalization;
using GaitSense.Core;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>A foot's samples as a sensor made of software takes them: evenly spaced.</summary>
/// <param name="Samples">At least two samples.</param>
/// <param name="RateHz">Their rate, Hz.</param>
public sealed record PlayedSamples(IReadOnlyList<ImuSample> Samples, double RateHz)
{
    /// <summary>Reads all feet of a source.</summary>
    /// <exception cref="GaitSenseException">It holds too little, or has gaps: a sensor takes samples evenly.</exception>
    internal static async Task<IReadOnlyDictionary<Foot, PlayedSamples>> ReadAsync(IWalkSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        Dictionary<Foot, List<ImuSample>> samples = source.Feet.ToDictionary(f => f, _ => new List<ImuSample>());
        await foreach (SampleBlock block in source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            using (block)
            {
                foreach (FootedSample sample in block.Samples) samples[sample.Foot].Add(sample.Sample);
            }
        }

        return samples.ToDictionary(f => f.Key, f => Of(source.Name, f.Key, f.Value));
    }

    /// <summary>The samples of one foot.</summary>
    /// <param name="name">Of what, for errors.</param>
    /// <param name="foot">The foot.</param>
    /// <param name="samples">Its samples.</param>
    /// <exception cref="GaitSenseException">They are too few, or have gaps.</exception>
    public static PlayedSamples Of(string name, Foot foot, IReadOnlyList<ImuSample> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count < 2) throw new GaitSenseException($"{name} holds too few samples of the {Words.Of(foot)} foot to play.");
        double rateHz = Rate(samples);
        int gaps = 0;
        for (int i = 1; i < samples.Count; i++)
            if (samples[i].Time.SecondsSince(samples[i - 1].Time) > 1.5 / rateHz) gaps++;
        return gaps == 0
            ? new PlayedSamples(samples, rateHz)
            : throw new GaitSenseException(string.Create(CultureInfo.InvariantCulture, $"{name}: the {Words.Of(foot)} foot has {gaps} gaps, and a sensor takes samples evenly. Choose a recording without gaps; gaitsense doctor shows them, --loss makes them."));
    }

    /// <summary>Evenly spaced from a time on.</summary>
    internal ImuSample[] From(double startS)
    {
        var moved = new ImuSample[Samples.Count];
        for (int i = 0; i < moved.Length; i++) moved[i] = Samples[i] with { Time = DeviceTime.FromSeconds(startS + (i / RateHz)) };
        return moved;
    }

    /// <summary>These, and before and after them the foot stands: a sensor is there before a walk begins, and goes on when it is over.</summary>
    /// <param name="beforeS">For how long it stands before, s.</param>
    /// <param name="afterS">For how long it stands after, s.</param>
    public PlayedSamples WithStanding(double beforeS, double afterS)
    {
        int before = (int)Math.Ceiling(beforeS * RateHz), after = (int)Math.Ceiling(afterS * RateHz), edge = Math.Min(Samples.Count, (int)Math.Ceiling(EdgeS * RateHz));
        var all = new ImuSample[before + Samples.Count + after];
        for (int i = 0; i < all.Length; i++)
        {
            int at = i - before;
            ImuSample same = Samples[at < 0 ? ToAndFro(-1 - at, edge) : at < Samples.Count ? at : Samples.Count - 1 - ToAndFro(at - Samples.Count, edge)];
            all[i] = same with { Time = Samples[0].Time.AddSeconds(at / RateHz) };
        }

        return this with { Samples = all };
    }

    // A walk begins and ends standing. Its first and last readings, over and over, have a sensor's noise: one reading repeated is a frozen sensor.
    private const double EdgeS = 0.3;

    private static int ToAndFro(int i, int count) => i % (2 * count) is var at && at < count ? at : (2 * count) - 1 - at;

    // The median spacing: whole recordings are spaced by a crystal, and one outlier must not count.
    private static double Rate(IReadOnlyList<ImuSample> samples)
    {
        double[] steps = new double[samples.Count - 1];
        for (int i = 0; i < steps.Length; i++) steps[i] = samples[i + 1].Time.SecondsSince(samples[i].Time);
        double mean = samples[^1].Time.SecondsSince(samples[0].Time) / steps.Length;
        Array.Sort(steps);
        double median = steps[steps.Length / 2];
        // Printed times are rounded; where nothing is missing, the mean is sharper.
        return 1 / (Math.Abs(mean - median) < 0.001 * median ? mean : median);
    }
}
