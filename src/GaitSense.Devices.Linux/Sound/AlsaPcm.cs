namespace GaitSense.Devices.Linux;

/// <summary>A playback device of ALSA.</summary>
internal sealed unsafe class AlsaPcm : IPcm
{
    private const int NoEntry = -2, InputOutput = -5, NoSuchDevice = -6, NotAllowed = -13, Busy = -16, NoDevice = -19, Refused = -111;

    private nint _pcm;

    private AlsaPcm(nint pcm, string device) => (_pcm, Device) = (pcm, device);

    public string Device { get; }

    public int BufferFrames { get; private set; }

    public int PeriodFrames { get; private set; }

    /// <summary>Opens a device.</summary>
    /// <exception cref="SoundException">It is not there, is not ours to use, or cannot play stereo; or the library is missing.</exception>
    public static AlsaPcm Open(string device, double bufferS)
    {
        nint handle;
        try
        {
            Asound.BeQuiet();
            int opened = Asound.Open(out handle, device, Asound.Playback, 0);
            if (opened < 0) throw new SoundException(device, Reason(opened));
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new SoundException(device, "libasound.so.2 is missing: install it (apt install libasound2), or go without sound", e);
        }

        AlsaPcm pcm = new(handle, device);
        try
        {
            pcm.Check(Asound.SetParams(handle, Asound.Signed16LittleEndian, Asound.Interleaved, 2, ISoundOutput.StandardRateHz, 1, (uint)(bufferS * 1e6)));
            pcm.Check(Asound.GetParams(handle, out nuint buffer, out nuint period));
            (pcm.BufferFrames, pcm.PeriodFrames) = ((int)buffer, (int)period);
            return pcm;
        }
        catch
        {
            pcm.Dispose();
            throw;
        }
    }

    public int Write(ReadOnlySpan<short> stereo)
    {
        fixed (short* samples = stereo) return (int)Asound.Write(_pcm, samples, (nuint)(stereo.Length / 2));
    }

    public bool TryDelay(out long frames)
    {
        nint delay = 0;
        bool isKnown = Asound.Delay(_pcm, &delay) == 0;
        frames = delay;
        return isKnown;
    }

    public bool TryRecover(int error) => Asound.Recover(_pcm, error, 1) == 0;

    public string Explain(int error) => Reason(error);

    public void Dispose()
    {
        nint pcm = Interlocked.Exchange(ref _pcm, 0);
        if (pcm == 0) return;
        _ = Asound.Drop(pcm);
        _ = Asound.Close(pcm);
    }

    private static string Reason(int error) => error switch
    {
        NoEntry or NoSuchDevice => "there is no such sound device: `aplay -L` lists those there are",
        NoDevice or InputOutput => "the device is gone: plug it in again, or choose another (`aplay -L`)",
        Busy => "another program has the device to itself: close it, or choose \"default\"",
        NotAllowed => "this user may not use it: add the user to the group audio",
        Refused => "the sound server does not answer: start PipeWire or PulseAudio, or choose a card (`aplay -L`)",
        _ => Asound.Text(error),
    };

    private void Check(int result)
    {
        if (result < 0) throw new SoundException(Device, $"it does not play stereo at {ISoundOutput.StandardRateHz} frames per second ({Asound.Text(result)}): choose \"default\" or a device that begins with \"plughw:\"");
    }
}
