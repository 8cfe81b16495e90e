namespace GaitSense.Devices;

/// <summary>The kinds of sensors that are known, in the order in which they are tried.</summary>
internal static class SensorDrivers
{
    public static IEnumerable<ISensorDriver> All() => [];
}
