using GaitSense.Core;
using GaitSense.Simulation.Radio;

namespace GaitSense.Sessions.Tests;

/// <summary>A sensor whose clock stops, from then on all its samples have the same time. It goes on with sending them.</summary>
internal sealed class StoppingClock : FootFirmware
{
    private readonly ProtocolFirmware _inner;
    private readonly ImuSample[] _stopped = new ImuSample[64];
    private readonly Func<bool> _hasStopped;
    private DeviceTime? _at;

    /// <param name="foot">The foot.</param>
    /// <param name="hasStopped">Whether the clock stands.</param>
    public StoppingClock(Foot foot, Func<bool> hasStopped)
    {
        (_inner, _hasStopped) = (new ProtocolFirmware(foot, BleWorld.RateHz), hasStopped);
        SamplesPerPacket = _inner.SamplesPerPacket;
    }

    public override Guid Service => _inner.Service;

    public override Guid StreamCharacteristic => _inner.StreamCharacteristic;

    public override void Disconnected() => Do(_inner.Disconnected);

    public override void Restarted() => Do(_inner.Restarted);

    public override byte[]? Read(Guid characteristic, long deviceUs) => _inner.Read(characteristic, Now(deviceUs));

    public override void Write(Guid characteristic, ReadOnlySpan<byte> value, long receivedUs, long answeredUs, FootNotification notify)
    {
        _inner.Write(characteristic, value, Now(receivedUs), Now(answeredUs), notify);
        IsStreaming = _inner.IsStreaming;
    }

    public override int Encode(ReadOnlySpan<ImuSample> samples, Span<byte> packet)
    {
        for (int i = 0; i < samples.Length; i++) _stopped[i] = samples[i] with { Time = new DeviceTime(Now(samples[i].Time.Microseconds)) };
        return _inner.Encode(_stopped.AsSpan(0, samples.Length), packet);
    }

    private void Do(Action what)
    {
        what();
        IsStreaming = _inner.IsStreaming;
    }

    private long Now(long deviceUs)
    {
        if (!_hasStopped()) return deviceUs;
        _at ??= new DeviceTime(deviceUs);
        return _at.Value.Microseconds;
    }
}
