namespace GaitSense.Storage;

/// <summary>A sensor that a running session uses; no other can.</summary>
public sealed record LiveSensor
{
    /// <summary>The sensor's name: a digest of its address under the installation's key.</summary>
    public required string Sensor { get; init; }

    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }
}
