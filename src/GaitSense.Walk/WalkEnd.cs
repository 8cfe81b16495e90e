using GaitSense.Core;

namespace GaitSense.Walk;

/// <summary>How a walk ended.</summary>
public sealed record WalkEnd
{
    /// <summary>The message for a walk without any sample.</summary>
    public const string NoSamples = "there are no samples";

    /// <summary>Whether it was asked to stop before the source ended. What was walked until then is complete.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>Why the source failed; null where it did not. What it gave before is complete.</summary>
    public required GaitSenseException? Failure { get; init; }

    /// <summary>What the samples were like, one entry for each foot with a sensor.</summary>
    public required IReadOnlyList<DataQuality> Quality { get; init; }

    /// <summary>From the first to the last sample of the longer foot, s.</summary>
    public required double DurationS { get; init; }

    /// <summary>Standard uncertainty of the offset between the feet's clocks, over the steps of the walk, s. <value>The default is 0: one clock.</value></summary>
    public double ClockUncertaintyS { get; init; }

    /// <summary>The latest time that the rows of its tables know of; null where there are none. <value>The default is null.</value></summary>
    public DeviceTime? DecidedUntil { get; init; }

    /// <summary>Samples of both feet.</summary>
    public long Samples => Quality.Sum(q => q.Samples);
}
