using System.Text;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>What is said as a walk begins, before its first frame of sound could be planned, is heard: as a file, and live over any output latency.</summary>
public sealed class FirstWordsTests
{
    private const double StandS = 4.1, AskS = 2.5;

    private static readonly CuePlan Plan = new() { DurationS = 3600, Safety = new SafetyPlan { StartCheck = true } };

    // Words as long as a speech engine's longest, and a tone where they would be.
    private static readonly SpokenWords Words = new(Phrases.Keys.ToDictionary(k => k, k => Tone(k is Phrases.CheckStand ? StandS : AskS), StringComparer.Ordinal));

    [Fact]
    public async Task File_HasTheFirstWordsWhereTheyWerePlanned()
    {
        using TestFolder folder = new();
        string path = folder["cues.wav"];
        SampledSource source = SimulatedRecordings.SourceOf("stands", "", Standing(), new WalkRunnerOptions());
        using (CuePlayer player = CuePlayer.ToFile(path, new SoundOptions(), Words))
            await new WalkRunner(source, [new WalkCues(Plan, source.Walk, [player])], new WalkRunnerOptions()).RunAsync(TestContext.Current.CancellationToken);
        WavFile wav = WavFile.Read(path);
        (Array.FindIndex(wav.Interleaved, s => s != 0) / 2 / (double)wav.RateHz).ShouldBe(0.15, 0.002);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(1)]
    public void Live_TheFirstWordsAndTheQuestionAfterThemAreHeard(double routeS)
    {
        using BleWorld world = new((o, _) => o, Standing(), keep: false);
        using VirtualSound sound = new(world.Time, routeS);
        world.Connect();
        List<string> fates = [];
        using CueDelivery delivery = new();
        delivery.SendRowsTo((_, row) => fates.Add(Encoding.UTF8.GetString(row).TrimEnd().Split(',')[3]));
        using CuePlayer player = CuePlayer.Live(sound, world.Source, new SoundOptions(), Words, delivery);
        WalkCues cues = new(Plan, world.Source.Walk, [player]);
        WalkPipeline core = new(world.Source.Walk, cues);
        world.OnBlock = block =>
        {
            if (block.ClockUncertaintyS is { } uncertainty) core.SetClockUncertainty(uncertainty);
            foreach (ref readonly FootedSample sample in block.Samples)
            {
                cues.OnSample(in sample);
                core.Push(sample.Foot, sample.Sample);
            }
        };
        world.Run(9);
        world.Stop();

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", sound.OnsetsS.Select(s => FormattableString.Invariant($"{s:0.00} s"))));
        fates.Skip(1).ShouldBe(["begun", "begun"], "that the feet be still, and the first question");
        sound.OnsetsS.Count.ShouldBe(2);
    }

    private static SimulatedRecording Standing() => new(Walker.Walk(new GaitParameters(), [WalkSegment.Stand(12)], 3), new ImuErrorModel { RateHz = BleWorld.RateHz }, 3);

    private static float[] Tone(double seconds) => [.. Enumerable.Range(0, (int)(seconds * CueMixer.RateHz)).Select(i => (float)Math.Sin(i * 0.1))];
}
