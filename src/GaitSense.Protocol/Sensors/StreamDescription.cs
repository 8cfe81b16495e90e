namespace GaitSense.Protocol;

/// <summary>What the readings of a stream mean. A new stream (another configuration, another start, another clock) is a new object.</summary>
public sealed record StreamDescription
{
    /// <summary>m/s² of one unit of acceleration.</summary>
    public required double AccelScaleMps2 { get; init; }

    /// <summary>rad/s of one unit of angular rate.</summary>
    public required double GyroScaleRadPerS { get; init; }

    /// <summary>Time between samples as the sensor states it, s; the truth may be some percent off.</summary>
    public required double PeriodS { get; init; }

    /// <summary>Magnitude on an axis from which acceleration clips, m/s².</summary>
    public required double AccelRangeMps2 { get; init; }

    /// <summary>Magnitude on an axis from which the angular rate clips, rad/s.</summary>
    public required double GyroRangeRadPerS { get; init; }

    /// <summary>Bits of the device timestamp, after which it wraps; 0: there is none.</summary>
    public int TimestampBits { get; init; }

    /// <summary>Ticks of the device timestamp in a second.</summary>
    public double TimestampHz { get; init; }

    /// <summary>Bits of the sensor's sample counter, after which it wraps; 0: there is none, and lost samples show only as time.</summary>
    public int CounterBits { get; init; }

    /// <summary>Names the life of the device clock: the same value, the same clock. Null where the sensor does not tell.</summary>
    public uint? Epoch { get; init; }

    /// <summary>Number of the stream; null where the sensor does not count them.</summary>
    public byte? Number { get; init; }

    /// <summary>By how much the samples show the motion late, s; null where it is not known.</summary>
    public double? FilterDelayS { get; init; }

    /// <summary>The foot that the sensor says it sits on.</summary>
    public SensorFoot Foot { get; init; }

    /// <summary>Whether the readings carry the sensor's own time.</summary>
    public bool HasTimestamp => TimestampBits > 0;
}
