using GaitSense.Benchmarks;
using GaitSense.Core;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;

namespace GaitSense.Walk.Tests;

/// <summary>What a sensor tells of the time, and what happens to its packets, makes no stride longer or shorter: it is as long as with true times, or rejected with the reason.</summary>
public sealed class CountedStrideTests
{
    private const double LongestOffM = 0.03, BeginsS = 0.6, LengthS = 60;

    public static TheoryData<string, SensorMake> All()
    {
        TheoryData<string, SensorMake> all = [];
        foreach (TimeScenario scenario in TimeScenario.All())
            foreach (SensorMake make in Enum.GetValues<SensorMake>())
                if (scenario.Concerns(make) && scenario.DurationS <= LengthS) all.Add(scenario.Name, make);
        return all;
    }

    [Theory, MemberData(nameof(All))]
    public void Lengths_AreThoseOfTrueTimes_OrRejectedWithTheReason(string name, SensorMake make)
    {
        TimeScenario scenario = TimeScenario.All().Single(s => string.Equals(s.Name, name, StringComparison.Ordinal));
        double rateHz = make == SensorMake.MovellaDot ? 60 : scenario.RateHz;
        SimulatedRecording recording = SimulationPresets.Find("healthy")!.Record(seed: 3, durationS: LengthS, rateHz: rateHz);
        ImuSample[] samples = recording.SamplesOf(Foot.Left).ToArray();
        double firstS = samples[0].Time.Seconds;
        for (int i = 0; i < samples.Length; i++) samples[i] = samples[i] with { Time = samples[i].Time.AddSeconds(BeginsS - firstS) };
        Strides truth = new(), told = new();
        WalkPipeline ideal = new(Options, truth), walk = new(Options, told);
        double startS = 0;
        int at = -1;
        ReceivedSensor sensor = new(make, rateHz, new SimulatedClock { OffsetS = 7, DriftRatio = scenario.DriftRatio }, scenario.Radio, 23);
        ReceivedWalk.Run(sensor, samples, scenario.AskedHz, scenario.Faults, (block, _, start, _) =>
        {
            startS = start.Microseconds * 1e-6;
            if (block.UnsureTime is { } unsure) walk.MarkUnsure(in unsure);
            foreach (FootedSample sample in block.Samples)
            {
                walk.Push(Foot.Left, in sample.Sample);
                if (!TryFind(samples, in sample.Sample, ref at)) continue;
                ImuSample same = sample.Sample with { Time = samples[at].Time };
                ideal.Push(Foot.Left, in same);
            }
        });
        walk.Complete();
        ideal.Complete();
        List<string> wrong = [];
        int good = 0;
        foreach (Stride stride in told.All.Where(s => s.RejectReason == RejectReason.None))
        {
            Stride[] same = [.. truth.All.Where(t => Math.Abs(t.End.Seconds - stride.End.Seconds - startS) < 0.3 && t.LengthM is not null)];
            if (same.Length == 0) continue;
            good++;
            double offM = stride.LengthM!.Value - same[0].LengthM!.Value;
            if (Math.Abs(offM) > LongestOffM) wrong.Add(FormattableString.Invariant($"{stride.End.Seconds + startS:0.0} s: {100 * offM:0.0} cm"));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"{good} of {truth.All.Count}; rejected {string.Join(", ", told.All.GroupBy(s => s.RejectReason).Select(g => $"{g.Key} {g.Count()}"))}; wrong {string.Join(", ", wrong)}"));
        wrong.ShouldBeEmpty();
        if (scenario.Faults.LossShare == 0) good.ShouldBeGreaterThan((int)(0.25 * truth.All.Count));
    }

    // The sample that was taken, after the one before, within what bytes keep of it.
    private static bool TryFind(ImuSample[] samples, in ImuSample sample, ref int at)
    {
        for (int i = at + 1; i < samples.Length; i++)
        {
            Vector3D off = samples[i].AccelMps2 - sample.AccelMps2;
            if (Math.Max(Math.Abs(off.X), Math.Max(Math.Abs(off.Y), Math.Abs(off.Z))) > 0.006) continue;
            at = i;
            return true;
        }

        return false;
    }

    private static WalkPipelineOptions Options => new() { HasRight = false };

    private sealed class Strides : IWalkObserver
    {
        public List<Stride> All { get; } = [];

        public void OnStride(in Stride stride) => All.Add(stride);
    }
}
