using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;
using GaitSense.Feedback.Sound;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>
/// A walker stops with a foot that should land next, and sound takes its time to the ear: over the whole live path no beat is heard later than one step after the last landing,
/// and where <see cref="OutputLatency"/> says that the way is short enough, none for the foot that stands.
/// </summary>
public sealed class OutputLatencyTests
{
    private static readonly CuePlan Plan = new() { DurationS = 3600, Rhythm = new RhythmPlan { BaselineS = 10, BaselineStrides = 6, MinCadenceStepsPerMin = 40 }, Fading = new FadingPlan { ProbeS = 0 } };

    [Theory]
    [InlineData(110, 0, true)]
    [InlineData(110, 0.15, false)]
    [InlineData(110, 0.25, false)]
    [InlineData(60, 0, true)]
    [InlineData(60, 0.15, true)]
    [InlineData(60, 0.25, false)]
    [InlineData(48, 0.25, true)]
    public void WalkerStands_BeatOfTheStandingFootIsHeardOnlyWhereTheWayIsTooLong(double cadence, double routeS, bool isShort)
    {
        GaitParameters person = new() { CadenceStepsPerMin = cadence, StrideLengthM = cadence < 100 ? 0.9 : 1.3, StrideTimeSdS = 0.01 };
        int heard = 0;
        for (ulong seed = 1; seed <= 3; seed++)
        {
            SimulatedRecording walk = new(Walker.Walk(person, [WalkSegment.Stand(5), WalkSegment.Walk(WalkManner.Forward, 50), WalkSegment.Stand(5)], seed), new ImuErrorModel { RateHz = BleWorld.RateHz }, seed);
            using BleWorld world = new((o, _) => o, walk, keep: false);
            using VirtualSound sound = new(world.Time, routeS);
            world.Connect();
            using CuePlayer player = CuePlayer.Live(sound, world.Source, new SoundOptions(), SpokenWords.None);
            WalkPipeline core = new(world.Source.Walk, new WalkCues(Plan, world.Source.Walk, [player]));
            world.OnBlock = block =>
            {
                if (block.ClockUncertaintyS is { } uncertainty) core.SetClockUncertainty(uncertainty);
                foreach (ref readonly FootedSample sample in block.Samples) core.Push(sample.Foot, sample.Sample);
            };
            world.Run(walk.Walk.DurationS);
            world.Stop();

            // The last step closes the feet; the beat after it is for a foot that stays where it is.
            double stepS = 60 / cadence, last = walk.Reference.Events!.Where(e => e.Kind == GaitEventKind.InitialContact).Max(e => e.Time.Seconds);
            (OutputLatency.MaxLatencyS(cadence) >= sound.Facts.MinLeadS).ShouldBe(isShort);
            sound.OnsetsS.Count.ShouldBeGreaterThan(10, "there were beats");
            sound.OnsetsS.Max().ShouldBeLessThan(last + (1.1 * stepS), "no beat later than a step after the last landing");
            if (sound.OnsetsS.Any(o => o > last + (0.5 * stepS))) heard++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{cadence} steps/min, {1000 * routeS} ms: {heard} of 3"));
        if (isShort) heard.ShouldBe(0, "the foot stands, and its beat was taken back");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Stop_IsSaidAsFastAsBackwardPracticeCountsOn(string language)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal) { [Phrases.Stop] = Phrases.Text(Phrases.Stop, language) };
        SpokenTexts words = await new SpeechSource(new SpeechOptions()).SpeakAsync(texts, language, TestContext.Current.CancellationToken);
        Assert.SkipUnless(words.Problem is null, words.Problem ?? "");
        new SpokenWords(words.Recordings).TryGet(Phrases.Stop, out SoundClip? stop).ShouldBeTrue();
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{language}: {stop!.DurationS:0.00} s"));
        stop.DurationS.ShouldBeLessThanOrEqualTo(OutputLatency.MaxStopS);
    }
}
