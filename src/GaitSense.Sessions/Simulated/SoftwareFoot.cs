using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Protocol;
using GaitSense.Simulation.Radio;

namespace GaitSense.Sessions;

/// <summary>
/// A foot sensor made of software on a real Bluetooth adapter: it advertises, answers and streams as firmware-protocol/SPEC.md says, and plays a walk
/// from when it is first asked to stream. After the walk it stands still.
/// </summary>
public sealed class SoftwareFoot : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);
    private const double StandS = 600;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private readonly ProtocolFirmware _firmware;
    private readonly SimulatedFoot _foot;
    private readonly ImuSample[] _samples;
    private IBlePeripheral? _peripheral;
    private ITimer? _timer;
    private bool _isPlaying;
    private long _sent, _refused;

    private SoftwareFoot(ImuSample[] samples, ProtocolFirmware firmware, SimulatedFootOptions options, TimeProvider time)
    {
        (_samples, _firmware, _time, _startedAt) = (samples, firmware, time, time.GetTimestamp());
        _foot = new SimulatedFoot(firmware, options with { Samples = samples });
    }

    /// <summary>Notifications handed to the Bluetooth stack.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Notifications that the stack did not take: congested, or no longer subscribed.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Whether samples flow.</summary>
    public bool IsStreaming { get; private set; }

    /// <summary>Completes when the adapter or the Bluetooth service went away.</summary>
    public Task<BleException> Ended => _peripheral!.Ended;

    /// <summary>Begins to advertise.</summary>
    /// <param name="foot">The foot that it says it sits on.</param>
    /// <param name="walk">What it plays: evenly spaced samples, at least two.</param>
    /// <param name="rateHz">Their rate, Hz.</param>
    /// <param name="faults">What happens to its packets on the way, besides what the real link does; its samples are replaced by <paramref name="walk"/>.</param>
    /// <param name="open">Opens the peripheral.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="BleException">It cannot advertise.</exception>
    public static async Task<SoftwareFoot> StartAsync(
        Foot foot, IReadOnlyList<ImuSample> walk, double rateHz, SimulatedFootOptions faults, Func<BlePeripheralDefinition, Task<IBlePeripheral>> open, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(walk);
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(time);
        var firmware = new ProtocolFirmware(foot, rateHz);
        var sensor = new SoftwareFoot(Lasting(walk, rateHz), firmware, faults, time);
        sensor._peripheral = await open(sensor.Definition(foot)).ConfigureAwait(false);
        sensor._timer = time.CreateTimer(static s => ((SoftwareFoot)s!).Advance(), sensor, Step, Step);
        return sensor;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_timer is { } timer) await timer.DisposeAsync().ConfigureAwait(false);
        if (_peripheral is { } peripheral) await peripheral.DisposeAsync().ConfigureAwait(false);
    }

    private double NowS => _time.GetElapsedTime(_startedAt).TotalSeconds;

    // The walk, then standing still as at its end; evenly spaced, from time 0 on.
    private static ImuSample[] Lasting(IReadOnlyList<ImuSample> walk, double rateHz)
    {
        var all = new ImuSample[walk.Count + (int)(StandS * rateHz)];
        for (int i = 0; i < all.Length; i++)
        {
            ImuSample s = walk[Math.Min(i, walk.Count - 1)];
            all[i] = new ImuSample(DeviceTime.FromSeconds(i / rateHz), s.AccelMps2, i < walk.Count ? s.GyroRadPerS : default);
        }

        return all;
    }

    private BlePeripheralDefinition Definition(Foot foot)
    {
        byte[] advertised = new byte[AdvertisedSensor.Size];
        new AdvertisedSensor { Version = ProtocolVersion.Current, Foot = foot == Foot.Left ? SensorFoot.Left : SensorFoot.Right, BatteryPercent = 80 }.TryWrite(advertised);
        return new BlePeripheralDefinition
        {
            Name = "GaitSense",
            AdvertisedServices = [GaitSenseUuid.Service],
            ManufacturerData = new Dictionary<ushort, byte[]> { [AdvertisedSensor.AnyCompany] = advertised },
            Services =
            [
                new BleServiceDefinition(GaitSenseUuid.Service,
                [
                    new(GaitSenseUuid.SampleStream, BleCharacteristicUses.Notify) { SubscriptionChanged = on => { if (!on) Lose(); } },
                    new(GaitSenseUuid.ControlPoint, BleCharacteristicUses.Write | BleCharacteristicUses.WriteWithoutResponse | BleCharacteristicUses.Notify) { Written = value => Write(GaitSenseUuid.ControlPoint, value) },
                    new(GaitSenseUuid.Motor, BleCharacteristicUses.Write | BleCharacteristicUses.WriteWithoutResponse) { Written = value => Write(GaitSenseUuid.Motor, value) },
                    new(GaitSenseUuid.StreamInfo, BleCharacteristicUses.Read | BleCharacteristicUses.Notify) { Read = () => Read(GaitSenseUuid.StreamInfo) },
                    new(GaitSenseUuid.Status, BleCharacteristicUses.Read | BleCharacteristicUses.Notify) { Read = () => Read(GaitSenseUuid.Status) },
                ]),
                new BleServiceDefinition(BleUuid.BatteryService, [new(BleUuid.BatteryLevel, BleCharacteristicUses.Read) { Read = static () => [80] }]),
            ],
        };
    }

    private byte[] Read(Guid characteristic)
    {
        lock (_lock) return _foot.Firmware.Read(characteristic, _foot.DeviceUs(NowS)) ?? [];
    }

    private void Write(Guid characteristic, byte[] value)
    {
        lock (_lock)
        {
            double nowS = NowS;
            if (_peripheral is { } link && !_firmware.IsStreaming) _firmware.FitTo(link.Mtu);
            _foot.Write(characteristic, value, nowS);
            if (!_isPlaying && _foot.Firmware.IsStreaming) Play(nowS);
        }
    }

    // The walk waits for the first one who wants it.
    private void Play(double nowS)
    {
        _isPlaying = true;
        for (int i = 0; i < _samples.Length; i++) _samples[i] = _samples[i] with { Time = _samples[i].Time.AddSeconds(nowS) };
    }

    private void Lose()
    {
        lock (_lock) _foot.Disconnect();
    }

    private void Advance()
    {
        lock (_lock)
        {
            double nowS = NowS;
            if (_isPlaying) _foot.Advance(nowS);
            IsStreaming = _foot.Firmware.IsStreaming;
            while (_foot.TryReceive(nowS, out Guid characteristic, out ReadOnlySpan<byte> value, out _))
                Interlocked.Increment(ref _peripheral!.TryNotify(characteristic, value) ? ref _sent : ref _refused);
        }
    }
}
