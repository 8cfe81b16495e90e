namespace GaitSense.Streams;

/// <summary>What can happen to a foot's sensor as its decoder sees it. The numbers are part of the session file: they are added to, never changed.</summary>
public enum SensorInput
{
    /// <summary>A connection: a new dialogue begins. Value: settings of the stream (rate, ranges, profile: 7 bytes), then the id of the sensor's kind.</summary>
    Opened = 1,

    /// <summary>The dialogue was asked for its next step.</summary>
    Stepped = 2,

    /// <summary>A value was read. Value: it.</summary>
    Read = 3,

    /// <summary>What was waited for did not come.</summary>
    TimedOut = 4,

    /// <summary>The sensor was asked for its time, at the input's time.</summary>
    TimeAsked = 5,

    /// <summary>The end of the stream was begun.</summary>
    StopBegun = 6,

    /// <summary>A notification that came while the connection was opened. Number: its channel.</summary>
    Heard = 7,

    /// <summary>A characteristic was subscribed. Number: its channel. Value: its UUID, 16 bytes.</summary>
    Subscribed = 8,

    /// <summary>The connection is open: samples may come.</summary>
    Ready = 9,

    /// <summary>A notification, at its arrival, when it was its turn. Number: its channel; 0: an answer for the time that came while the connection was opened.</summary>
    Taken = 10,

    /// <summary>Whether samples flow, as the walk noticed it. Number: 1 or 0.</summary>
    Flowing = 11,
}
