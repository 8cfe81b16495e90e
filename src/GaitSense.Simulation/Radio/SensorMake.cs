namespace GaitSense.Simulation.Radio;

/// <summary>Sensors that differ in what they tell of the time.</summary>
public enum SensorMake
{
    /// <summary>This project's own: timestamps, a counter, answers to questions for the time; 2 samples a packet.</summary>
    GaitSense,

    /// <summary>Movella DOT: timestamps, no counter; 60 Hz, 1 sample a packet.</summary>
    MovellaDot,

    /// <summary>MbientLab MetaMotion: neither; acceleration and angular rate in packets of their own, 3 samples each.</summary>
    MetaMotion,

    /// <summary>WitMotion: neither; 1 sample a packet.</summary>
    WitMotion,
}
