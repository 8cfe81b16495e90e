namespace GaitSense.Devices;

/// <summary>A device that is only a clock and a buffer of a certain size.</summary>
internal sealed class ClockPcm : IPcm
{
    private const int BrokenPipe = -32; // as ALSA says it: ran dry
    private const int RateHz = ISoundOutput.StandardRateHz;

    private readonly TimeProvider _time;
    private long _startedAt, _written;
    private bool _isRunning;

    public ClockPcm(double bufferS, TimeProvider time)
    {
        _time = time;
        PeriodFrames = (int)Math.Round(bufferS * RateHz / 4);
        BufferFrames = 4 * PeriodFrames;
    }

    public string Device => "none";

    public int BufferFrames { get; }

    public int PeriodFrames { get; }

    private long Played => _isRunning ? (long)(_time.GetElapsedTime(_startedAt).TotalSeconds * RateHz) : 0;

    public int Write(ReadOnlySpan<short> stereo)
    {
        int frames = Math.Min(stereo.Length / 2, BufferFrames);
        while (true)
        {
            long played = Played;
            if (_isRunning && played >= _written) return BrokenPipe;
            long room = BufferFrames - (_written - played);
            if (room >= frames) break;
            Waiting.For(_time, (double)(frames - room) / RateHz);
        }

        _written += frames;
        if (!_isRunning && _written == BufferFrames) (_isRunning, _startedAt) = (true, _time.GetTimestamp());
        return frames;
    }

    public bool TryDelay(out long frames)
    {
        frames = Math.Max(0, _written - Played);
        return true;
    }

    public bool TryRecover(int error)
    {
        (_isRunning, _written) = (false, 0);
        return true;
    }

    public string Explain(int error) => "it stopped";

    public void Dispose()
    {
    }
}
