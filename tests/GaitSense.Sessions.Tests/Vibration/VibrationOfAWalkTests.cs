using System.Globalization;
using System.Text;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;
using GaitSense.Simulation.Sensor;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>A walk over a simulated radio whose sensors have motors: what is felt, on which foot, and when, by the sensors' own clocks.</summary>
public sealed class VibrationOfAWalkTests
{
    private static readonly VibrationPlan Beats = new() { Beats = true, Corrections = true };

    private readonly List<string> _delivery = [];
    private readonly Dictionary<int, Cue> _cues = [];
    private readonly List<Cue> _heard = [];
    private readonly List<double> _silences = [];

    [Fact]
    public void Beats_AreFeltOnTheFootThatLandsWhenTheyWerePlanned()
    {
        VibrationPlayer player = Walk(Beats, out List<Felt> felt);
        Cue[] beats = [.. _heard.Where(c => c.Kind == CueKind.Beat)];
        beats.Length.ShouldBeGreaterThan(40);
        double[] late = [.. felt.Select(f => f.FeltS - Nearest(f))];
        double sd = Math.Sqrt(late.Average(l => l * l));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{felt.Count} pulses, {1000 * late.Min():0.00} to {1000 * late.Max():0.00} ms after their time, RMS {1000 * sd:0.00} ms"));
        felt.Count.ShouldBe(beats.Length);
        late.ShouldAllBe(l => Math.Abs(l) < 0.003);
        // Sound and touch say the same: one pulse for each beat of each foot.
        foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
        {
            felt.Count(f => f.Foot == foot).ShouldBe(beats.Count(b => b.Foot == foot));
            player.Count(foot, VibrationFate.Missed).ShouldBe(0);
            player.Count(foot, VibrationFate.Failed).ShouldBe(0);
        }

        felt.ShouldAllBe(f => f.Pulse.Strength <= 128 && Math.Abs(f.Pulse.ToUs - f.Pulse.FromUs - 80_000) < 10);
        felt[0].Pulse.Strength.ShouldBeLessThan(felt[^1].Pulse.Strength, "it begins softly");

        double Nearest(Felt f) => beats.Where(b => b.Foot == f.Foot).Select(b => HostS(b)).MinBy(t => Math.Abs(t - f.FeltS));
    }

    [Fact]
    public void Silence_AtAnyTime_NothingIsFeltAfterIt()
    {
        // Cues are stopped at each phase of a step; what was on its way to the sensor is taken back there.
        for (int i = 0; i < 8; i++)
        {
            _heard.Clear();
            _silences.Clear();
            _delivery.Clear();
            Walk(Beats, out List<Felt> felt, stopAtS: 25 + (0.07 * i));
            _silences.ShouldNotBeEmpty();
            // The command to stop takes its way through the radio: two connection intervals.
            felt.Where(f => f.TrueFromS > _silences[0] + 0.035).ShouldBeEmpty();
            felt.Where(f => f.TrueToS > _silences[0] + 0.035).ShouldBeEmpty("a pulse that runs is cut off");
            felt.Count.ShouldBeGreaterThan(5);
        }
    }

    [Fact]
    public void Off_AsByDefault_NoMotorHearsAnything()
    {
        Walk(new VibrationPlan(), out List<Felt> felt, commands: 0);
        felt.ShouldBeEmpty();
        _delivery.Count.ShouldBe(1, "a header");
        _heard.ShouldNotBeEmpty();
    }

    [Fact]
    public void Delivery_EachPulse_HasARowWithItsFoot()
    {
        Walk(Beats, out List<Felt> felt);
        _delivery[0].ShouldBe("number,handed_over_us,frame,fate,output");
        string[][] rows = [.. _delivery.Skip(1).Select(r => r.Split(','))];
        rows.Count(r => r[3] is "handed_over" && r[4] is "left_motor").ShouldBe(felt.Count(f => f.Foot == Foot.Left));
        rows.Count(r => r[3] is "handed_over" && r[4] is "right_motor").ShouldBe(felt.Count(f => f.Foot == Foot.Right));
        foreach (string[] row in rows.Where(r => r[3] is "handed_over"))
        {
            Cue cue = _cues[int.Parse(row[0], CultureInfo.InvariantCulture)];
            row[4].ShouldBe(cue.Foot == Foot.Left ? "left_motor" : "right_motor");
            double aheadS = HostS(cue) - (long.Parse(row[1], CultureInfo.InvariantCulture) * 1e-6);
            aheadS.ShouldBeInRange(0.06, 0.121, "ahead by the way, and what a start time allows besides");
        }
    }

    [Fact]
    public void Radio_ThatLoses_DoesNotMakePulsesLate()
    {
        VibrationPlayer player = Walk(Beats, out List<Felt> felt, with: o => o with { Radio = o.Radio with { LossShare = 0.1, BadSpellPackets = 3, JitterS = 0.03 } });
        felt.Count.ShouldBeGreaterThan(20);
        // A sensor that hears of a start too late does not start: nothing is ever felt late.
        foreach (Felt f in felt)
        {
            double atS = _heard.Where(b => b.Foot == f.Foot).Select(HostS).MinBy(t => Math.Abs(t - f.FeltS));
            Math.Abs(f.FeltS - atS).ShouldBeLessThan(0.02);
        }

        player.Count(Foot.Left, VibrationFate.HandedOver).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Sensor_WithoutAMotor_SaysSo()
    {
        SimulatedRecording recording = Recording();
        using BleWorld world = new((o, _) => o, recording, firmware: f => new ProtocolFirmware(f, BleWorld.RateHz, hasMotor: f == Foot.Left));
        world.Connect();
        (await world.Sensors[0].IsPresentAsync(CancellationToken.None)).ShouldBeTrue();
        (await world.Sensors[1].IsPresentAsync(CancellationToken.None)).ShouldBeFalse();
        world.Run(5);
        world.Sensors[0].TakesStart.ShouldBeTrue();
        world.Stop();
        (await world.Sensors[0].VibrateAsync(new VibrationPulse(0.5, 80), start: null, CancellationToken.None)).ShouldBeFalse("it is not connected any more");
    }

    private static SimulatedRecording Recording()
    {
        SimulatedWalk walk = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(6), WalkSegment.Walk(WalkManner.Forward, 80), WalkSegment.Stand(5)], seed: 21);
        return new SimulatedRecording(walk, new ImuErrorModel { RateHz = BleWorld.RateHz }, seed: 5);
    }

    private HostTime _start;

    private double HostS(Cue cue) => _start.AddSeconds(cue.PlannedAt.Seconds).SecondsSince(default);

    private VibrationPlayer Walk(VibrationPlan plan, out List<Felt> felt, double? stopAtS = null, Func<SimulatedFootOptions, SimulatedFootOptions>? with = null, int? commands = null)
    {
        SimulatedRecording recording = Recording();
        using BleWorld world = new((o, _) => with?.Invoke(o) ?? o, recording, keep: false);
        VibrationPlayer? player = null;
        CuePlan all = new() { DurationS = 3600, Rhythm = new RhythmPlan { BaselineS = 10, BaselineStrides = 6 }, Vibration = plan };
        world.Observers = () =>
        {
            CueDelivery delivery = new();
            player = new VibrationPlayer(plan, world.Sensors, world.Source, world.Time, delivery);
            WalkCues cues = new(all, world.Source.Walk, [player, new Kept(this, world), delivery]);
            cues.SendRowsTo((table, row) =>
            {
                if (string.Equals(table, CueDelivery.Name, StringComparison.Ordinal)) _delivery.Add(Encoding.UTF8.GetString(row).TrimEnd());
            });
            return [cues];
        };
        world.Connect();
        if (stopAtS is { } at)
        {
            world.Run(at);
            world.Source.Ask(WalkRequests.StopCues);
        }

        world.Run(recording.Walk.DurationS - 1);
        _start = world.Source.HostAt(default)!.Value;
        world.Stop();
        world.Walk!.Complete();
        player!.Dispose();
        felt = [.. world.Feet.SelectMany((f, i) => ((ProtocolFirmware)f.Firmware).Motor!.Pulses.Select(p => new Felt((Foot)i, p, BleWorld.ClockOf((Foot)i))))];
        if (commands is { } expected) world.Feet.Sum(f => ((ProtocolFirmware)f.Firmware).Motor!.Commands).ShouldBe(expected);
        return player;
    }

    private sealed record Felt(Foot Foot, MotorPulse Pulse, SimulatedClock Clock)
    {
        public double TrueFromS => Clock.TrueS(Pulse.FromUs * 1e-6);

        public double TrueToS => Clock.TrueS(Pulse.ToUs * 1e-6);

        /// <summary>When the motor has come up, s.</summary>
        public double FeltS => TrueFromS + (Beats.MotorMs / 1000);
    }

    private sealed class Kept(VibrationOfAWalkTests test, BleWorld world) : ICueSink
    {
        public void OnCue(in Cue cue) => test._cues[cue.Number] = cue;

        public void OnSilence(bool wordsToo) => test._silences.Add(world.Time.NowS);

        public void OnOutcome(in CueOutcome outcome)
        {
            if (outcome.Cancelled is null) test._heard.Add(outcome.Cue);
        }
    }
}
