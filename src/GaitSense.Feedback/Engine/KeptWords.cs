using GaitSense.Core;

namespace GaitSense.Feedback.Engine;

/// <summary>Words that somebody must hear: they wait while others are being said, and are said again where they were cut off.</summary>
internal sealed class KeptWords(OpenCues cues)
{
    private string? _phrase;
    private DeviceTime? _said;
    private int _cuts;

    /// <summary>Keeps words; others that are kept here are given up.</summary>
    public void Keep(string phrase) => (_phrase, _said) = (phrase, null);

    /// <summary>Time passes. True, once, where the words have been said to their end.</summary>
    public bool Advance(DeviceTime now)
    {
        if (_phrase is not { } phrase) return false;
        if (_said is not { } said || cues.Cuts != _cuts)
        {
            _said = cues.Say(phrase, now) ? now : null;
            _cuts = cues.Cuts;
            return false;
        }

        if (now.SecondsSince(said) < OpenCues.WordsS) return false;
        _phrase = null;
        return true;
    }
}
