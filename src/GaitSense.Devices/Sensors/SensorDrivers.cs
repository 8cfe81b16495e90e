using GaitSense.Protocol;

namespace GaitSense.Devices;

/// <summary>The kinds of sensors that are known, in the order in which they are tried.</summary>
internal static class SensorDrivers
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ISensorDriver> All() => SensorProfiles.All.Select(p => new SessionDriver(p));

    /// <summary>One.</summary>
    public static IEnumerable<ISensorDriver> Only(SensorProfile profile) => [new SessionDriver(profile)];
}
