using GaitSense.Core;
using GaitSense.Devices;

namespace GaitSense.Sessions.Tests;

/// <summary>A sound card on a virtual clock: what it is given is heard a buffer later, whatever happens meanwhile; it keeps when sound began.</summary>
/// <param name="time">The clock.</param>
/// <param name="routeS">Output latency beyond the card, s; it was calibrated.</param>
internal sealed class VirtualSound(VirtualTime time, double routeS = 0) : ISoundOutput
{
    /// <summary>From being rendered to being heard, s.</summary>
    public const double BufferS = 0.04;

    private const double PeriodS = 0.01, QuietS = 0.03;
    private const int RateHz = ISoundOutput.StandardRateHz, PeriodFrames = (int)(PeriodS * RateHz);

    private readonly float[] _stereo = new float[2 * PeriodFrames];
    private ITimer? _timer;
    private double _startS;
    private long _frames, _lastLoud = -RateHz;

    /// <summary>When sound began after silence, on the virtual clock, s.</summary>
    public List<double> OnsetsS { get; } = [];

    /// <summary>From when on the card takes no sound, and says so a second later, on the virtual clock, s.</summary>
    public double BlocksAtS { get; init; } = double.PositiveInfinity;

    public SoundFacts Facts => new("virtual", _frames, 0, (int)(BufferS * RateHz), PeriodFrames, (int)(BufferS * RateHz), routeS, default, time.NowS > BlocksAtS + 1 ? "sound, virtual: blocked" : null);

    public void Start(SoundRender render)
    {
        _startS = time.NowS;
        var period = TimeSpan.FromSeconds(PeriodS);
        _timer = time.CreateTimer(_ => Render(render), null, period, period);
    }

    public bool TryFrameAt(HostTime at, out long frame)
    {
        frame = (long)Math.Round(((at.Microseconds * 1e-6) - _startS - routeS) * RateHz);
        return true;
    }

    public void Dispose() => _timer?.Dispose();

    private void Render(SoundRender render)
    {
        while (time.NowS < BlocksAtS && _frames / (double)RateHz < time.NowS - _startS + BufferS)
        {
            render(_stereo, _frames, HostTime.FromTicks(time.GetTimestamp(), time.TimestampFrequency));
            for (int i = 0; i < PeriodFrames; i++, _frames++)
            {
                if (_stereo[2 * i] == 0 && _stereo[(2 * i) + 1] == 0) continue;
                if (_frames - _lastLoud > QuietS * RateHz) OnsetsS.Add(_startS + routeS + (_frames / (double)RateHz));
                _lastLoud = _frames;
            }
        }
    }
}
