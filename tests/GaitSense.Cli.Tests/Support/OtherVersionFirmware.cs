using System.Buffers;
using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Simulation.Radio;

namespace GaitSense.Cli.Tests;

/// <summary>A foot whose firmware speaks a later major version of the protocol, and says so as the specification wants it.</summary>
internal sealed class OtherVersionFirmware(ProtocolFirmware usual) : FootFirmware
{
    public override Guid Service => usual.Service;

    public override Guid StreamCharacteristic => usual.StreamCharacteristic;

    public override byte[]? Read(Guid characteristic, long deviceUs) => usual.Read(characteristic, deviceUs);

    public override void Write(Guid characteristic, ReadOnlySpan<byte> value, long receivedUs, long answeredUs, FootNotification notify)
    {
        if (ControlRequest.TryRead(value, out ControlRequest request) != OperationStatus.Done || request.Opcode != ControlOpcode.Hello) return;
        Span<byte> answer = stackalloc byte[ControlAnswer.MaxSize];
        int length = ControlAnswers.WriteHello(answer, request.Token, ControlError.Version, new HelloAnswer(new ProtocolVersion(0x21), 2, 2, 0x0200));
        notify(GaitSenseUuid.ControlPoint, answer[..length]);
    }

    public override int Encode(ReadOnlySpan<ImuSample> samples, Span<byte> packet) => usual.Encode(samples, packet);
}
