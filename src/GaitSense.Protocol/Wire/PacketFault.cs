namespace GaitSense.Protocol;

/// <summary>What is wrong with a message, as the vectors name it.</summary>
public enum PacketFault
{
    /// <summary>Nothing: it is well-formed and in range.</summary>
    None,

    /// <summary>Shorter than the shortest message of its kind.</summary>
    TooShort,

    /// <summary>A length that its kind cannot have.</summary>
    BadLength,

    /// <summary>Of a major version that this code does not speak.</summary>
    OtherVersion,

    /// <summary>Of a kind that this code does not know. Minor versions may add kinds.</summary>
    UnknownKind,

    /// <summary>A field is outside its range.</summary>
    OutOfRange,
}
