using System.Runtime.CompilerServices;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Protocol;

namespace GaitSense.Cli.Tests;

/// <summary>A Bluetooth adapter that hears what a test lets it hear, and fails as a test wants it to.</summary>
internal sealed class FakeCentral : IBleCentral
{
    public IReadOnlyList<BleAdapterState> Adapters { get; init; } = [new("hci0", "00:11:22:33:44:55", Problem: null)];

    /// <summary>What is heard, in this order, as soon as somebody listens.</summary>
    public IReadOnlyList<BleAdvertisement> Heard { get; init; } = [];

    /// <summary>How a scan ends after what is heard; null: only when it is asked to.</summary>
    public BleException? ScanFailure { get; init; }

    public Func<string, CancellationToken, Task<IBleLink>> Connect { get; init; } = (id, _) => throw new BleException(BleFailure.DeviceNotFound, id);

    /// <summary>An adapter that cannot be used.</summary>
    public static FakeCentral Unusable(BleFailure failure) => new() { Adapters = [new("hci0", Address: null, new BleException(failure, "hci0"))] };

    /// <summary>What a sensor of this project advertises.</summary>
    public static BleAdvertisement Sensor(string id, Foot? foot = null, int rssi = -60, string name = "GaitSense", byte battery = 80)
    {
        byte[] data = new byte[AdvertisedSensor.Size];
        new AdvertisedSensor
        {
            Version = ProtocolVersion.Current,
            Foot = foot switch { Foot.Left => SensorFoot.Left, Foot.Right => SensorFoot.Right, _ => default },
            BatteryPercent = battery,
        }.TryWrite(data).ShouldBe(System.Buffers.OperationStatus.Done);
        return new BleAdvertisement
        {
            DeviceId = id,
            Name = name,
            RssiDbm = rssi,
            Services = [GaitSenseUuid.Service],
            ManufacturerData = new Dictionary<ushort, byte[]> { [AdvertisedSensor.AnyCompany] = data },
        };
    }

    public Task<IReadOnlyList<BleAdapterState>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(Adapters);

    public async IAsyncEnumerable<BleAdvertisement> ScanAsync(BleScanFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (BleAdvertisement heard in Heard.Where(filter.Matches)) yield return heard;
        if (ScanFailure is not null) throw ScanFailure;
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task<IBleLink> ConnectAsync(string deviceId, CancellationToken cancellationToken) => Connect(deviceId, cancellationToken);

    public ValueTask DisposeAsync() => default;
}
