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

    private readonly List<(double FromS, double ToS)> _sounds = [];
    private readonly float[] _stereo = new float[2 * PeriodFrames];
    private ITimer? _timer;
    private double _startS;
    private long _frames;

    /// <summary>When beats began, s on the virtual clock.</summary>
    public double[] BeatsS => [.. _sounds.Where(s => s.ToS - s.FromS <= LongestBeatS).Select(s => s.FromS)];

    /// <summary>When words began, s on the virtual clock.</summary>
    public double[] WordsS => [.. _sounds.Where(s => s.ToS - s.FromS > LongestBeatS).Select(s => s.FromS)];

    /// <summary>Words for every phrase: a tone, so that no speech engine is needed and what is heard can be told from beats.</summary>
    public static SpeechOptions SpokenBy(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string key in Feedback.Phrases.Keys)
        {
            using WavOutput wav = new(Path.Combine(folder, key + ".wav"));
            wav.Start(static (stereo, first, _) =>
            {
                for (int i = 0; i < stereo.Length; i++) stereo[i] = 0.3f * MathF.Sin((float)(300 * Math.Tau * (first + (i / 2)) / RateHz));
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
                if (_sounds.Count > 0 && now - _sounds[^1].ToS < QuietS) _sounds[^1] = (_sounds[^1].FromS, now);
                else _sounds.Add((now, now));
            }
        }
    }
}
