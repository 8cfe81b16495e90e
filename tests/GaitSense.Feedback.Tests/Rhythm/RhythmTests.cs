using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Feedback.Tests;

/// <summary>Beats come when the foot lands.</summary>
public sealed class RhythmTests
{
    [Theory, InlineData(0.010), InlineData(0.021)]
    public void SteadyWalker_BeatsAreWithTheLandings(double sdS)
    {
        Stepper walk = new(new CuePlan { DurationS = 3600 });
        var chance = new Random(5);
        walk.WalkIn();
        for (int i = 0; i < 1000; i++) walk.Step(0.55 + (sdS * Normal(chance)));
        double[] apart = [.. walk.Cues.Outcomes.Where(o => o.AsynchronyS is not null).Select(o => o.AsynchronyS!.Value)];
        apart.Length.ShouldBeGreaterThan(900);
        double mean = apart.Average(), sd = Math.Sqrt(apart.Average(a => (a - mean) * (a - mean)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{apart.Length} beats, mean {1000 * mean:0.0} ms, SD {1000 * sd:0.0} ms");
        Math.Abs(mean).ShouldBeLessThan(0.015);
        sd.ShouldBeLessThan(0.025);
    }

    [Theory, InlineData(0.9), InlineData(1.1)]
    public void TempoChange_OfTenPercent_IsInPhaseAgainWithinSixSteps(double factor)
    {
        Stepper walk = new();
        walk.WalkIn(0.55);
        walk.Walk(20, 0.55);
        double changed = walk.LandedS;
        for (int i = 0; i < 20; i++) walk.Step(0.55 / factor);
        double[] after = [.. walk.Cues.Outcomes.Where(o => o.Contact?.Seconds > changed + (5.5 * 0.55 / factor)).Select(o => o.AsynchronyS!.Value)];
        after.Length.ShouldBeGreaterThan(10);
        after.ShouldAllBe(a => Math.Abs(a) < 0.025);
    }

    // Even beats cannot be with a limp, nor know a step before it is made: foot drop limps by 40 ms, the steps of ms-mild scatter by 21.
    [Theory, InlineData("healthy", 15, 25), InlineData("treadmill", 15, 25), InlineData("ms-mild", 15, 30), InlineData("ms-foot-drop", 15, 60), InlineData("walking-stick", 25, 60)]
    public void SimulatedWalk_ThroughTheCore_BeatsAreWithTheTrueLandings(string preset, double mostMeanMs, double mostSdMs)
    {
        Mutation.SkipLong();
        SimulatedRecording recording = SimulationPresets.Find(preset)!.Record(seed: 3, durationS: 180);
        HeardCues cues = new();
        CuePlan plan = new() { DurationS = 3600 };
        WalkPipelineOptions options = new() { Left = new() { Mounting = recording.Sensor.Mounting }, Right = new() { Mounting = recording.Sensor.Mounting } };
        CueEngine engine = new(plan, options, cues);
        WalkPipeline pipeline = new(options, engine);
        ImuSample[] left = recording.SamplesOf(Foot.Left).ToArray(), right = recording.SamplesOf(Foot.Right).ToArray();
        for (int l = 0, r = 0; l < left.Length || r < right.Length;)
        {
            if (r >= right.Length || (l < left.Length && left[l].Time <= right[r].Time)) pipeline.Push(Foot.Left, left[l++]);
            else pipeline.Push(Foot.Right, right[r++]);
        }

        pipeline.Complete();
        List<double> apart = [];
        foreach (Cue beat in cues.Beats)
        {
            double nearest = recording.Reference.Events!.Where(e => e.Foot == beat.Foot && e.Kind == GaitEventKind.InitialContact).Select(e => e.Time.SecondsSince(beat.PlannedAt)).MinBy(Math.Abs);
            if (Math.Abs(nearest) < 0.3) apart.Add(nearest); // the beat after the last step has none
        }

        CueReport report = engine.Report();
        double mean = apart.DefaultIfEmpty().Average(), sd = Math.Sqrt(apart.DefaultIfEmpty().Average(a => (a - mean) * (a - mean)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{preset}: {apart.Count} beats, mean {1000 * mean:0.0} ms, SD {1000 * sd:0.0} ms, |.|>100 ms: {apart.Count(a => Math.Abs(a) > 0.1)}; baseline {report.BaselineCadenceStepsPerMin:0.0}; R {report.PhaseConcentration:0.000}; match {report.TempoMatchPercent:0}; silences {string.Join(", ", report.Silences)}; taken back {report.TakenBack}; {string.Join(", ", report.Given)}");
        apart.Count.ShouldBeGreaterThan(100);
        Math.Abs(1000 * mean).ShouldBeLessThan(mostMeanMs);
        (1000 * sd).ShouldBeLessThan(mostSdMs);
    }

    private static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
