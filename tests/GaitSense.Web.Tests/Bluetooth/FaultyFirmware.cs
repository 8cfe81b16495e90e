using GaitSense.Core;
using GaitSense.Simulation.Radio;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>The project's own firmware, until something is wrong with it.</summary>
internal sealed class FaultyFirmware : FootFirmware
{
    private readonly ProtocolFirmware _inner;
    private readonly ImuSample[] _stopped = new ImuSample[64];
    private byte[] _last = [];
    private long? _stoppedUs;

    public FaultyFirmware(Foot foot, double rateHz)
    {
        _inner = new ProtocolFirmware(foot, rateHz);
        SamplesPerPacket = _inner.SamplesPerPacket;
    }

    /// <summary>Its clock stands: samples go on, all of the same time.</summary>
    public bool HasStoppedClock { get; set; }

    /// <summary>It sends the packet that it sent last, again and again.</summary>
    public bool RepeatsItself { get; set; }

    public override Guid Service => _inner.Service;

    public override Guid StreamCharacteristic => _inner.StreamCharacteristic;

    /// <summary>What it says of its battery, percent.</summary>
    public byte BatteryPercent => _inner.BatteryPercent;

    public override bool Has(Guid characteristic) => _inner.Has(characteristic);

    public override void Disconnected() => Do(_inner.Disconnected);

    public override void Restarted() => Do(_inner.Restarted);

    public override byte[]? Read(Guid characteristic, long deviceUs) => _inner.Read(characteristic, Clock(deviceUs));

    public override void Write(Guid characteristic, ReadOnlySpan<byte> value, long receivedUs, long answeredUs, FootNotification notify)
    {
        _inner.Write(characteristic, value, Clock(receivedUs), Clock(answeredUs), notify);
        IsStreaming = _inner.IsStreaming;
    }

    public override int Encode(ReadOnlySpan<ImuSample> samples, Span<byte> packet)
    {
        if (RepeatsItself && _last.Length > 0)
        {
            _last.CopyTo(packet);
            return _last.Length;
        }

        for (int i = 0; i < samples.Length; i++) _stopped[i] = samples[i] with { Time = new DeviceTime(Clock(samples[i].Time.Microseconds)) };
        int length = _inner.Encode(_stopped.AsSpan(0, samples.Length), packet);
        _last = packet[..length].ToArray();
        return length;
    }

    private void Do(Action what)
    {
        what();
        IsStreaming = _inner.IsStreaming;
    }

    private long Clock(long deviceUs)
    {
        if (!HasStoppedClock) _stoppedUs = null;
        else _stoppedUs ??= deviceUs;
        return _stoppedUs ?? deviceUs;
    }
}
