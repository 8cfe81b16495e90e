using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>A request to the control point, SPEC.md section 7: a view of its bytes. Reading a parameter of another opcode is the caller's bug.</summary>
public readonly ref struct ControlRequest
{
    /// <summary>Most bytes of a request that this code writes.</summary>
    public const int MaxSize = HeaderSize + MotorCommand.Size;

    internal const int HeaderSize = 2;

    private readonly ReadOnlySpan<byte> _bytes;

    private ControlRequest(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>What is asked; may be one that this code does not know.</summary>
    public ControlOpcode Opcode => (ControlOpcode)_bytes[0];

    /// <summary>Comes back with the answer.</summary>
    public byte Token => _bytes[1];

    /// <summary>All that follows.</summary>
    public ReadOnlySpan<byte> Parameters => _bytes[HeaderSize..];

    /// <summary>HELLO: lowest and highest major version of the host.</summary>
    public (byte Lowest, byte Highest) Majors => (Of(ControlOpcode.Hello)[0], Parameters[1]);

    /// <summary>CONFIGURE: what is asked for.</summary>
    public StreamSettings Settings => StreamSettings.Parse(Of(ControlOpcode.Configure));

    /// <summary>TIME: the host's time, opaque.</summary>
    public ulong HostTime => BinaryPrimitives.ReadUInt64LittleEndian(Of(ControlOpcode.Time));

    /// <summary>VIBRATE: the pattern.</summary>
    public MotorCommand Motor => MotorCommand.TryRead(Of(ControlOpcode.Vibrate), out MotorCommand command) == OperationStatus.Done ? command : default;

    /// <summary>SET_FOOT: the foot.</summary>
    public SensorFoot Foot => (SensorFoot)Of(ControlOpcode.SetFoot)[0];

    /// <summary>
    /// Says what is wrong with a request. What is too short or of an unknown kind cannot be answered; a bad length is answered with
    /// <see cref="ControlError.Malformed"/>, what is out of range with <see cref="ControlError.Range"/>. An opcode that this code does not know is well-formed.
    /// </summary>
    /// <param name="b">Its bytes.</param>
    public static PacketFault Check(ReadOnlySpan<byte> b)
    {
        if (b.Length < HeaderSize) return PacketFault.TooShort;
        if (b[0] is 0 or >= 0x80) return PacketFault.UnknownKind;
        ReadOnlySpan<byte> p = b[HeaderSize..];
        int size = ParameterSize((ControlOpcode)b[0]);
        if (size < 0) return PacketFault.None;
        if (p.Length != size) return PacketFault.BadLength;
        bool good = (ControlOpcode)b[0] switch
        {
            ControlOpcode.Hello => p[0] is >= 1 and <= 15 && p[1] >= p[0] && p[1] <= 15,
            ControlOpcode.Configure => StreamSettings.Parse(p).IsInRange,
            ControlOpcode.Vibrate => MotorCommand.Check(p) == PacketFault.None,
            ControlOpcode.SetFoot => p[0] <= (byte)SensorFoot.Right,
            _ => true,
        };
        return good ? PacketFault.None : PacketFault.OutOfRange;
    }

    /// <summary>Reads a request.</summary>
    /// <param name="bytes">Its bytes; the request is a view of them.</param>
    /// <param name="request">The request where the result is done.</param>
    public static OperationStatus TryRead(ReadOnlySpan<byte> bytes, out ControlRequest request)
    {
        PacketFault fault = Check(bytes);
        request = fault == PacketFault.None ? new(bytes) : default;
        return fault.ToStatus();
    }

    private static int ParameterSize(ControlOpcode opcode) => opcode switch
    {
        ControlOpcode.Hello => 2,
        ControlOpcode.Configure => StreamSettings.Size,
        ControlOpcode.Limits or ControlOpcode.Start or ControlOpcode.Stop => 0,
        ControlOpcode.Time => sizeof(ulong),
        ControlOpcode.Vibrate => MotorCommand.Size,
        ControlOpcode.SetFoot => 1,
        _ => -1,
    };

    private ReadOnlySpan<byte> Of(ControlOpcode opcode) =>
        Opcode == opcode ? Parameters : throw new InvalidOperationException($"The request is {Opcode}, not {opcode}.");
}
