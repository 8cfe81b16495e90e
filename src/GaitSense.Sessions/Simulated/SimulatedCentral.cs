using System.Runtime.CompilerServices;
using GaitSense.Devices;
using GaitSense.Simulation.Radio;

namespace GaitSense.Sessions;

/// <summary>
/// A Bluetooth radio that is not there: simulated feet behind the same interface as real ones. Everything above the radio is the real thing. With a
/// virtual clock, all of it happens in one order.
/// </summary>
/// <param name="time">The clock; true time of the simulation counts from <paramref name="time"/>'s present.</param>
/// <param name="feet">The sensors by their addresses.</param>
public sealed class SimulatedCentral(TimeProvider time, IReadOnlyDictionary<string, SimulatedFoot> feet) : IBleCentral
{
    /// <summary>How long a link is silent before it counts as lost, s: the supervision timeout.</summary>
    public const double SupervisionS = 0.7;

    internal const double StepS = 0.005;

    private readonly long _origin = time.GetTimestamp();

    /// <summary>Links that are open.</summary>
    public int OpenLinks { get; internal set; }

    /// <summary>Links that were ever made.</summary>
    public int Connections { get; private set; }

    /// <summary>True time of the simulation, s.</summary>
    public double TrueS => time.GetElapsedTime(_origin).TotalSeconds;

    internal TimeProvider Time => time;

    /// <summary>The timestamp of a true time.</summary>
    internal long TimestampOf(double trueS) => _origin + (long)Math.Round(trueS * time.TimestampFrequency);

    /// <inheritdoc/>
    public Task<IReadOnlyList<BleAdapterState>> CheckAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BleAdapterState>>([new BleAdapterState("simulated", Address: null, Problem: null)]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BleAdvertisement> ScanAsync(BleScanFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        foreach ((string id, SimulatedFoot foot) in feet)
        {
            BleAdvertisement heard = new() { DeviceId = id, Name = "GaitSense", RssiDbm = -50, Services = [foot.Firmware.Service] };
            if (foot.IsReachable(TrueS) && filter.Matches(heard)) yield return heard;
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public async Task<IBleLink> ConnectAsync(string deviceId, CancellationToken cancellationToken)
    {
        if (!feet.TryGetValue(deviceId, out SimulatedFoot? foot)) throw new BleException(BleFailure.DeviceNotFound, deviceId);
        for (int i = 0; i < 20; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.1), time, cancellationToken).ConfigureAwait(false);
            if (!foot.IsReachable(TrueS)) continue;
            Connections++;
            return new SimulatedLink(this, deviceId, foot);
        }

        throw new BleException(BleFailure.DeviceNotFound, deviceId);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;
}
