namespace GaitSense.Recording.Units;

/// <summary>Ways in which a file's numbers can be in other units than the format says.</summary>
public enum UnitSlip
{
    /// <summary>None was found.</summary>
    None,

    /// <summary>The accelerometer is in g: at rest it reads about 1.</summary>
    AccelInG,

    /// <summary>The accelerometer is in thousandths of g: at rest it reads about 1000.</summary>
    AccelInMilliG,

    /// <summary>The accelerometer is in mm/s²: at rest it reads about 9807.</summary>
    AccelInMillimetres,

    /// <summary>The accelerometer was multiplied by 9.8 twice: at rest it reads about 96.</summary>
    AccelMultipliedTwice,

    /// <summary>The accelerometer reads next to nothing at rest: gravity was taken out, or it was divided by 9.8, or it is dead.</summary>
    AccelWithoutGravity,

    /// <summary>At rest the accelerometer reads something that no usual unit explains.</summary>
    AccelUnexplained,

    /// <summary>The gyroscope is in degrees per second: 57.3 times too large.</summary>
    GyroInDegreesPerS,

    /// <summary>The gyroscope is far too small for the movement that the accelerometer shows: divided by 57.3 twice, or dead.</summary>
    GyroTooSmall,

    /// <summary>The time is not in seconds: samples lie more than half a second apart.</summary>
    TimeNotInSeconds,
}
