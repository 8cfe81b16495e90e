namespace GaitSense.Clinic.Walks;

/// <summary>When a sensor's battery is low.</summary>
public static class BatteryLimit
{
    /// <summary>A charge for several walks of ten minutes, by what small sensors use; below it nobody should set out, percent.</summary>
    public const int LowPercent = 15;
}
