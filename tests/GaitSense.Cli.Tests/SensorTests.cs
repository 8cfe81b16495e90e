using System.Collections.Concurrent;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Devices;
using GaitSense.Sessions;
using GaitSense.Walk;


namespace GaitSense.Cli.Tests;

public sealed class SensorTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Sensor_BothFeetOfARecording_AreRecordedAgainSampleForSample()
    {
        string played = _folder.Recording();
        VirtualTime clock = new();
        ConcurrentDictionary<string, FakePeripheral> devices = new(StringComparer.Ordinal);
        using CancellationTokenSource stop = new();
        Task<Cli.Outcome> sensor = Task.Run(() => Cli.RunAsync(
            ["sensor", "--recording", played, "--foot", "both", "--adapter", "hci7", "--adapter", "hci8"],
            t => t with { Time = clock, Peripheral = (adapter, d, _) => Task.FromResult<IBlePeripheral>(devices[adapter!] = new FakePeripheral(adapter, d, clock)) },
            stop.Token));
        Task<Cli.Outcome> record = RecordAsync();
        Task both = BothAsync();
        await FeetOnTheAir.PassAsync(clock, both);
        Cli.Outcome heard = await record, said = await sensor;

        heard.Code.ShouldBe(ExitCode.Done, heard.Error);
        heard.Error.ShouldContain("left: connecting to hci7\n");
        heard.Out.ShouldContain("left   stride ");
        heard.Out.ShouldContain("right  stride ");
        using (SessionSource session = SessionSource.Open(_folder["rec"], new WalkRunnerOptions())) await SessionExport.ToPlainAsync(session, _folder["plain"], CancellationToken.None);
        foreach (string foot in new[] { "left", "right" }) await ShouldBePlayedAsync(played, foot);
        said.Code.ShouldBe(ExitCode.Interrupted, said.Error);
        said.Out.ShouldContain("left foot: advertising on hci7, 13 s of walk at 100 Hz");
        said.Out.ShouldContain("right foot: streaming");
        said.Out.ShouldContain("right foot: stopped");
        devices.Values.ShouldAllBe(d => d.IsDisposed);

        async Task<Cli.Outcome> RecordAsync()
        {
            while (devices.Count < 2) await Task.Yield();
            FakeCentral central = new() { Heard = [.. devices.Values.Select(d => d.Advertised(d.Adapter!))], Connect = (id, _) => Task.FromResult(devices[id].Connect(id)) };
            return await Cli.RunAsync(
                ["record", "--ble", "--out", _folder["rec"], "--duration", "12"],
                t => t with { Time = clock, Bluetooth = _ => central, SensorsFile = _folder["sensors.json"] },
                CancellationToken.None);
        }

        async Task BothAsync()
        {
            await record;
            await Task.Delay(TimeSpan.FromSeconds(1), clock, CancellationToken.None); // it looks a few times a second whether anybody listens
            await stop.CancelAsync();
            await sensor;
        }
    }

    [Fact]
    public async Task Sensor_AdapterPulled_EndsInOneLine()
    {
        VirtualTime clock = new();
        Task<Cli.Outcome> run = Task.Run(() => Cli.RunAsync(["sensor", "--simulate", "healthy", "--foot", "right"], t => t with
        {
            Time = clock,
            Peripheral = (adapter, definition, _) =>
            {
                FakePeripheral device = new(adapter, definition, clock);
                device.End.SetResult(new BleException(BleFailure.NoAdapter, "hci7"));
                return Task.FromResult<IBlePeripheral>(device);
            },
        }, CancellationToken.None));
        await FeetOnTheAir.PassAsync(clock, run);
        (await run).ShouldFailInOneLine("hci7", "no such Bluetooth adapter");
    }

    [Fact]
    public async Task Sensor_RecordingWithAGap_SaysThatASensorTakesSamplesEvenly()
    {
        string recording = _folder.Spoiled("left.csv", t =>
        {
            string[] lines = t.Split('\n');
            return string.Join('\n', [.. lines[..300], .. lines[310..]]);
        });
        (await Cli.RunAsync("sensor", "--recording", recording, "--foot", "left")).ShouldFailInOneLine("left foot has 1 gap", "without gaps");
        (await Cli.RunAsync("sensor", "--recording", _folder["nowhere"], "--foot", "left")).ShouldFailInOneLine("nowhere");
    }

    public void Dispose() => _folder.Dispose();

    // Every sample from the first one on, none missing, within half a count of a sensor's 16 bits.
    private async Task ShouldBePlayedAsync(string played, string foot)
    {
        double[][] truth = await RowsAsync(Path.Combine(played, foot + ".csv")), got = await RowsAsync(_folder["plain", foot + ".csv"]);
        got.Length.ShouldBeGreaterThan(1000);
        int first = Enumerable.Range(0, 50).FirstOrDefault(j => Enumerable.Range(0, 100).All(i => Same(got[i], truth[j + i])), -1);
        first.ShouldBeGreaterThanOrEqualTo(0, "it begins with the first samples of the walk");
        for (int i = 0; i < Math.Min(got.Length, truth.Length - first); i++)
        {
            Same(got[i], truth[first + i]).ShouldBeTrue($"{foot} sample {i}");
            if (i > 0) (got[i][0] - got[i - 1][0]).ShouldBe(0.01, 0.001, $"{foot} sample {i}");
        }

        static bool Same(double[] a, double[] b) => Enumerable.Range(1, 6).All(c => Math.Abs(a[c] - b[c]) < (c < 4 ? 0.0026 : 0.0006));
    }

    private static async Task<double[][]> RowsAsync(string path) =>
        [.. (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Skip(1).Select(l => l.Split(',').Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray())];
}
