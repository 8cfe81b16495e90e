using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>
/// Writes requests, SPEC.md section 7. Each method returns the bytes written; a destination of <see cref="ControlRequest.MaxSize"/> bytes holds any. Parameters that no
/// sensor may accept are the caller's bug.
/// </summary>
public static class ControlRequests
{
    /// <summary>HELLO: this code's major version.</summary>
    /// <param name="destination">Receives the request.</param>
    /// <param name="token">Comes back with the answer.</param>
    public static int WriteHello(Span<byte> destination, byte token) => WriteHello(destination, token, ProtocolVersion.CurrentMajor, ProtocolVersion.CurrentMajor);

    /// <summary>HELLO.</summary>
    /// <param name="destination">Receives the request.</param>
    /// <param name="token">Comes back with the answer.</param>
    /// <param name="minMajor">Lowest major version of the host, 1 to 15.</param>
    /// <param name="maxMajor">Highest, 1 to 15.</param>
    public static int WriteHello(Span<byte> destination, byte token, byte minMajor, byte maxMajor)
    {
        (destination[2], destination[3]) = (minMajor, maxMajor);
        return Finish(destination, ControlOpcode.Hello, token, 2);
    }

    /// <summary>LIMITS, START or STOP: what has no parameters.</summary>
    /// <param name="destination">Receives the request.</param>
    /// <param name="token">Comes back with the answer.</param>
    /// <param name="opcode">Which.</param>
    public static int WriteSimple(Span<byte> destination, byte token, ControlOpcode opcode) => Finish(destination, opcode, token, 0);

    /// <summary>CONFIGURE.</summary>
    /// <param name="destination">Receives the request.</param>
    /// <param name="token">Comes back with the answer.</param>
    /// <param name="settings">What is asked for.</param>
    public static int WriteConfigure(Span<byte> destination, byte token, in StreamSettings settings)
    {
        settings.WriteTo(destination[ControlRequest.HeaderSize..]);
        return Finish(destination, ControlOpcode.Configure, token, StreamSettings.Size);
    }

    /// <summary>TIME.</summary>
    /// <param name="destination">Receives the request.</param>
    /// <param name="token">Comes back with the answer.</param>
    /// <param name="hostTime">The host's time; the sensor does not use it.</param>
    public static int WriteTime(Span<byte> destination, byte token, ulong hostTime)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(destination[ControlRequest.HeaderSize..], hostTime);
        return Finish(destination, ControlOpcode.Time, token, sizeof(ulong));
    }

    /// <summary>VIBRATE.</summary>
    /// <param name="destination">Receives the request.</param>
    /// <param name="token">Comes back with the answer.</param>
    /// <param name="command">The pattern.</param>
    public static int WriteVibrate(Span<byte> destination, byte token, in MotorCommand command)
    {
        _ = command.TryWrite(destination[ControlRequest.HeaderSize..]);
        return Finish(destination, ControlOpcode.Vibrate, token, MotorCommand.Size);
    }

    /// <summary>SET_FOOT.</summary>
    /// <param name="destination">Receives the request.</param>
    /// <param name="token">Comes back with the answer.</param>
    /// <param name="foot">The foot.</param>
    public static int WriteSetFoot(Span<byte> destination, byte token, SensorFoot foot)
    {
        destination[ControlRequest.HeaderSize] = (byte)foot;
        return Finish(destination, ControlOpcode.SetFoot, token, 1);
    }

    private static int Finish(Span<byte> destination, ControlOpcode opcode, byte token, int parameters)
    {
        (destination[0], destination[1]) = ((byte)opcode, token);
        int size = ControlRequest.HeaderSize + parameters;
        return ControlRequest.Check(destination[..size]) == PacketFault.None ? size : throw new ArgumentException($"No sensor may accept these parameters of {opcode}.", nameof(opcode));
    }
}
