using System.Runtime.Versioning;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;

namespace GaitSense.Browser.Demo;

/// <summary>
/// A pair of simulated shoes in a worker of their own, which another page's walk reaches as it reaches real ones: characteristics, reads, writes and notifications, in real time. Time begins
/// with the first connection.
/// </summary>
/// <param name="recording">What they play.</param>
[SupportedOSPlatform("browser")]
internal sealed class DemoShoes(SimulatedRecording recording)
{
    private readonly SimulatedFoot[] _feet = [.. BothFeet.InOrder.Select(f => new SimulatedFoot(new ProtocolFirmware(f, recording.Sensor.RateHz), new SimulatedFootOptions
    {
        Samples = recording.SamplesOf(f).ToArray(),
        Clock = new SimulatedClock { DriftRatio = f == Foot.Left ? 30e-6 : -30e-6, OffsetS = 100 + (int)f },
        Stream = (ulong)f,
    }))];

    private readonly Dictionary<Guid, int>[] _channels = [[], []];
    private readonly bool[] _isConnected = new bool[2];
    private double? _beganMs;

    /// <summary>Connects to a shoe.</summary>
    /// <returns>Whether it is in reach.</returns>
    public bool Connect(Foot foot, double nowMs)
    {
        _beganMs ??= nowMs;
        return _isConnected[(int)foot] = _feet[(int)foot].IsReachable(TrueS(nowMs));
    }

    /// <summary>The connection to a shoe ends.</summary>
    public void Disconnect(Foot foot)
    {
        _channels[(int)foot].Clear();
        if (_isConnected[(int)foot]) _feet[(int)foot].Disconnect();
        _isConnected[(int)foot] = false;
    }

    /// <summary>Whether a shoe has a characteristic.</summary>
    public bool Has(Foot foot, Guid service, Guid characteristic)
    {
        FootFirmware firmware = _feet[(int)foot].Firmware;
        return service == BleUuid.BatteryService || (service == firmware.Service && firmware.Has(characteristic));
    }

    /// <summary>Wants notifications.</summary>
    public void Subscribe(Foot foot, Guid characteristic, int channel) => _channels[(int)foot][characteristic] = channel;

    /// <summary>Writes.</summary>
    public void Write(Foot foot, Guid characteristic, ReadOnlySpan<byte> value, double nowMs) => _feet[(int)foot].Write(characteristic, value, TrueS(nowMs));

    /// <summary>Reads; nothing where there is nothing to read.</summary>
    public byte[] Read(Foot foot, Guid characteristic, double nowMs) =>
        characteristic == BleUuid.BatteryLevel ? [((ProtocolFirmware)_feet[(int)foot].Firmware).BatteryPercent] : _feet[(int)foot].Firmware.Read(characteristic, _feet[(int)foot].DeviceUs(TrueS(nowMs))) ?? [];

    /// <summary>A shoe cannot be reached for a while.</summary>
    public void Vanish(Foot foot, double forS, double nowMs) => _feet[(int)foot].Vanish(TrueS(nowMs), forS);

    /// <summary>Time has passed: what arrives is notified.</summary>
    public void Advance(double nowMs)
    {
        if (_beganMs is null) return;
        double trueS = TrueS(nowMs);
        foreach (Foot foot in BothFeet.InOrder)
        {
            SimulatedFoot shoe = _feet[(int)foot];
            shoe.Advance(trueS);
            while (shoe.TryReceive(trueS, out Guid characteristic, out ReadOnlySpan<byte> value, out double arrivedS))
                if (_isConnected[(int)foot] && _channels[(int)foot].TryGetValue(characteristic, out int channel)) DemoCalls.Notify((int)foot, channel, value.ToArray(), _beganMs.Value + (1000 * arrivedS));
        }
    }

    private double TrueS(double nowMs) => _beganMs is { } began ? (nowMs - began) / 1000 : 0;
}
