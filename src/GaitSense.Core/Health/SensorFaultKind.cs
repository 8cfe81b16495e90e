namespace GaitSense.Core;

/// <summary>What is wrong with a foot's sensor, as its own samples show.</summary>
public enum SensorFaultKind
{
    /// <summary>It gave one and the same reading again and again.</summary>
    Frozen,

    /// <summary>The accelerometer reads gravity too large or too small.</summary>
    AccelScale,

    /// <summary>Accelerometer and gyroscope are in different axes, or one axis of the accelerometer is mirrored.</summary>
    AxesDiffer,

    /// <summary>The gyroscope has a wrong sign on one axis or on all, or its axes are left-handed.</summary>
    GyroSign,

    /// <summary>The gyroscope reads too large or too small.</summary>
    GyroScale,

    /// <summary>The gyroscope is late against the accelerometer.</summary>
    GyroLate,

    /// <summary>The sensor moves as no foot does: it never comes to rest between two swings, or hardly turns.</summary>
    NotOnFoot,
}
