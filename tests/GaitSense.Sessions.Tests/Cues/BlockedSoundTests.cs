using System.Text;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>A sound device that blocks in mid-walk: it is said, cues go on being decided, and the log tells what became of each, without the sound's thread.</summary>
public sealed class BlockedSoundTests
{
    private static readonly CuePlan Plan = new() { DurationS = 3600, Rhythm = new RhythmPlan { BaselineS = 8, BaselineStrides = 5 }, Fading = new FadingPlan { ProbeS = 0 } };

    [Fact]
    public void DeviceBlocks_WordsSaySoAndEveryCueHasItsRow()
    {
        const double BlocksAtS = 25;
        SimulatedRecording walk = new(Walker.Walk(new GaitParameters(), [WalkSegment.Stand(5), WalkSegment.Walk(WalkManner.Forward, 70), WalkSegment.Stand(4)], 4), new ImuErrorModel { RateHz = BleWorld.RateHz }, 4);
        using BleWorld world = new((o, _) => o, walk, keep: false);
        using VirtualSound sound = new(world.Time) { BlocksAtS = BlocksAtS };
        world.Connect();
        List<string> told = [];
        Dictionary<int, string> fates = [];
        using CueDelivery delivery = new();
        delivery.SendRowsTo((_, row) =>
        {
            string[] cells = Encoding.UTF8.GetString(row).TrimEnd().Split(',');
            if (int.TryParse(cells[0], System.Globalization.CultureInfo.InvariantCulture, out int number)) fates.Add(number, cells[3]);
        });
        using CuePlayer player = CuePlayer.Live(sound, world.Source, new SoundOptions(), SpokenWords.None, delivery, told.Add);
        Outcomes cues = new();
        WalkPipeline core = new(world.Source.Walk, new WalkCues(Plan, world.Source.Walk, [player, cues]));
        world.OnBlock = block =>
        {
            if (block.ClockUncertaintyS is { } uncertainty) core.SetClockUncertainty(uncertainty);
            foreach (ref readonly FootedSample sample in block.Samples) core.Push(sample.Foot, sample.Sample);
        };
        world.Run(walk.Walk.DurationS);
        world.Stop();

        told.ShouldBe(["sound, virtual: blocked"]);
        CueOutcome[] beats = [.. cues.All.Where(o => o.Cue.Kind == CueKind.Beat)];
        beats.Count(o => o.Cue.PlannedAt.Seconds > BlocksAtS + 1).ShouldBeGreaterThan(10);
        beats.Where(o => !fates.ContainsKey(o.Cue.Number)).Select(o => o.Cue.PlannedAt.Seconds).ShouldBeEmpty("every beat has its row");
        fates.Values.Count(f => f is "begun").ShouldBeGreaterThan(10);
        foreach (CueOutcome late in beats.Where(o => o.Cue.DecidedAt.Seconds > BlocksAtS)) fates[late.Cue.Number].ShouldBe("not_taken");
        player.Delivered.NotPlaced.ShouldBe(fates.Values.Count(f => f is "not_taken"));
    }

    private sealed class Outcomes : ICueSink
    {
        public List<CueOutcome> All { get; } = [];

        public void OnCue(in Cue cue)
        {
        }

        public void OnOutcome(in CueOutcome outcome) => All.Add(outcome);
    }
}
