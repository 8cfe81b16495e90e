namespace GaitSense.Recording.Import.Tables;

/// <summary>What a column of a foreign table measures.</summary>
internal enum HeaderKind
{
    /// <summary>Time.</summary>
    Time,

    /// <summary>Specific force.</summary>
    Accel,

    /// <summary>Angular rate.</summary>
    Gyro,

    /// <summary>Acceleration without gravity, which a foot's tracking cannot use.</summary>
    LinearAccel,

    /// <summary>The direction of gravity, which another program made.</summary>
    Gravity,

    /// <summary>An axis without a word of what is measured: <c>x</c>, <c>Y (g)</c>.</summary>
    BareAxis,
}
