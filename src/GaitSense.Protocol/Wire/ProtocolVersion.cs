namespace GaitSense.Protocol;

/// <summary>A version of the protocol, as one byte carries it: major in the high 4 bits, minor in the low 4 bits.</summary>
/// <param name="Byte">The byte.</param>
public readonly record struct ProtocolVersion(byte Byte)
{
    /// <summary>The version of this code: 1.1.</summary>
    public static ProtocolVersion Current { get; } = new(0x11);

    /// <summary>The major version of this code.</summary>
    public const int CurrentMajor = 1;

    /// <summary>Versions of one major understand each other.</summary>
    public int Major => Byte >> 4;

    /// <summary>A greater one only adds.</summary>
    public int Minor => Byte & 0x0F;

    /// <summary>Whether this code can read messages of this version.</summary>
    public bool IsSpoken => Major == CurrentMajor;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Major}.{Minor}");
}
