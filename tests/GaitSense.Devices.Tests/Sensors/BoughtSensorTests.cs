using System.Buffers.Binary;
using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Sessions;

namespace GaitSense.Devices.Tests;

/// <summary>Sensors that people can buy, through the whole connection on a virtual clock: they stream while they are still being asked and told.</summary>
public sealed class BoughtSensorTests
{
    private const double LongestS = 15;

    private readonly VirtualTime _time = new();

    [Fact]
    public async Task WitMotion_ThatStreamsAllTheTimeAndAnswersNothing_IsSetAndUsed()
    {
        Link link = new("0000ffe4", _ => { }, _ => [0xFF]);
        await using Connection connection = await OpenAsync(link, SensorProfiles.WitMotion, 0.01, WitMotionFrame, s => s.State == FootSensorState.Streaming);
        connection.Connected.IsCompletedSuccessfully.ShouldBeTrue("each notification began the wait for an answer anew, and it never ended");
        connection.Sensor.State.ShouldBe(FootSensorState.Streaming);
        string.Join(", ", link.Written).ShouldContain("0000ffe9 FFAA030900"); // 100 Hz
    }

    [Fact]
    public async Task MovellaDot_AtHalfItsRate_IsSetAndItsBatteryRead()
    {
        byte[] control = new byte[32];
        control[24] = 30;
        Link link = new("15172003", w => { if (w.StartsWith("15171002 10", StringComparison.Ordinal)) control[24] = 60; }, c => c switch
        {
            "15171002" => [.. control],
            "15173001" => [0x42, 0x00],
            _ => [],
        });
        await using Connection connection = await OpenAsync(link, SensorProfiles.MovellaDot, 1.0 / 60, DotPayload, s => s.Quality.BatteryPercent is not null);
        await connection.Connected;
        connection.Sensor.RateHz.ShouldNotBeNull().ShouldBe(60, 1e-6);
        connection.Sensor.Quality.BatteryPercent.ShouldBe(66);
    }

    [Fact]
    public async Task Thingy52_ThatIsNamedByItsOwner_IsRefusedWithTheReason()
    {
        Link link = new("", _ => { }, _ => new byte[9]);
        await using Connection connection = await OpenAsync(link, SensorProfiles.Thingy52, 0.1, () => [], _ => true);
        connection.Connected.Exception!.InnerException.ShouldBeOfType<SensorRefusedException>().Message.ShouldContain("ends at 2 g");
    }

    // What is heard late is heard: a sensor is silent only where nothing comes in.
    [Fact]
    public async Task SensorThatIsHeardSecondsLate_StaysConnected_AndOneThatIsSilentDoesNot()
    {
        Link link = new("0000ffe4", _ => { }, _ => [0xFF]);
        await using Connection connection = await OpenAsync(link, SensorProfiles.WitMotion, 0.01, WitMotionFrame, s => s.State == FootSensorState.Streaming);
        for (double until = _time.NowS + 8; _time.NowS < until;)
        {
            await PassAsync(0.05);
            link.Notify(WitMotionFrame(), _time.GetTimestamp() - (long)(3.0 * _time.TimestampFrequency));
        }

        (connection.Sensor.State, connection.Sensor.Quality.Reconnects).ShouldBe((FootSensorState.Streaming, 0));
        double silentSince = _time.NowS;
        while (connection.Sensor.State == FootSensorState.Streaming && _time.NowS < silentSince + 8) await PassAsync(0.05);
        connection.Sensor.Failure!.Message.ShouldContain("it is silent");
        (_time.NowS - silentSince).ShouldBeInRange(2, 2.5 + 2);

        async Task PassAsync(double seconds)
        {
            _time.Advance(seconds);
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    // The connection's own threads run beside the clock: each step leaves them a moment.
    private async Task<Connection> OpenAsync(Link link, SensorProfile profile, double everyS, Func<byte[]> notification, Func<FootSensor, bool> until)
    {
        FootSensor sensor = new(Foot.Left, "C0:00:00:00:00:01", link, new() { Profile = profile, RateHz = profile.DefaultSettings.RateHz }, _time);
        Task connected = sensor.ConnectAsync(TestContext.Current.CancellationToken);
        while (_time.NowS < LongestS && !connected.IsFaulted && !(connected.IsCompleted && until(sensor)))
        {
            _time.Advance(everyS);
            link.Notify(notification(), _time.GetTimestamp());
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        return new Connection(sensor, connected, _time);
    }

    private static byte[] WitMotionFrame() => [0x55, 0x61, .. new byte[18]];

    private byte[] DotPayload()
    {
        byte[] payload = new byte[28];
        BinaryPrimitives.WriteUInt32LittleEndian(payload, (uint)(_time.NowS * 1e6));
        BinaryPrimitives.WriteSingleLittleEndian(payload.AsSpan(12), 9.8f);
        return payload;
    }

    private sealed record Connection(FootSensor Sensor, Task Connected, VirtualTime Time) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Task end = Sensor.DisposeAsync().AsTask();
            while (!end.IsCompleted)
            {
                Time.Advance(0.1);
                await Task.Delay(1).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A radio with one sensor in range, and its link. Characteristics are told by their first eight digits.</summary>
    private sealed class Link(string samples, Action<string> write, Func<string, byte[]> read) : IBleCentral, IBleLink
    {
        private readonly TaskCompletionSource<BleException> _lost = new();
        private BleNotificationHandler? _handler;

        public List<string> Written { get; } = [];

        public string DeviceId => "C0:00:00:00:00:01";

        public int Mtu => 247;

        public Task<BleException> Disconnected => _lost.Task;

        public void Notify(byte[] value, long timestamp)
        {
            if (value.Length > 0) _handler?.Invoke(value, timestamp);
        }

        public Task<IReadOnlyList<BleAdapterState>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<BleAdapterState>>([]);

        public async IAsyncEnumerable<BleAdvertisement> ScanAsync(BleScanFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            yield break;
        }

        public Task<IBleLink> ConnectAsync(string deviceId, CancellationToken cancellationToken) => Task.FromResult<IBleLink>(this);

        public Task<bool> HasAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task SubscribeAsync(Guid service, Guid characteristic, BleNotificationHandler handler, CancellationToken cancellationToken)
        {
            if (string.Equals(Short(characteristic), samples, StringComparison.Ordinal)) _handler = handler;
            return Task.CompletedTask;
        }

        public Task WriteAsync(Guid service, Guid characteristic, ReadOnlyMemory<byte> value, bool withResponse, CancellationToken cancellationToken)
        {
            string written = $"{Short(characteristic)} {Convert.ToHexString(value.Span)}";
            Written.Add(written);
            write(written);
            return Task.CompletedTask;
        }

        public Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) => Task.FromResult(read(Short(characteristic)));

        public Task<int?> ReadRssiAsync(CancellationToken cancellationToken) => Task.FromResult<int?>(-60);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static string Short(Guid characteristic) => characteristic.ToString()[..8];
    }
}
