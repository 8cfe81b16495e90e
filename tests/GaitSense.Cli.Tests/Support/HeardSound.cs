using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Sessions;

namespace GaitSense.Cli.Tests;

/// <summary>A sound card on a virtual clock: what it is given is heard a buffer later, whatever happens meanwhile; it keeps when each sound began and ended.</summary>
internal sealed class HeardSound(VirtualTime time) : ISoundOutput
{
    private const double BufferS = 0.04, PeriodS = 0.01, QuietS = 0.03;
    private const int RateHz = ISoundOutput.StandardRateHz, PeriodFrames = (int)(PeriodS * RateHz);

    /// <summary>No beat's tone is longer, and every word of <see cref="SpokenBy"/> is, s.</summary>
    private const double LongestBeatS = 0.4, WordS = 0.6;

    private const double MinHz = 300, ApartHz = 20;

    private static readonly string[] s_phrases = [.. Feedback.Cues.Phrases.Keys];

    private readonly List<HeardTone> _sounds = [];
    private readonly float[] _stereo = new float[2 * PeriodFrames];
    private ITimer? _timer;
    private double _startS;
    private long _frames;

    /// <summary>When beats began, s on the virtual clock.</summary>
    public double[] BeatsS => [.. _sounds.Where(s => s.ToS - s.FromS <= LongestBeatS).Select(s => s.FromS)];

    /// <summary>What was said, and when it began, s on the virtual clock: words of <see cref="SpokenBy"/>, known by their pitch.</summary>
    public (double AtS, string Phrase)[] Words => [.. _sounds.Where(s => s.ToS - s.FromS > LongestBeatS).Select(s => (s.FromS, s_phrases[(int)Math.Round((s.PitchHz - MinHz) / ApartHz)]))];

    /// <summary>Words for every phrase: a tone of its own pitch, so that no speech engine is needed and what is heard can be told from beats and from other words.</summary>
    public static SpeechOptions SpokenBy(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((int number, string key) in s_phrases.Index())
        {
            double hz = MinHz + (ApartHz * number);
            using WavOutput wav = new(Path.Combine(folder, key + ".wav"));
            wav.Start((stereo, first, _) =>
            {
                for (int i = 0; i < stereo.Length; i++) stereo[i] = 0.3f * MathF.Sin((float)(hz * Math.Tau * (first + (i / 2)) / RateHz));
            });
            wav.AdvanceTo(default);
            wav.AdvanceTo(new HostTime((long)(WordS * 1e6)));
        }

        return new SpeechOptions { Folder = folder };
    }

    public SoundFacts Facts => new("virtual", _frames, 0, (int)(BufferS * RateHz), PeriodFrames, (int)(BufferS * RateHz), 0, default, null);

    public void Start(SoundRender render)
    {
        _startS = time.NowS;
        var period = TimeSpan.FromSeconds(PeriodS);
        _timer = time.CreateTimer(_ => Render(render), null, period, period);
    }

    public bool TryFrameAt(HostTime at, out long frame)
    {
        frame = (long)Math.Round(((at.Microseconds * 1e-6) - _startS) * RateHz);
        return true;
    }

    public void Dispose() => _timer?.Dispose();

    private void Render(SoundRender render)
    {
        while (_frames / (double)RateHz < time.NowS - _startS + BufferS)
        {
            render(_stereo, _frames, HostTime.FromTicks(time.GetTimestamp(), time.TimestampFrequency));
            for (int i = 0; i < PeriodFrames; i++, _frames++)
            {
                if (_stereo[2 * i] == 0 && _stereo[(2 * i) + 1] == 0) continue;
                double now = _startS + (_frames / (double)RateHz);
                if (_sounds.Count == 0 || now - _sounds[^1].ToS >= QuietS) _sounds.Add(new HeardTone(now));
                _sounds[^1].Hear(now, _stereo[2 * i] + _stereo[(2 * i) + 1]);
            }
        }
    }
}

/// <summary>A sound without a pause.</summary>
/// <param name="fromS">When it began, s.</param>
internal sealed class HeardTone(double fromS)
{
    private double _firstRiseS, _lastRiseS;
    private int _rises;
    private float _last;

    public double FromS { get; } = fromS;

    public double ToS { get; private set; } = fromS;

    /// <summary>How often it rises through zero, 1/s.</summary>
    public double PitchHz => (_rises - 1) / (_lastRiseS - _firstRiseS);

    public void Hear(double nowS, float value)
    {
        if (_last < 0 && value >= 0)
        {
            if (_rises++ == 0) _firstRiseS = nowS;
            _lastRiseS = nowS;
        }

        (_last, ToS) = (value, nowS);
    }
}
