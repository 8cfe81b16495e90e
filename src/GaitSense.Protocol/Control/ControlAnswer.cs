using System.Buffers;

namespace GaitSense.Protocol;

/// <summary>An answer from the control point, SPEC.md section 7: a view of its bytes. Reading a parameter that it does not have is the caller's bug.</summary>
public readonly ref struct ControlAnswer
{
    /// <summary>Most bytes of an answer that this code writes.</summary>
    public const int MaxSize = HeaderSize + TimeAnswer.Size;

    internal const int HeaderSize = 3;
    internal const byte AnswerBit = 0x80;

    private readonly ReadOnlySpan<byte> _bytes;

    private ControlAnswer(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>What was asked.</summary>
    public ControlOpcode Opcode => (ControlOpcode)(_bytes[0] & ~AnswerBit);

    /// <summary>Token of the request.</summary>
    public byte Token => _bytes[1];

    /// <summary>Whether it was done.</summary>
    public ControlError Error => (ControlError)_bytes[2];

    /// <summary>All that follows.</summary>
    public ReadOnlySpan<byte> Parameters => _bytes[HeaderSize..];

    /// <summary>Whether it has the parameters of its opcode: where it was done, and with some refusals.</summary>
    public bool HasParameters => Parameters.Length >= SizeWith(Opcode, Error) && SizeWith(Opcode, Error) > 0;

    /// <summary>HELLO: the sensor's versions.</summary>
    public HelloAnswer Hello => HelloAnswer.Parse(Of(ControlOpcode.Hello));

    /// <summary>LIMITS: what the sensor can do.</summary>
    public LimitsAnswer Limits => LimitsAnswer.Parse(Of(ControlOpcode.Limits));

    /// <summary>CONFIGURE: what it made of the settings.</summary>
    public ConfigureAnswer Configuration => ConfigureAnswer.Parse(Of(ControlOpcode.Configure));

    /// <summary>START: number of the stream.</summary>
    public byte StartedStream => Of(ControlOpcode.Start)[0];

    /// <summary>STOP: how the stream ended.</summary>
    public StopAnswer Stopped => StopAnswer.Parse(Of(ControlOpcode.Stop));

    /// <summary>TIME: the sensor's side of the exchange.</summary>
    public TimeAnswer Time => TimeAnswer.Parse(Of(ControlOpcode.Time));

    /// <summary>Says what is wrong with an answer.</summary>
    /// <param name="b">Its bytes.</param>
    public static PacketFault Check(ReadOnlySpan<byte> b)
    {
        if (b.Length < HeaderSize) return PacketFault.TooShort;
        if (b[0] <= AnswerBit) return PacketFault.UnknownKind;
        ControlAnswer answer = new(b);
        ReadOnlySpan<byte> p = b[HeaderSize..];
        int size = SizeWith(answer.Opcode, answer.Error);
        if (size == 0) return PacketFault.None;
        if (p.Length < size) return answer.Error == ControlError.None ? PacketFault.BadLength : PacketFault.None;
        bool good = answer.Opcode switch
        {
            ControlOpcode.Hello => HelloAnswer.Parse(p).IsInRange,
            ControlOpcode.Limits => LimitsAnswer.Parse(p).IsInRange,
            ControlOpcode.Configure => ConfigureAnswer.Parse(p).IsInRange,
            ControlOpcode.Start => p[0] != 0,
            ControlOpcode.Time => TimeAnswer.Parse(p).IsInRange,
            _ => true,
        };
        return good ? PacketFault.None : PacketFault.OutOfRange;
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="bytes">Its bytes; the answer is a view of them.</param>
    /// <param name="answer">The answer where the result is done.</param>
    public static OperationStatus TryRead(ReadOnlySpan<byte> bytes, out ControlAnswer answer)
    {
        PacketFault fault = Check(bytes);
        answer = fault == PacketFault.None ? new(bytes) : default;
        return fault.ToStatus();
    }

    private static int SizeWith(ControlOpcode opcode, ControlError error) => (opcode, error) switch
    {
        (ControlOpcode.Hello, ControlError.None or ControlError.Version) => HelloAnswer.Size,
        (ControlOpcode.Configure, ControlError.None or ControlError.Range) => ConfigureAnswer.Size,
        (ControlOpcode.Limits, ControlError.None) => LimitsAnswer.Size,
        (ControlOpcode.Start, ControlError.None) => 1,
        (ControlOpcode.Stop, ControlError.None) => StopAnswer.Size,
        (ControlOpcode.Time, ControlError.None) => TimeAnswer.Size,
        _ => 0,
    };

    private ReadOnlySpan<byte> Of(ControlOpcode opcode) =>
        Opcode == opcode && HasParameters ? Parameters : throw new InvalidOperationException($"The answer to {Opcode} ({Error}) has no parameters of {opcode}.");
}
