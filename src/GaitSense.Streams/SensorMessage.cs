namespace GaitSense.Streams;

/// <summary>What a notification turned out to be.</summary>
public enum SensorMessage
{
    /// <summary>Bytes that are no message of this sensor.</summary>
    Malformed,

    /// <summary>Samples.</summary>
    Samples,

    /// <summary>The answer to a question for the sensor's time.</summary>
    Time,

    /// <summary>Something that is of no interest here.</summary>
    Other,
}
