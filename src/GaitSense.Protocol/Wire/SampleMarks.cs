namespace GaitSense.Protocol;

/// <summary>What a sample packet says about its samples, SPEC.md section 4.</summary>
[Flags]
public enum SampleMarks : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>An acceleration is at the end of its range.</summary>
    AccelClipped = 1,

    /// <summary>An angular rate is at the end of its range.</summary>
    GyroClipped = 2,

    /// <summary>The sensor itself lost samples before this packet.</summary>
    Lost = 4,

    /// <summary>The packet opens its stream; its index is 0.</summary>
    First = 8,
}
