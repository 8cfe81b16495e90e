using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>A pattern of vibration, SPEC.md section 8.</summary>
public readonly record struct MotorCommand
{
    /// <summary>Bytes of a command.</summary>
    public const int Size = 12;

    /// <summary>Longest pattern, ms.</summary>
    public const int MaxDurationMs = 5000;

    /// <summary>Strength: 0 stops the motor, 255 is full.</summary>
    public byte Strength { get; init; }

    /// <summary>Pulses, 1 to 20; of no meaning in a stop, as all that follows.</summary>
    public byte Pulses { get; init; }

    /// <summary>Length of each pulse, ms, 1 to 1000.</summary>
    public ushort OnMs { get; init; }

    /// <summary>Pause between pulses, ms, 0 to 1000.</summary>
    public ushort OffMs { get; init; }

    /// <summary>Low 32 bits of the device time of its start, µs; null: at once.</summary>
    public uint? StartUs { get; init; }

    /// <summary>The command that stops the motor.</summary>
    public static MotorCommand Stop => default;

    /// <summary>Says what is wrong with a command.</summary>
    /// <param name="b">Its bytes.</param>
    public static PacketFault Check(ReadOnlySpan<byte> b)
    {
        if (b.Length < Size) return PacketFault.TooShort;
        if (b.Length > Size) return PacketFault.BadLength;
        return Parse(b).IsInRange ? PacketFault.None : PacketFault.OutOfRange;
    }

    /// <summary>Reads a command.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="command">The command where the result is done.</param>
    public static OperationStatus TryRead(ReadOnlySpan<byte> bytes, out MotorCommand command)
    {
        PacketFault fault = Check(bytes);
        command = fault == PacketFault.None ? Parse(bytes) : default;
        return fault.ToStatus();
    }

    /// <summary>Writes the command.</summary>
    /// <param name="destination">Receives <see cref="Size"/> bytes.</param>
    /// <returns>Destination too small, or invalid data where a field is out of range.</returns>
    public OperationStatus TryWrite(Span<byte> destination)
    {
        if (!IsInRange) return OperationStatus.InvalidData;
        if (destination.Length < Size) return OperationStatus.DestinationTooSmall;
        uint? start = Strength > 0 ? StartUs : null; // a stop is at once
        destination[0] = start is null ? (byte)0 : (byte)1;
        destination[1] = Strength;
        destination[2] = Pulses;
        destination[3] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(destination[4..], OnMs);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[6..], OffMs);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[8..], start ?? 0);
        return OperationStatus.Done;
    }

    private bool IsInRange =>
        Strength == 0 || (Pulses is >= 1 and <= 20 && OnMs is >= 1 and <= 1000 && OffMs <= 1000 && (Pulses * OnMs) + ((Pulses - 1) * OffMs) <= MaxDurationMs);

    private static MotorCommand Parse(ReadOnlySpan<byte> b) => new()
    {
        Strength = b[1],
        Pulses = b[2],
        OnMs = BinaryPrimitives.ReadUInt16LittleEndian(b[4..]),
        OffMs = BinaryPrimitives.ReadUInt16LittleEndian(b[6..]),
        StartUs = b[1] > 0 && (b[0] & 1) != 0 ? BinaryPrimitives.ReadUInt32LittleEndian(b[8..]) : null,
    };
}
