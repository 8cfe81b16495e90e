using GaitSense.Core;
using GaitSense.Feedback.Cues;

namespace GaitSense.Feedback.Safety;

/// <summary>
/// How loud cues are: they begin softly and come up, after a silence again a little softer. From one cue to the next, in whatever order they are heard and
/// whichever are taken back, loudness changes by 6 dB at most: 3 dB between kinds, and 3 dB after a silence.
/// </summary>
internal sealed class Loudness
{
    private const double FirstDb = -9, AgainDb = -3, RiseDb = 1.5, GoodStepDb = -3, SilenceS = 4;

    private double _levelDb = FirstDb - RiseDb;
    private DeviceTime? _lastAt;

    /// <summary>Gain of a cue, dB.</summary>
    /// <param name="at">When it is heard.</param>
    /// <param name="kind">A good step is softer than the rest.</param>
    public double Next(DeviceTime at, CueKind kind)
    {
        bool isAgain = _lastAt is { } last && at.SecondsSince(last) > SilenceS;
        _levelDb = isAgain ? Math.Min(_levelDb, AgainDb) : Math.Min(_levelDb + RiseDb, 0);
        _lastAt = at;
        return _levelDb + (kind == CueKind.GoodStep ? GoodStepDb : 0);
    }

    /// <summary>A cue was cancelled: it does not count for the loudness of the next one.</summary>
    public void TakeBack() => _levelDb = Math.Max(_levelDb - RiseDb, FirstDb - RiseDb);
}
