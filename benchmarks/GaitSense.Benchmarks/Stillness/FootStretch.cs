using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Benchmarks;

/// <summary>A stance or a swing between two labels.</summary>
/// <param name="IsStance">Whether it is from an initial to a terminal contact, or the other way round.</param>
/// <param name="Values">A detector's statistic of its samples: the smaller, the stiller.</param>
/// <param name="PeriodS">Mean time from sample to sample, s.</param>
internal sealed record FootStretch(bool IsStance, double[] Values, double PeriodS)
{
    // Longer ones hide contacts that were not labelled.
    private const double MaxStretchS = 2.5;

    // Labels are off by so much, s: a swing's ends are left out.
    private const double LabelErrorS = 0.05;

    /// <summary>All of one foot, but none that holds what the reference leaves out or lost samples.</summary>
    public static IEnumerable<FootStretch> Of(RecordedWalk walk, Foot foot, ImuSample[] samples, double[] values)
    {
        ReferenceEvent[] contacts =
        [
            .. walk.Reference.Events!.Where(e => e.Foot == foot && e.Kind is GaitEventKind.InitialContact or GaitEventKind.TerminalContact).OrderBy(e => e.Time.Microseconds),
        ];
        foreach ((ReferenceEvent a, ReferenceEvent b) in contacts.Zip(contacts.Skip(1)))
        {
            if (a.Kind == b.Kind || b.Time.SecondsSince(a.Time) > MaxStretchS || walk.Reference.Ignored.Any(i => i.Foot == foot && i.Start < b.Time && i.End > a.Time)) continue;
            bool isStance = a.Kind == GaitEventKind.InitialContact;
            double edgeS = isStance ? 0 : LabelErrorS;
            DeviceTime start = a.Time.AddSeconds(edgeS), end = b.Time.AddSeconds(-edgeS);
            int[] at = [.. Enumerable.Range(0, samples.Length).Where(i => samples[i].Time >= start && samples[i].Time <= end)];
            if (at.Length < 2) continue;
            double periodS = samples[at[^1]].Time.SecondsSince(samples[at[0]].Time) / (at.Length - 1);
            if (at.Skip(1).All(i => samples[i].Time.SecondsSince(samples[i - 1].Time) < 0.05)) yield return new FootStretch(isStance, [.. at.Select(i => values[i])], periodS);
        }
    }
}
