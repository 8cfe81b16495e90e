using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Cli.Tests;

/// <summary>Two simulated feet that walk within reach of a simulated radio, and a clock that passes quickly while the command runs.</summary>
internal sealed class FeetOnTheAir
{
    public const string LeftId = "C0:00:00:00:00:0A", RightId = "C0:00:00:00:00:0B";

    private static readonly Lazy<SimulatedRecording> Walk = new(() => new SimulatedRecording(
        Walker.Walk(new GaitParameters(), [WalkSegment.Stand(6), WalkSegment.Walk(WalkManner.Forward, 60), WalkSegment.Stand(5)], seed: 11),
        new ImuErrorModel { RateHz = 200 },
        seed: 5));

    private readonly Func<FakeCentral> _central;

    /// <param name="with">Changes how a foot is on the air.</param>
    /// <param name="firmware">What the feet say; null: what they should.</param>
    /// <param name="clock">The clock; null: one of its own.</param>
    public FeetOnTheAir(Func<Foot, SimulatedFootOptions, SimulatedFootOptions>? with = null, Func<ProtocolFirmware, FootFirmware>? firmware = null, VirtualTime? clock = null)
    {
        Clock = clock ?? new VirtualTime();
        var feet = new Dictionary<string, SimulatedFoot>(StringComparer.Ordinal);
        foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
        {
            var options = new SimulatedFootOptions
            {
                Samples = Walk.Value.SamplesOf(foot).ToArray(),
                Clock = new SimulatedClock { DriftRatio = foot == Foot.Left ? 40e-6 : -40e-6, OffsetS = foot == Foot.Left ? 4000 : 17 },
                Stream = (ulong)foot,
            };
            var says = new ProtocolFirmware(foot, 200);
            feet[foot == Foot.Left ? LeftId : RightId] = new SimulatedFoot(firmware?.Invoke(says) ?? says, with?.Invoke(foot, options) ?? options);
        }

        var radio = new SimulatedCentral(Clock, feet);
        // It does not say what sensors advertise of their foot.
        _central = () => new FakeCentral { Heard = [FakeCentral.Sensor(RightId, Foot.Right), FakeCentral.Sensor(LeftId, Foot.Left)], Connect = radio.ConnectAsync };
    }

    public VirtualTime Clock { get; }

    /// <summary>Runs the command beside the feet until it ends by itself or by Ctrl-C.</summary>
    public async Task<Cli.Outcome> RunAsync(string[] args, string sensorsFile, double? stopAtS = null, Func<Terminal, Terminal>? with = null)
    {
        using CancellationTokenSource stop = new();
        WalksClock seen = new(Clock);
        Terminal Around(Terminal t) => (with ?? (u => u))(t) with { Time = seen, Bluetooth = _ => _central(), SensorsFile = sensorsFile, Raise = seen.Raise };
        Task<Cli.Outcome> run = Task.Run(() => Cli.RunAsync(args, Around, stop.Token));
        void Stop()
        {
            if (Clock.NowS >= stopAtS) stop.Cancel();
        }

        await PassAsync(Clock, run, seen, Stop).ConfigureAwait(false);
        return await run.ConfigureAwait(false);
    }

    /// <summary>
    /// Lets time pass, several times as fast as it does, until something is done. The command's threads are real ones, and time that went on without them would be a computer that stands
    /// still: it passes slowly until there is a walk, then waits for the walk at each step, and stands while nobody waits for it.
    /// </summary>
    /// <param name="clock">The clock.</param>
    /// <param name="until">What is to be done.</param>
    /// <param name="walk">The walk's view of the clock; null: it is not waited for.</param>
    /// <param name="then">Is called after each step.</param>
    public static Task PassAsync(VirtualTime clock, Task until, WalksClock? walk = null, Action? then = null) => Task.Run(
        async () =>
        {
            for (int step = 0; !until.IsCompleted; step++)
            {
                if (clock.NowS > 200) throw new InvalidOperationException("the command does not end");
                if (clock.Timers > 0) clock.Advance(0.02);
                then?.Invoke();
                if (walk is not { IsWalked: true }) await Task.Delay(walk is null ? 1 : 5).ConfigureAwait(false);
                else if (step % 4 == 0) await Task.Delay(1).ConfigureAwait(false); // for those who do not decide: the recorder, the sensors' keepers
                // A walk that is about to end looks no more.
                for (int i = 0; i < 1000 && walk is { IsWalked: true, IsTaken: false }; i++) Thread.Sleep(i < 900 ? 0 : 1);
            }
        });
}
