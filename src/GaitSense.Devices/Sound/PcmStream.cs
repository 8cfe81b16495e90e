using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>Feeds a device period by period, and keeps the line between time and frames. All of it on one thread, which never throws.</summary>
internal sealed class PcmStream(IPcm pcm, SoundOutputOptions options, TimeProvider time)
{
    private const int MostFruitlessWrites = 100;

    private readonly FrameClock _clock = new(ISoundOutput.StandardRateHz);
    private readonly DevicePace _pace = new(pcm.BufferFrames, time);
    private readonly float[] _stereo = new float[2 * pcm.PeriodFrames];
    private readonly short[] _samples = new short[2 * pcm.PeriodFrames];
    private long _frames, _underruns, _delay;
    private volatile string? _failure;

    /// <summary>How the thread that steps is scheduled.</summary>
    public SoundPriority Priority { get; set; }

    public SoundFacts Facts => new(
        pcm.Device, Volatile.Read(ref _frames), Volatile.Read(ref _underruns), pcm.BufferFrames, pcm.PeriodFrames, Volatile.Read(ref _delay), options.RouteLatencyS, Priority, _failure);

    private HostTime Now => HostTime.FromTicks(time.GetTimestamp(), time.TimestampFrequency);

    public bool TryFrameAt(HostTime at, out long frame)
    {
        frame = 0;
        if (_failure is not null || !_clock.TryFrameAt(at.AddSeconds(-options.RouteLatencyS), out double exact)) return false;
        frame = (long)Math.Round(exact);
        return true;
    }

    /// <summary>Renders one period and hands it over; false after a failure.</summary>
    public bool Step(SoundRender render)
    {
        try
        {
            render(_stereo, _frames, Now);
        }
#pragma warning disable CA1031 // Nobody could catch it on this thread, and the walk goes on without sound.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Fail($"rendering failed ({e.Message}); please report this");
        }

        Pcm16.Convert(_stereo, _samples);
        if (!Write(_samples)) return false;
        long frames = _frames + pcm.PeriodFrames;
        Volatile.Write(ref _frames, frames);
        if (_pace.Keep(frames)) _clock.Restart();
        if (frames >= pcm.BufferFrames && pcm.TryDelay(out long delay)) // before, it may not have begun to play
        {
            Volatile.Write(ref _delay, delay);
            _clock.Add(Now, frames - delay);
        }

        return true;
    }

    private bool Write(ReadOnlySpan<short> rest)
    {
        for (int fruitless = 0; !rest.IsEmpty;)
        {
            int taken = pcm.Write(rest);
            if (taken > 0)
            {
                rest = rest[(2 * taken)..];
                fruitless = 0;
                continue;
            }

            if (++fruitless > MostFruitlessWrites) return Fail("it takes no sound any more: choose another device");
            if (taken == 0) continue;
            Volatile.Write(ref _underruns, _underruns + 1);
            _clock.Restart();
            if (!pcm.TryRecover(taken)) return Fail(pcm.Explain(taken));
        }

        return true;
    }

    private bool Fail(string reason)
    {
        _failure = $"sound, {pcm.Device}: {reason}";
        return false;
    }
}
