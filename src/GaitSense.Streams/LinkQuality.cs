using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>How one foot's link has been since the first connection.</summary>
public sealed record LinkQuality
{
    private const double OtherRateRatio = 0.03;

    /// <summary>The foot.</summary>
    public required Foot Foot { get; init; }

    /// <summary>Samples that arrived in time.</summary>
    public required long Received { get; init; }

    /// <summary>Samples that the sensor made, by its own time, and that did not arrive; outages included, restarts not.</summary>
    public required long Lost { get; init; }

    /// <summary>Packets that came twice.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Packets that were overtaken and put back in their place.</summary>
    public required long Reordered { get; init; }

    /// <summary>Packets that came after their place had been given up; their samples are lost.</summary>
    public required long Late { get; init; }

    /// <summary>Notifications that are no packets.</summary>
    public required long Malformed { get; init; }

    /// <summary>Notifications that found the queue full.</summary>
    public required long Dropped { get; init; }

    /// <summary>Packets in which the sensor says that the accelerometer or the gyroscope was at its limit.</summary>
    public required long Clipped { get; init; }

    /// <summary>How often the connection was lost and made again.</summary>
    public required int Reconnects { get; init; }

    /// <summary>How often the sensor started anew, or its clock jumped.</summary>
    public required int Restarts { get; init; }

    /// <summary>Arrival behind the fastest packets: median, s; null before the first packet.</summary>
    public required double? JitterMedianS { get; init; }

    /// <summary>The same, 99th percentile, s.</summary>
    public required double? JitterP99S { get; init; }

    /// <summary>Signal strength, dBm; null where the system does not tell.</summary>
    public required int? RssiDbm { get; init; }

    /// <summary>Battery, percent; null where the sensor does not tell.</summary>
    public required int? BatteryPercent { get; init; }

    /// <summary>How far the foot's times may be off from the host's now, s; null before the alignment.</summary>
    public required double? ClockUncertaintyS { get; init; }

    /// <summary>Samples a second as they were asked for and the sensor's kind can give them, Hz; null where it was not connected. <value>The default is null.</value></summary>
    public double? AskedRateHz { get; init; }

    /// <summary>Samples a second as they come, in this computer's time, Hz; null where it is not known yet. <value>The default is null.</value></summary>
    public double? MeasuredRateHz { get; init; }

    /// <summary>Whether they come at another rate than was asked for, by more than a resistor and a capacitor are off.</summary>
    public bool HasOtherRate() => Math.Abs((MeasuredRateHz / AskedRateHz) - 1 ?? 0) > OtherRateRatio;
}
