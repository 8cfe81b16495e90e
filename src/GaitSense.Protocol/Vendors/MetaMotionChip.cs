namespace GaitSense.Protocol;

/// <summary>The inertial chip of a MetaMotion: it decides registers and codes.</summary>
public enum MetaMotionChip
{
    /// <summary>Bosch BMI160 (MetaMotion R, RL).</summary>
    Bmi160,

    /// <summary>Bosch BMI270 (MetaMotion S).</summary>
    Bmi270,
}
