namespace GaitSense.Protocol;

/// <summary>All kinds of sensors that this code can talk to.</summary>
public static class SensorProfiles
{
    /// <summary>The project's own protocol.</summary>
    public static SensorProfile GaitSense { get; } = new GaitSenseProfile();

    /// <summary>Movella (Xsens) DOT.</summary>
    public static SensorProfile MovellaDot { get; } = new MovellaDotProfile();

    /// <summary>MbientLab MetaMotion R, RL and S.</summary>
    public static SensorProfile MetaMotion { get; } = new MetaMotionProfile();

    /// <summary>WitMotion BWT901BLE 5.0 and WT901BLE.</summary>
    public static SensorProfile WitMotion { get; } = new WitMotionProfile();

    /// <summary>Nordic Thingy:52: known, and refused (<see cref="SensorLimits.Unfit"/>).</summary>
    public static SensorProfile Thingy52 { get; } = new Thingy52Profile();

    /// <summary>All of them; the project's own first.</summary>
    public static IReadOnlyList<SensorProfile> All { get; } = [GaitSense, MovellaDot, MetaMotion, WitMotion, Thingy52];

    /// <summary>The kind of an advertisement, or null.</summary>
    /// <param name="services">Services that it names.</param>
    /// <param name="name">Name that it gives; null: none.</param>
    /// <param name="companies">Company identifiers of its manufacturer data.</param>
    public static SensorProfile? Find(IReadOnlyCollection<Guid> services, string? name, params IReadOnlyCollection<ushort> companies) =>
        All.FirstOrDefault(p => p.Matches(services, name, companies));
}
