namespace GaitSense.Devices;

/// <summary>
/// Keeps time like a sound card and throws the sound away: for machines without one, and to measure. Its buffer runs dry as a card's does, and that is
/// counted.
/// </summary>
public static class NullOutput
{
    /// <summary>An output that keeps time by a clock.</summary>
    /// <param name="options">Buffer and route; the device's name has no meaning.</param>
    /// <param name="time">The clock; the system's where it is null.</param>
    /// <param name="raise">How its thread is raised before others; null: it runs as any other.</param>
    public static ISoundOutput Create(SoundOutputOptions? options = null, TimeProvider? time = null, RaiseThread? raise = null)
    {
        options ??= new SoundOutputOptions();
        time ??= TimeProvider.System;
        return new PcmOutput(() => new ClockPcm(options.BufferS, time), options, time, raise, reopens: false);
    }
}
