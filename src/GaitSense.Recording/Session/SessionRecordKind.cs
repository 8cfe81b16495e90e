using GaitSense.Core;

namespace GaitSense.Recording.Session;

/// <summary>Kinds of records in a session file; FORMAT.md says what each holds. Added to, never changed.</summary>
public static class SessionRecordKind
{
    /// <summary>The manifest; always the first record.</summary>
    public const byte Manifest = 1;

    /// <summary>A mark at this moment, set by a person.</summary>
    public const byte Marker = 2;

    /// <summary>Name of a table.</summary>
    public const byte Table = 3;

    /// <summary>A row of a table: something was decided.</summary>
    public const byte Row = 4;

    /// <summary>How the radio links were.</summary>
    public const byte Links = 5;

    /// <summary>Time passed, and that mattered.</summary>
    public const byte TimePassed = 6;

    /// <summary>The walk ended.</summary>
    public const byte Ended = 7;

    /// <summary>A request was made.</summary>
    public const byte Request = 8;

    /// <summary>Nothing comes after it: the recording was closed. Its number is how many records are before it.</summary>
    public const byte Closed = 9;

    private const byte FirstInput = 32, LastInput = 95;

    /// <summary>The kind of a sensor's input.</summary>
    /// <param name="input">The input, 0 to 31.</param>
    /// <param name="foot">The sensor's foot.</param>
    public static byte OfInput(int input, Foot foot) => (byte)(FirstInput + (2 * input) + (int)foot);

    /// <summary>Whether a kind is that of a sensor's input, and of which.</summary>
    public static bool IsInput(byte kind, out int input, out Foot foot)
    {
        (input, foot) = ((kind - FirstInput) / 2, (Foot)(kind & 1));
        return kind is >= FirstInput and <= LastInput;
    }
}
