using System.Diagnostics;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Simulation;

namespace GaitSense.Cli.Tests;

/// <summary>Two simulated feet that walk within reach of a simulated radio, and a clock that passes quickly while the command runs.</summary>
internal sealed class FeetOnTheAir
{
    public const string LeftId = "C0:00:00:00:00:0A", RightId = "C0:00:00:00:00:0B";

    private static readonly Lazy<SimulatedRecording> Walk = new(() => new SimulatedRecording(
        Walker.Walk(new GaitParameters(), [WalkSegment.Stand(6), WalkSegment.Walk(WalkManner.Forward, 40), WalkSegment.Stand(5)], seed: 11),
        new ImuErrorModel { RateHz = 200 },
        seed: 5));

    private readonly Func<FakeCentral> _central;

    /// <param name="with">Changes how a foot is on the air.</param>
    /// <param name="firmware">What the feet say; null: what they should.</param>
    public FeetOnTheAir(Func<Foot, SimulatedFootOptions, SimulatedFootOptions>? with = null, Func<ProtocolFirmware, FootFirmware>? firmware = null)
    {
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

    public VirtualTime Clock { get; } = new();

    /// <summary>Runs the command beside the feet until it ends by itself or by Ctrl-C.</summary>
    public async Task<Cli.Outcome> RunAsync(string[] args, string sensorsFile, double? stopAtS = null, Func<Terminal, Terminal>? with = null)
    {
        using CancellationTokenSource stop = stopAtS is { } at ? new(TimeSpan.FromSeconds(at), Clock) : new();
        Task<Cli.Outcome> run = Task.Run(() => Cli.RunAsync(args, t => (with ?? (u => u))(t) with { Time = Clock, Bluetooth = _ => _central(), SensorsFile = sensorsFile }, stop.Token));
        await PassAsync(Clock, run).ConfigureAwait(false);
        return await run.ConfigureAwait(false);
    }

    /// <summary>
    /// Lets time pass, several times as fast as it does, until something is done. The command's threads are real ones: time that jumped would leave them behind.
    /// </summary>
    public static Task PassAsync(VirtualTime clock, Task until) => Task.Run(
        async () =>
        {
            while (!until.IsCompleted)
            {
                if (clock.NowS > 200) throw new UnreachableException("the command does not end");
                clock.Advance(0.02);
                await Task.Delay(1).ConfigureAwait(false);
            }
        });
}
