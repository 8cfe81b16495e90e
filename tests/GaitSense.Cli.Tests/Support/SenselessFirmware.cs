using GaitSense.Core;
using GaitSense.Simulation.Radio;

namespace GaitSense.Cli.Tests;

/// <summary>Firmware that from some packet on sends packets of a kind that nobody knows, at its usual rate.</summary>
internal sealed class SenselessFirmware(ProtocolFirmware usual, int afterPackets) : FootFirmware
{
    private int _left = afterPackets;

    public override Guid Service => usual.Service;

    public override Guid StreamCharacteristic => usual.StreamCharacteristic;

    public override void Disconnected()
    {
        base.Disconnected();
        usual.Disconnected();
    }

    public override byte[]? Read(Guid characteristic, long deviceUs) => usual.Read(characteristic, deviceUs);

    public override void Write(Guid characteristic, ReadOnlySpan<byte> value, long receivedUs, long answeredUs, FootNotification notify)
    {
        usual.Write(characteristic, value, receivedUs, answeredUs, notify);
        (IsStreaming, SamplesPerPacket) = (usual.IsStreaming, usual.SamplesPerPacket);
    }

    public override int Encode(ReadOnlySpan<ImuSample> samples, Span<byte> packet)
    {
        int length = usual.Encode(samples, packet);
        if (_left-- <= 0) packet[0] = 0x7F;
        return length;
    }
}
