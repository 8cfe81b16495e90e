namespace GaitSense.Recording;

/// <summary>Kinds of records in a session file; FORMAT.md says what each holds. Added to, never changed.</summary>
public static class SessionRecordKind
{
    /// <summary>The manifest; always the first record.</summary>
    public const byte Manifest = 1;

    /// <summary>Somebody marked this moment.</summary>
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

    /// <summary>The first of the sensor inputs: this plus twice the input, plus 1 for the right foot.</summary>
    public const byte FirstInput = 32;

    /// <summary>The last of the sensor inputs.</summary>
    public const byte LastInput = 95;
}
