using GaitSense.Core;
using GaitSense.Simulation.Radio;

namespace GaitSense.Cli.Tests;

/// <summary>A foot that streams on, and from some moment on in packets that nobody can read: its link is alive, and no sample comes.</summary>
internal sealed class NonsenseFirmware : FootFirmware
{
    private readonly ProtocolFirmware _usual;
    private readonly Func<bool> _isNonsense;

    public NonsenseFirmware(ProtocolFirmware usual, Func<bool> isNonsense)
    {
        (_usual, _isNonsense) = (usual, isNonsense);
        SamplesPerPacket = usual.SamplesPerPacket;
    }

    public override Guid Service => _usual.Service;

    public override Guid StreamCharacteristic => _usual.StreamCharacteristic;

    public override void Disconnected()
    {
        _usual.Disconnected();
        IsStreaming = false;
    }

    public override byte[]? Read(Guid characteristic, long deviceUs) => _usual.Read(characteristic, deviceUs);

    public override void Write(Guid characteristic, ReadOnlySpan<byte> value, long receivedUs, long answeredUs, FootNotification notify)
    {
        _usual.Write(characteristic, value, receivedUs, answeredUs, notify);
        IsStreaming = _usual.IsStreaming;
    }

    public override int Encode(ReadOnlySpan<ImuSample> samples, Span<byte> packet)
    {
        int length = _usual.Encode(samples, packet);
        if (_isNonsense()) packet[..length].Fill(0xA5);
        return length;
    }
}
