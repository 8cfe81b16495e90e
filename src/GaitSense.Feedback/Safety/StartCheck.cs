using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;

namespace GaitSense.Feedback.Safety;

/// <summary>
/// The check before the walk, sitting or holding on: the feet rest, then each answers with a double tap, and at the end is asked whether that was meant: only then it counts. A
/// foot that answers on its side shows that its sensor is alive, on the right foot and firmly on it, and that the sound was heard there. The questions are spoken, so no one has to look
/// at a screen. Silence means "not said". A check that failed begins again when a foot taps twice, or, where there was nothing to tap with, when the feet are heard and at rest.
/// </summary>
/// <param name="isAsked">Whether there is a check.</param>
/// <param name="bothEars">Whether each ear gets its own side; else only the words name the side.</param>
internal sealed class StartCheck(bool isAsked, bool bothEars)
{
    private const double RestS = 2;

    // The first sentence takes up to 4.1 s, the others 2.5; an answer before its end counts. An answer is known only after the quiet that follows it.
    private const double FirstAnswerS = 0.8, LastAnswerS = 10, SentenceS = OpenCues.WordsS;
    private const double MaxWaitS = 45, LostAgainS = 12;
    private const int Tries = 2;

    private static readonly Question Meant = new(Phrases.CheckMeant, null, Foot.Left);
    private static readonly Question[] WithSides = [new(Phrases.CheckSide, Foot.Left, Foot.Left), new(Phrases.CheckSide, Foot.Right, Foot.Right), Meant];
    private static readonly Question[] WithWords = [new(Phrases.CheckTapLeft, null, Foot.Left), new(Phrases.CheckTapRight, null, Foot.Right), Meant];

    private readonly Question[] _questions = bothEars ? WithSides : WithWords;
    private readonly TapWatch _taps = new();
    private DeviceTime? _since, _saidLost, _asked;
    private bool _hasBegun;
    private int _question, _tries;

    /// <summary>What came of it.</summary>
    public StartCheckOutcome Outcome { get; private set; } = isAsked ? StartCheckOutcome.UnderWay : StartCheckOutcome.NotAsked;

    /// <summary>Whether cues may be given.</summary>
    public bool IsOpen => Outcome is StartCheckOutcome.NotAsked or StartCheckOutcome.Passed or StartCheckOutcome.Overruled;

    /// <summary>Whether it still asks.</summary>
    public bool IsUnderWay => Outcome == StartCheckOutcome.UnderWay;

    /// <summary>Whether a foot is to answer: not the time for other words.</summary>
    public bool IsListening => IsUnderWay && _asked is not null;

    /// <summary>The check is skipped on request.</summary>
    public void Overrule()
    {
        if (!IsOpen) Outcome = StartCheckOutcome.Overruled;
    }

    /// <summary>A reading of a foot.</summary>
    public void Observe(Foot foot, in ImuSample sample)
    {
        if (!IsOpen) _taps.Observe(foot, in sample);
    }

    /// <summary>Time passes.</summary>
    /// <param name="now">The walk's time.</param>
    /// <param name="isHeard">Whether both sensors are heard and their clocks agree.</param>
    /// <param name="lost">The foot that is not heard; null: none, or both.</param>
    /// <returns>What is to be said, and on which side; null: nothing.</returns>
    public (string Phrase, Foot? Side)? Advance(DeviceTime now, bool isHeard, Foot? lost)
    {
        if (IsOpen) return null;
        _since ??= now;
        if (!IsUnderWay && !(isHeard && IsToBeRepeated(now))) return null;
        if (!isHeard) return Lose(now, lost);
        return _asked is null ? Wait(now) : Listen(now);
    }

    // True, once, where a failed check begins again.
    private bool IsToBeRepeated(DeviceTime now)
    {
        bool taps = Outcome is StartCheckOutcome.NoAnswer or StartCheckOutcome.WrongFoot;
        if (_taps.IsTooSlow || (taps ? _taps.Last is null : !_taps.AreAtRest(now, RestS))) return false;
        Outcome = StartCheckOutcome.UnderWay;
        (_hasBegun, _since, _saidLost, _asked, _question, _tries) = (false, now, null, null, 0, 0);
        return true;
    }

    private (string, Foot?)? Lose(DeviceTime now, Foot? lost)
    {
        _asked = null;
        if (now.SecondsSince(_since!.Value) > MaxWaitS) return End(StartCheckOutcome.SensorLost);
        // Links settle in the first seconds: that is no news.
        if (now.SecondsSince(_saidLost ?? _since.Value) < (_saidLost is null ? SentenceS : LostAgainS) || lost is not { } foot) return null;
        _saidLost = now;
        return (foot == Foot.Left ? Phrases.LostLeft : Phrases.LostRight, null);
    }

    private (string, Foot?)? Wait(DeviceTime now)
    {
        double waitedS = now.SecondsSince(_since!.Value);
        if (!_hasBegun)
        {
            (_hasBegun, _since) = (true, now);
            return (Phrases.CheckStand, null);
        }

        if (waitedS < SentenceS) return null;
        if (_taps.IsTooSlow) return End(StartCheckOutcome.SensorTooSlow);
        if (_taps.AreAtRest(now, RestS)) return Ask(now);
        return waitedS > MaxWaitS ? End(StartCheckOutcome.NotStill) : null;
    }

    private (string, Foot?) Ask(DeviceTime now)
    {
        _asked = now;
        return (_questions[_question].Phrase, _questions[_question].Side);
    }

    private (string, Foot?)? Listen(DeviceTime now)
    {
        if (_taps.Last is { } tapped && tapped.First.SecondsSince(_asked!.Value) >= FirstAnswerS) return Answer(tapped.Foot, now);
        return now.SecondsSince(_asked!.Value) > LastAnswerS ? Retry(now, StartCheckOutcome.NoAnswer, _questions[_question].Phrase) : null;
    }

    private (string, Foot?)? Answer(Foot foot, DeviceTime now)
    {
        if (foot != _questions[_question].Answer) return Retry(now, StartCheckOutcome.WrongFoot, Phrases.CheckOtherFoot);
        (_asked, _since, _tries) = (null, now.AddSeconds(-SentenceS), 0);
        return ++_question == _questions.Length ? End(StartCheckOutcome.Passed) : null;
    }

    private (string, Foot?)? Retry(DeviceTime now, StartCheckOutcome why, string phrase)
    {
        if (++_tries >= Tries) return End(why);
        if (why == StartCheckOutcome.NoAnswer) return Ask(now);
        (_asked, _since) = (null, now);
        return (phrase, null);
    }

    private (string, Foot?) End(StartCheckOutcome outcome)
    {
        Outcome = outcome;
        _taps.Forget();
        return (outcome switch
        {
            StartCheckOutcome.Passed => Phrases.CheckGood,
            StartCheckOutcome.NoAnswer or StartCheckOutcome.WrongFoot => Phrases.CheckAgain,
            StartCheckOutcome.SensorTooSlow => Phrases.CheckSlow,
            _ => Phrases.CheckHelp,
        }, null);
    }

    /// <summary>What is asked, where it is heard (null: everywhere), and which foot answers.</summary>
    private readonly record struct Question(string Phrase, Foot? Side, Foot Answer);
}
