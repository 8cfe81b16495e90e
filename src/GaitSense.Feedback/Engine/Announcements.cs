using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Engine;

/// <summary>Announcements that are not about steps: the check before the walk, low batteries, and sensors that stay away or cannot be believed.</summary>
/// <param name="check">The check.</param>
/// <param name="sensors">Whether sensors are heard.</param>
/// <param name="cues">Who speaks.</param>
/// <param name="kept">Words that somebody must hear.</param>
internal sealed class Announcements(StartCheck check, SensorWatch sensors, OpenCues cues, KeptWords kept)
{
    // A sensor is missed for so long before that is said, s: most holes mend themselves, and a word for each would frighten.
    private const double TroubleS = 8;

    // Between two such sentences, s.
    private const double TroubleAgainS = 60;

    private readonly bool[] _isBatteryLow = new bool[2];
    private DeviceTime? _troubleSince, _troubleSaid;
    private bool _isTroubleSaid;
    private bool _isTelling;

    /// <summary>The check before the walk.</summary>
    public StartCheck Check => check;

    /// <summary>A battery will not last.</summary>
    public void BatteryIsLow(Foot foot) => _isBatteryLow[(int)foot] = true;

    /// <summary>Time passes.</summary>
    public void Advance()
    {
        DeviceTime now = sensors.Now;
        if (check.IsOpen) AnnounceTrouble(now);
        AnnounceBattery(now);
        if (_isTelling) return;
        if (check.Advance(now, sensors.State == SilenceReason.None, sensors.Lost) is { } asked) cues.Say(asked.Phrase, now, urgent: true, foot: asked.Side);
    }

    /// <summary>Words that cut off all others. The check goes on when they have been said: its question is asked again where nobody answers.</summary>
    public void Interrupt(string phrase)
    {
        cues.Say(phrase, sensors.Now, urgent: true);
        _isTelling = true;
    }

    // Said when nobody else speaks and no foot is to answer, and to its end.
    private void AnnounceBattery(DeviceTime now)
    {
        if (cues.IsSpeaking(now)) return;
        _isTelling = (_isBatteryLow[0] || _isBatteryLow[1]) && !check.IsListening;
        if (!_isTelling) return;
        Foot foot = _isBatteryLow[0] ? Foot.Left : Foot.Right;
        _isBatteryLow[(int)foot] = false;
        cues.Say(foot == Foot.Left ? Phrases.BatteryLeft : Phrases.BatteryRight, now);
    }

    // Why the walk became silent, where a sensor is to blame for longer than a moment; once for each time.
    private void AnnounceTrouble(DeviceTime now)
    {
        string? phrase = sensors.State switch
        {
            SilenceReason.SensorLost => sensors.Lost switch { Foot.Left => Phrases.LostLeft, Foot.Right => Phrases.LostRight, _ => null },
            SilenceReason.SensorFault => Phrases.NotYetSensors,
            _ => null,
        };
        if (phrase is null) (_troubleSince, _isTroubleSaid) = (null, false);
        else _troubleSince ??= now;
        if (_isTroubleSaid || _troubleSince is not { } since || now.SecondsSince(since) < TroubleS || (_troubleSaid is { } said && now.SecondsSince(said) < TroubleAgainS)) return;
        (_troubleSaid, _isTroubleSaid) = (now, true);
        kept.Keep(phrase!);
    }
}
