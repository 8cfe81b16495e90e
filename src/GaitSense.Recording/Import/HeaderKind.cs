namespace GaitSense.Recording;

/// <summary>What a column of a foreign table measures.</summary>
internal enum HeaderKind
{
    /// <summary>Time.</summary>
    Time,

    /// <summary>Specific force.</summary>
    Accel,

    /// <summary>Angular rate.</summary>
    Gyro,
}
