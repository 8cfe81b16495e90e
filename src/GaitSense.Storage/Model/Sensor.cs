using GaitSense.Core;

namespace GaitSense.Storage;

/// <summary>A sensor that was seen, without its address.</summary>
public sealed record Sensor
{
    /// <summary>The sensor's name: a digest of its address under the installation's key.</summary>
    public required string Id { get; init; }

    /// <summary>Model, as the sensor says it; may be empty.</summary>
    public string Model { get; init; } = "";

    /// <summary>Firmware, as the sensor says it; may be empty.</summary>
    public string Firmware { get; init; } = "";

    /// <summary>The foot it was on last; null: not known.</summary>
    public Foot? Foot { get; init; }

    /// <summary>Battery when it was last seen, percent, 0 to 100; null: not known.</summary>
    public int? BatteryPercent { get; init; }

    /// <summary>When it was last seen.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}
