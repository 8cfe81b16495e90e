using System.Buffers.Binary;
using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Sessions;

namespace GaitSense.Devices.Tests;

/// <summary>Sensors that people can buy, through the whole connection on a virtual clock: they stream while they are still being asked and told.</summary>
public sealed class BoughtSensorTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public void WitMotion_ThatStreamsAllTheTimeAndAnswersNothing_IsSetAndUsed()
    {
        Link link = new("0000ffe4", _ => null, _ => [0xFF]);
        using Connection connection = Open(link, SensorProfiles.WitMotion, seconds: 5, everyS: 0.01, WitMotionFrame);
        connection.Connected.IsCompletedSuccessfully.ShouldBeTrue("each notification began the wait for an answer anew, and it never ended");
        connection.Sensor.State.ShouldBe(FootSensorState.Streaming);
        link.Written.ShouldContain("0000ffe9 FFAA030900"); // its kind's 100 Hz, not the 200 of our own sensors
    }

    [Fact]
    public void MovellaDot_AtHalfItsRate_IsSetAndItsBatteryRead()
    {
        byte[] control = new byte[32];
        control[24] = 30;
        Link link = new("15172003", w => w is ["15171002", var value] && value.StartsWith("10", StringComparison.Ordinal) ? control[24] = 60 : null, c => c switch
        {
            "15171002" => [.. control],
            "15173001" => [0x42, 0x00],
            _ => [],
        });
        using Connection connection = Open(link, SensorProfiles.MovellaDot, seconds: 3, everyS: 1.0 / 60, DotPayload);
        connection.Connected.IsCompletedSuccessfully.ShouldBeTrue();
        connection.Sensor.RateHz.ShouldNotBeNull().ShouldBe(60, 1e-6);
        connection.Sensor.Quality.BatteryPercent.ShouldBe(66);
    }

    [Fact]
    public void Thingy52_ThatIsNamedByItsOwner_IsRefusedWithTheReason()
    {
        Link link = new("", _ => null, _ => new byte[9]);
        using Connection connection = Open(link, SensorProfiles.Thingy52, seconds: 1, everyS: 1, () => []);
        connection.Connected.Exception!.InnerException.ShouldBeOfType<SensorRefusedException>().Message.ShouldContain("ends at 2 g");
    }

    private Connection Open(Link link, SensorProfile profile, double seconds, double everyS, Func<byte[]> notification)
    {
        FootSensor sensor = new(Foot.Left, "C0:00:00:00:00:01", link, new() { Profile = profile }, _time, runInline: true);
        Task connected = sensor.ConnectAsync(TestContext.Current.CancellationToken);
        for (double at = 0; at < seconds; at += everyS)
        {
            _time.Advance(everyS);
            link.Notify(notification(), _time.GetTimestamp());
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

    private sealed record Connection(FootSensor Sensor, Task Connected, VirtualTime Time) : IDisposable
    {
        public void Dispose()
        {
            ValueTask end = Sensor.DisposeAsync();
            Time.Advance(5);
            end.AsTask().IsCompleted.ShouldBeTrue();
        }
    }

    /// <summary>A radio with one sensor in range, and its link. Characteristics are told by their first eight digits.</summary>
    private sealed class Link(string samples, Func<string[], int?> write, Func<string, byte[]> read) : IBleCentral, IBleLink
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
            if (Short(characteristic) == samples) _handler = handler;
            return Task.CompletedTask;
        }

        public Task WriteAsync(Guid service, Guid characteristic, ReadOnlyMemory<byte> value, bool withResponse, CancellationToken cancellationToken)
        {
            string bytes = Convert.ToHexString(value.Span);
            Written.Add($"{Short(characteristic)} {bytes}");
            write([Short(characteristic), bytes]);
            return Task.CompletedTask;
        }

        public Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) => Task.FromResult(read(Short(characteristic)));

        public Task<int?> ReadRssiAsync(CancellationToken cancellationToken) => Task.FromResult<int?>(-60);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static string Short(Guid characteristic) => characteristic.ToString()[..8];
    }
}
