using System.Globalization;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;
using GaitSense.Simulation.Sensor;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>
/// Something goes wrong in the middle of a walk with cues, over the whole live path: radio, sensors, alignment, core, cues, sound. What is heard is judged by the
/// sound card's own samples, its buffer included: no beat begins later than one step after the fault.
/// </summary>
public sealed class FaultsOnTheWayTests
{
    private const double FaultS = 22;

    // After five clean steps cues may come back, and where a fault leaves the steps clean, they do.
    private const double ListenS = 2;

    // A step is the longest of the last eight. A beat stands where the next landing is expected, and that scatters as steps do.
    private const double Tolerance = 1.05;

    private static readonly CuePlan Plan = new() { DurationS = 3600, Rhythm = new RhythmPlan { BaselineS = 10, BaselineStrides = 6 }, Fading = new FadingPlan { ProbeS = 0 } };

    private static readonly Lazy<SimulatedRecording> Walk = new(() => new SimulatedRecording(
        Walker.Walk(new GaitParameters(), [WalkSegment.Stand(5), WalkSegment.Walk(WalkManner.Forward, 60), WalkSegment.Stand(4)], seed: 31),
        new ImuErrorModel { RateHz = BleWorld.RateHz },
        seed: 9));

    // When in a stride it happens; GAITSENSE_FULL=1: forty instants.
    private static IEnumerable<double> Instants => Enumerable.Range(0, FullRun.IsWanted ? 40 : 4).Select(i => FaultS + (i * (FullRun.IsWanted ? 0.027 : 0.27)));

    [Theory, InlineData(Foot.Left), InlineData(Foot.Right)]
    public void Sensor_ThatDies_NoBeatAfterOneStep(Foot foot) =>
        Judge($"{foot} sensor dies", (at, o, f) => f == foot ? o with { Away = (at, double.PositiveInfinity) } : o, SilenceReason.SensorLost);

    [Fact]
    public void BothSensors_ThatDie_NoBeatAfterOneStep() => Judge("both sensors die", (at, o, _) => o with { Away = (at, double.PositiveInfinity) }, goesOn: false);

    [Fact]
    public void Walker_WhoFreezes_NoBeatAfterOneStep() =>
        Judge("the walker freezes", (at, o, _) => o with { Samples = Frozen(o.Samples.Span, at) });

    [Fact]
    public void Feet_ThatAreSwapped_NoBeatAfterOneStep() => Judge("the feet are swapped", (at, o, f) => o with { Samples = Swapped(f, at) });

    [Theory, InlineData(Foot.Left), InlineData(Foot.Right), InlineData(null)]
    public void Clock_ThatStops_NoBeatAfterOneStep(Foot? foot) =>
        Judge($"the clock of {foot?.ToString() ?? "both"} stops", (_, o, _) => o, goesOn: foot is not null, stops: f => foot is null || f == foot);

    private static void Judge(string what, Func<double, SimulatedFootOptions, Foot, SimulatedFootOptions> fault, SilenceReason? expected = null, bool goesOn = true, Func<Foot, bool>? stops = null)
    {
        double worstHeard = double.NegativeInfinity, worstKnown = double.NegativeInfinity;
        foreach (double at in Instants)
        {
            (double stepS, double[] before, double[] after, double? silentS, SilenceReason why) = Run(at, fault, stops);
            before.Length.ShouldBeGreaterThan(8, "there were beats");
            (at - before[^1]).ShouldBeLessThan(1.1 * stepS, "there were beats until it happened");
            double last = after.Length == 0 ? 0 : after[^1] - at;
            last.ShouldBeLessThanOrEqualTo(Tolerance * stepS, string.Create(CultureInfo.InvariantCulture, $"{what} at {at:0.00} s: a beat {last:0.000} s after it"));
            // Without samples the walk stands still, and nothing more is decided.
            if (goesOn) why.ShouldNotBe(SilenceReason.None);
            if (expected is { } reason) why.ShouldBe(reason, string.Create(CultureInfo.InvariantCulture, $"{what} at {at:0.00} s"));
            (worstHeard, worstKnown) = (Math.Max(worstHeard, last), Math.Max(worstKnown, (silentS ?? double.PositiveInfinity) - at));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: the last beat at most {1000 * worstHeard:0} ms after it, {(goesOn ? string.Create(CultureInfo.InvariantCulture, $"the cues known to be silent after at most {1000 * worstKnown:0} ms") : "no samples any more")}"));
    }

    private static (double StepS, double[] Before, double[] After, double? SilentS, SilenceReason Why) Run(
        double atS, Func<double, SimulatedFootOptions, Foot, SimulatedFootOptions> fault, Func<Foot, bool>? stops)
    {
        BleWorld? world = null;
        FootFirmware Firmware(Foot foot) => new StoppingClock(foot, () => stops?.Invoke(foot) == true && world!.Time.NowS >= atS);
        using BleWorld made = world = new BleWorld((o, f) => fault(atS, o, f), Walk.Value, keep: false, firmware: Firmware);
        using VirtualSound sound = new(world.Time);
        world.Connect();
        using CuePlayer player = CuePlayer.Live(sound, world.Source, new SoundOptions(), SpokenWords.None);
        WalkCues cues = new(Plan, world.Source.Walk, [player]);
        WalkPipeline core = new(world.Source.Walk, cues);
        double? silentS = null;
        world.OnBlock = block =>
        {
            if (block.ClockUncertaintyS is { } uncertainty) core.SetClockUncertainty(uncertainty);
            foreach (ref readonly FootedSample sample in block.Samples)
            {
                core.Push(sample.Foot, sample.Sample);
                if (world.Time.NowS >= atS && cues.Engine.Silence != SilenceReason.None) silentS ??= world.Time.NowS;
            }
        };
        world.Run(atS);
        cues.Engine.Silence.ShouldBe(SilenceReason.None, "there were cues");
        world.Run(atS + ListenS);
        SilenceReason why = cues.Engine.Silence;
        world.Stop();
        double[] landings = [.. Walk.Value.Reference.Events!.Where(e => e.Kind == GaitEventKind.InitialContact && e.Time.Seconds < atS).Select(e => e.Time.Seconds).Order()];
        return (landings.Zip(landings.Skip(1)).TakeLast(8).Max(l => l.Second - l.First), [.. sound.OnsetsS.Where(o => o < atS)], [.. sound.OnsetsS.Where(o => o >= atS)], silentS, why);
    }

    // The foot stops where it is, and gravity stays as it was last seen standing.
    private static ImuSample[] Frozen(ReadOnlySpan<ImuSample> samples, double atS)
    {
        ImuSample[] frozen = samples.ToArray();
        for (int i = 0; i < frozen.Length; i++)
            if (frozen[i].Time.Seconds >= atS) frozen[i] = new ImuSample(frozen[i].Time, samples[i % (int)BleWorld.RateHz].AccelMps2, samples[i % (int)BleWorld.RateHz].GyroRadPerS);
        return frozen;
    }

    private static ImuSample[] Swapped(Foot foot, double atS)
    {
        ReadOnlySpan<ImuSample> own = Walk.Value.SamplesOf(foot), other = Walk.Value.SamplesOf(foot == Foot.Left ? Foot.Right : Foot.Left);
        var swapped = new ImuSample[Math.Min(own.Length, other.Length)];
        for (int i = 0; i < swapped.Length; i++) swapped[i] = own[i].Time.Seconds < atS ? own[i] : other[i] with { Time = own[i].Time };
        return swapped;
    }
}
