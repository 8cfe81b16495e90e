using GaitSense.Cli.App;
using GaitSense.Core;

namespace GaitSense.Cli.Tests;

/// <summary>Sensors that send and cannot be trusted are told in words while the walk goes on, not only afterwards.</summary>
public sealed class FaultySensorTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Walk_AccelerometerThatReadsFourTimesGravity_IsToldLive() =>
        (await LeftAsync((s, _) => s with { AccelMps2 = s.AccelMps2 * 4 })).ShouldContain(l => l.Contains("left   sensor    The left accelerometer reads 39", StringComparison.Ordinal) && l.Contains("multiply it by 0.25", StringComparison.Ordinal));

    [Fact]
    public async Task Walk_SensorThatFreezesForThreeSeconds_IsToldLive() =>
        (await LeftAsync((s, all) => s.Time.Seconds is > 9 and < 12 ? s with { AccelMps2 = all[9 * 200].AccelMps2, GyroRadPerS = all[9 * 200].GyroRadPerS } : s))
        .ShouldContain(l => l.Contains("left   sensor    The left sensor was frozen", StringComparison.Ordinal));

    [Fact]
    public async Task Walk_SensorThatIsShakenAndNeverSwings_IsToldLiveNotToBeOnAFoot() =>
        (await LeftAsync((s, _) => s with
        {
            AccelMps2 = new Vector3D(2 * Math.Sin(11 * s.Time.Seconds), 0.5 * Math.Sin(5.5 * s.Time.Seconds), 9.81 + (3 * Math.Cos(11 * s.Time.Seconds))),
            GyroRadPerS = new Vector3D(0.5 * Math.Sin(5.5 * s.Time.Seconds), 0.3 * Math.Cos(11 * s.Time.Seconds), 0.2 * Math.Sin(7 * s.Time.Seconds)),
        })).ShouldContain(l => l.Contains("left   sensor    The left sensor does not move as a foot does", StringComparison.Ordinal));

    [Fact]
    public async Task Walk_SensorThatSendsWhatIsNoSample_IsLostThoughItIsHeard()
    {
        var feet = new FeetOnTheAir(firmware: usual => new SenselessFirmware(usual, afterPackets: 300));
        Cli.Outcome outcome = await feet.RunAsync(["walk", "--ble", "--plain", "--duration", "20"], _folder["sensors.json"]);
        foreach (string foot in new[] { "left", "right" })
            outcome.Errors.ShouldContain(l => l.StartsWith($"{foot}: LOST (", StringComparison.Ordinal) && l.Contains("the sensor is connected, but gives no samples (what it sends is no reading of accelerometer and gyroscope together, for 2 s)", StringComparison.Ordinal), outcome.Error);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The lines that are shown while a walk goes on whose left sensor gives other readings than it should, and whose right one is well.</summary>
    private async Task<string[]> LeftAsync(Func<ImuSample, ImuSample[], ImuSample> change)
    {
        var feet = new FeetOnTheAir((foot, o) =>
        {
            ImuSample[] all = o.Samples.ToArray();
            return foot == Foot.Left ? o with { Samples = all.Select(s => change(s, all)).ToArray() } : o;
        });
        Cli.Outcome outcome = await feet.RunAsync(["walk", "--ble", "--plain", "--duration", "26"], _folder["sensors.json"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        string[] live = [.. outcome.Out.Split('\n').TakeWhile(l => !l.StartsWith("walk: ", StringComparison.Ordinal))];
        live.ShouldNotContain(l => l.Contains("right  sensor ", StringComparison.Ordinal));
        return live;
    }
}
