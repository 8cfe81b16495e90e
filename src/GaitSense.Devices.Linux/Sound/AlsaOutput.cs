namespace GaitSense.Devices.Linux;

/// <summary>
/// Sound on Linux, through ALSA. Why ALSA: libasound is on every Linux desktop and goes to PipeWire or PulseAudio by itself where they run; its interface
/// has been the same for twenty years; it tells the delay up to the converter, which is what a beat ahead of time needs; and frames are handed over by our
/// own thread, so that no managed code runs inside a sound server's real-time thread. (OpenAL Soft of Debian 12 cannot begin a sound at a given time.)
/// A device that is pulled out is opened again when it is there.
/// </summary>
public static class AlsaOutput
{
    /// <summary>Opens a device.</summary>
    /// <param name="options">The device, its buffer, and the route's latency.</param>
    /// <param name="time">The clock of <see cref="ISoundOutput.TryFrameAt"/>; <see cref="BootClock"/> where it is null.</param>
    /// <returns>The output; it is the caller's to dispose.</returns>
    /// <exception cref="SoundException">It cannot be opened; the message says why and what to do.</exception>
    public static ISoundOutput Open(SoundOutputOptions? options = null, TimeProvider? time = null)
    {
        options ??= new SoundOutputOptions();
        return new PcmOutput(() => AlsaPcm.Open(options.Device, options.BufferS), options, time ?? BootClock.Instance, LinuxThreads.Raise);
    }
}
