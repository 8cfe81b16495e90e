using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>
/// Feeds a device period by period, and keeps the line between time and frames. A device that is gone is opened again as soon as it is there; meanwhile
/// frames pass unheard, and then the sound comes up slowly. All of it on one thread, which never throws.
/// </summary>
internal sealed class PcmStream : IDisposable
{
    /// <summary>A device that is gone is looked for so often, s.</summary>
    public const double RetryS = 1;

    /// <summary>After it was gone, sound comes up from nothing within this, s.</summary>
    public const double RiseS = 3;

    /// <summary>A device that has not taken a period for so long is blocked, s: it is said, and nothing is planned for it.</summary>
    public const double BlockedS = 1;

    private const int MaxFruitlessWrites = 100, RateHz = ISoundOutput.StandardRateHz;

    // The thread looks up so often while it waits, s: it may be asked to stop.
    private const double NapS = 0.1;

    private readonly FrameClock _clock = new(RateHz);
    private readonly SoundOutputOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<IPcm>? _reopen;
    private IPcm? _pcm;
    private DevicePace _pace;
    private float[] _stereo;
    private short[] _samples;
    private DeviceFacts _device;
    private HostTime _lostAt, _nextTry;
    private long _frames, _framesAtLoss, _rising, _underruns, _delay, _askedUs;
    private double _silentS, _silentBeforeS;
    private int _losses;
    private bool _hasSlipped;
    private volatile string? _failure;

    /// <summary>A stream into a device.</summary>
    /// <param name="pcm">The device; this stream's from now on.</param>
    /// <param name="options">The route.</param>
    /// <param name="time">The clock.</param>
    /// <param name="reopen">Opens it again; null: once gone, it stays so.</param>
    public PcmStream(IPcm pcm, SoundOutputOptions options, TimeProvider time, Func<IPcm>? reopen = null)
    {
        (_options, _time, _reopen, _rising) = (options, time, reopen, (long)(RiseS * RateHz));
        (_pcm, _pace, _stereo, _samples, _device) = Use(pcm);
    }

    /// <summary>How the thread that steps is scheduled.</summary>
    public SoundPriority Priority { get; set; }

    public SoundFacts Facts => new(
        Volatile.Read(ref _device).Name, Volatile.Read(ref _frames), Volatile.Read(ref _underruns), Volatile.Read(ref _device).BufferFrames, Volatile.Read(ref _device).PeriodFrames,
        Volatile.Read(ref _delay), _options.RouteLatencyS, Priority, _failure ?? Blocked(), Volatile.Read(ref _losses), Volatile.Read(ref _silentS));

    private HostTime Now => HostTime.FromTicks(_time.GetTimestamp(), _time.TimestampFrequency);

    public bool TryFrameAt(HostTime at, out long frame)
    {
        frame = 0;
        if (_failure is not null || BlockedForS > BlockedS || !_clock.TryFrameAt(at.AddSeconds(-_options.RouteLatencyS), out double exact)) return false;
        frame = (long)Math.Round(exact);
        return true;
    }

    // How long the device has been asked to take what it has not taken yet, s; seen from any thread.
    private double BlockedForS => Volatile.Read(ref _askedUs) is > 0 and var asked ? Now.SecondsSince(new HostTime(asked)) : 0;

    private string? Blocked() => BlockedForS is > BlockedS and var seconds
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sound, {Volatile.Read(ref _device).Name}: it has taken no sound for {seconds:0} s; there are no cues to hear until it does")
        : null;

    /// <summary>Renders one period and hands it over, or waits a little for a device that is gone; false after a failure for good.</summary>
    public bool Step(SoundRender render)
    {
        if (_pcm is not { } pcm)
        {
            Await();
            return true;
        }

        try
        {
            render(_stereo, _frames, Now);
        }
#pragma warning disable CA1031 // Nobody could catch it on this thread, and the walk goes on without sound.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failure = $"sound, {pcm.Device}: rendering failed ({e.Message}); please report this";
            return false;
        }

        Rise();
        Pcm16.Convert(_stereo, _samples);
        HostTime asked = Now;
        Volatile.Write(ref _askedUs, asked.Microseconds);
        bool isTaken = Write(pcm, _samples);
        Volatile.Write(ref _askedUs, 0);
        if (!isTaken) return _reopen is not null;
        if (Now.SecondsSince(asked) is > BlockedS and var blockedS) Unblock(blockedS);
        long frames = _frames + pcm.PeriodFrames;
        Volatile.Write(ref _frames, frames);
        if (_pace.Keep(frames)) _hasSlipped = true;
        Align(frames, pcm);
        return true;
    }

    private void Align(long frames, IPcm pcm)
    {
        // Before a buffer is on its way, it may not have begun to play.
        long delay = 0;
        bool isKnown = frames - _framesAtLoss >= pcm.BufferFrames && pcm.TryDelay(out delay);
        if (isKnown) Volatile.Write(ref _delay, delay);
        if (isKnown && !_hasSlipped) _hasSlipped = !_clock.TryAdd(Now, frames - delay);
        if (!_hasSlipped) return;

        // What was planned would be heard late, or early: a hole in the frames says that it is void.
        _hasSlipped = false;
        frames += pcm.PeriodFrames;
        Volatile.Write(ref _frames, frames);
        _clock.Restart();
        if (isKnown) _clock.TryAdd(Now, frames - delay);
    }

    /// <inheritdoc/>
    public void Dispose() => _pcm?.Dispose();

    private (IPcm Pcm, DevicePace Pace, float[] Stereo, short[] Samples, DeviceFacts Facts) Use(IPcm pcm) =>
        (pcm, new DevicePace(pcm.BufferFrames, _time), new float[2 * pcm.PeriodFrames], new short[2 * pcm.PeriodFrames], new DeviceFacts(pcm.Device, pcm.BufferFrames, pcm.PeriodFrames));

    // A walker is not to be startled by sound that suddenly returns.
    private void Rise()
    {
        const long All = (long)(RiseS * RateHz);
        for (int i = 0; _rising < All && i < _stereo.Length; i += 2, _rising++)
        {
            float gain = (float)_rising / All;
            _stereo[i] *= gain;
            _stereo[i + 1] *= gain;
        }
    }

    private bool Write(IPcm pcm, ReadOnlySpan<short> rest)
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

            if (++fruitless > MaxFruitlessWrites) return Lose(pcm, "it takes no sound any more: choose another device");
            if (taken == 0) continue;
            Volatile.Write(ref _underruns, _underruns + 1);
            _hasSlipped = true;
            if (!pcm.TryRecover(taken)) return Lose(pcm, pcm.Explain(taken));
        }

        return true;
    }

    private bool Lose(IPcm pcm, string reason)
    {
        _failure = $"sound, {pcm.Device}: {reason}";
        _clock.Restart();
        Volatile.Write(ref _losses, _losses + 1);
        (_lostAt, _nextTry) = (Now, Now.AddSeconds(RetryS));
        if (_reopen is null) return false;
        _pcm = null;
        pcm.Dispose();
        return false;
    }

    // What was planned meanwhile is void, and sound comes up slowly, as after a device that was gone.
    private void Unblock(double seconds)
    {
        Volatile.Write(ref _losses, _losses + 1);
        _silentBeforeS += seconds;
        Volatile.Write(ref _silentS, _silentBeforeS);
        (_hasSlipped, _rising) = (true, 0);
    }

    private void Await()
    {
        Waiting.For(_time, NapS);
        double goneS = Now.SecondsSince(_lostAt);
        Volatile.Write(ref _silentS, _silentBeforeS + goneS);
        if (Now < _nextTry) return;
        _nextTry = Now.AddSeconds(RetryS);
        IPcm pcm;
        try
        {
            pcm = _reopen!();
        }
        catch (SoundException)
        {
            return; // not yet
        }

        _silentBeforeS = _silentS;
        (_pcm, _pace, _stereo, _samples, DeviceFacts facts) = Use(pcm);
        Volatile.Write(ref _device, facts);
        // Frames have passed as time has: what was planned for them is not played late.
        Volatile.Write(ref _frames, _framesAtLoss = _frames + (long)Math.Ceiling(goneS * RateHz));
        _rising = 0;
        _failure = null;
    }

    private sealed record DeviceFacts(string Name, int BufferFrames, int PeriodFrames);
}
