namespace GaitSense.Protocol;

/// <summary>Writes answers, SPEC.md section 7, as a sensor does. Each method returns the bytes written; <see cref="ControlAnswer.MaxSize"/> bytes hold any.</summary>
public static class ControlAnswers
{
    /// <summary>An answer without parameters: a refusal, or "done" to VIBRATE and SET_FOOT.</summary>
    /// <param name="destination">Receives the answer.</param>
    /// <param name="opcode">Opcode of the request.</param>
    /// <param name="token">Token of the request.</param>
    /// <param name="error">How it went.</param>
    public static int Write(Span<byte> destination, ControlOpcode opcode, byte token, ControlError error) => Head(destination, opcode, token, error, 0);

    /// <summary>HELLO, done or refused for the version.</summary>
    /// <param name="destination">Receives the answer.</param>
    /// <param name="token">Token of the request.</param>
    /// <param name="error">None or version.</param>
    /// <param name="hello">The sensor's versions.</param>
    public static int WriteHello(Span<byte> destination, byte token, ControlError error, in HelloAnswer hello)
    {
        hello.WriteTo(destination[ControlAnswer.HeaderSize..]);
        return Head(destination, ControlOpcode.Hello, token, error, HelloAnswer.Size);
    }

    /// <summary>LIMITS.</summary>
    /// <param name="destination">Receives the answer.</param>
    /// <param name="token">Token of the request.</param>
    /// <param name="limits">What the sensor can do.</param>
    public static int WriteLimits(Span<byte> destination, byte token, in LimitsAnswer limits)
    {
        limits.WriteTo(destination[ControlAnswer.HeaderSize..]);
        return Head(destination, ControlOpcode.Limits, token, ControlError.None, LimitsAnswer.Size);
    }

    /// <summary>CONFIGURE, done or out of range.</summary>
    /// <param name="destination">Receives the answer.</param>
    /// <param name="token">Token of the request.</param>
    /// <param name="error">None or range.</param>
    /// <param name="configuration">What the sensor does, or would do.</param>
    public static int WriteConfigure(Span<byte> destination, byte token, ControlError error, in ConfigureAnswer configuration)
    {
        configuration.WriteTo(destination[ControlAnswer.HeaderSize..]);
        return Head(destination, ControlOpcode.Configure, token, error, ConfigureAnswer.Size);
    }

    /// <summary>START.</summary>
    /// <param name="destination">Receives the answer.</param>
    /// <param name="token">Token of the request.</param>
    /// <param name="stream">Number of the stream, 1 to 255.</param>
    public static int WriteStart(Span<byte> destination, byte token, byte stream)
    {
        destination[ControlAnswer.HeaderSize] = stream;
        return Head(destination, ControlOpcode.Start, token, ControlError.None, 1);
    }

    /// <summary>STOP.</summary>
    /// <param name="destination">Receives the answer.</param>
    /// <param name="token">Token of the request.</param>
    /// <param name="stopped">How the stream ended.</param>
    public static int WriteStop(Span<byte> destination, byte token, in StopAnswer stopped)
    {
        stopped.WriteTo(destination[ControlAnswer.HeaderSize..]);
        return Head(destination, ControlOpcode.Stop, token, ControlError.None, StopAnswer.Size);
    }

    /// <summary>TIME.</summary>
    /// <param name="destination">Receives the answer.</param>
    /// <param name="token">Token of the request.</param>
    /// <param name="time">The sensor's side of the exchange.</param>
    public static int WriteTime(Span<byte> destination, byte token, in TimeAnswer time)
    {
        time.WriteTo(destination[ControlAnswer.HeaderSize..]);
        return Head(destination, ControlOpcode.Time, token, ControlError.None, TimeAnswer.Size);
    }

    private static int Head(Span<byte> destination, ControlOpcode opcode, byte token, ControlError error, int parameters)
    {
        (destination[0], destination[1], destination[2]) = ((byte)(ControlAnswer.AnswerBit | (byte)opcode), token, (byte)error);
        return ControlAnswer.HeaderSize + parameters;
    }
}
