using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Devices.Tests;

/// <summary>A maker's sensor is asked for its kind's own rate, not for that of ours.</summary>
public sealed class DefaultRateTests
{
    [Theory]
    [InlineData("witmotion", null, 100)]
    [InlineData("witmotion", 200, 200)]
    [InlineData("movella-dot", null, 60)]
    public async Task ASensor_IsAskedForTheDefaultOfItsKind_UnlessARateWasSaid(string profile, int? rateHz, double asksHz)
    {
        FootSensorOptions options = new() { Profile = SensorProfiles.All.Single(p => string.Equals(p.Id, profile, StringComparison.Ordinal)), RateHz = rateHz };
        await using FootSensor sensor = new(Foot.Left, "maker", new Central(), options, TimeProvider.System);
        await sensor.ConnectAsync(TestContext.Current.CancellationToken);
        (1 / sensor.Input.Kind!.PeriodS).ShouldBe(asksHz, 1e-9);
    }

    private sealed class Central : IBleCentral
    {
        public Task<IReadOnlyList<BleAdapterState>> CheckAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<BleAdvertisement> ScanAsync(BleScanFilter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IBleLink> ConnectAsync(string deviceId, CancellationToken cancellationToken) => Task.FromResult<IBleLink>(new Link(deviceId));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    // A sensor that takes what it is told and keeps it; as it comes, a DOT's settings say 30 Hz (byte 24 on).
    private sealed class Link(string id) : IBleLink
    {
        private byte[] _settings = [.. new byte[24], 30, .. new byte[7]];

        public string DeviceId => id;

        public int Mtu => 247;

        public Task<BleException> Disconnected { get; } = new TaskCompletionSource<BleException>().Task;

        public Task<bool> HasAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task SubscribeAsync(Guid service, Guid characteristic, BleNotificationHandler handler, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WriteAsync(Guid service, Guid characteristic, ReadOnlyMemory<byte> value, bool withResponse, CancellationToken cancellationToken)
        {
            if (value.Length == _settings.Length) _settings = value.ToArray();
            return Task.CompletedTask;
        }

        public Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) => Task.FromResult(_settings);

        public Task<int?> ReadRssiAsync(CancellationToken cancellationToken) => Task.FromResult<int?>(null);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
