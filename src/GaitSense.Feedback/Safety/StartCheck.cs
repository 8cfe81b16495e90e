using GaitSense.Core;

namespace GaitSense.Feedback;

/// <summary>
/// The check before the walk: stand still, then answer with a foot. A foot that answers on its side shows that its sensor is alive, on the right foot and
/// firmly on it, and that the sound was heard there. Words ask, so nobody has to look at a screen.
/// </summary>
/// <param name="isAsked">Whether there is a check.</param>
/// <param name="bothEars">Whether each ear hears its own side; else only words tell the side.</param>
internal sealed class StartCheck(bool isAsked, bool bothEars)
{
    // Standing: swaying bodies stand on feet that do not move.
    private const double StillMps = 0.05, StillS = 2;

    // A tap with the toes or the heel moves the sensor by some centimetres within 0.2 s; the standing foot follows the shift of weight by less than a third.
    private const double TapMps = 0.12, TapLastsS = 0.8;

    // A sentence takes 2.5 s; whoever answers before its end has heard enough.
    private const double FirstAnswerS = 0.8, LastAnswerS = 9, SentenceS = 3.5;
    private const double LongestWaitS = 45, LostAgainS = 12;
    private const int Tries = 2;

    private static readonly Question[] WithSides = [new(Phrases.CheckSide, Foot.Left, Foot.Left), new(Phrases.CheckSide, Foot.Right, Foot.Right), new(Phrases.CheckTapLeft, null, Foot.Left)];
    private static readonly Question[] WithWords = [new(Phrases.CheckTapLeft, null, Foot.Left), new(Phrases.CheckTapRight, null, Foot.Right)];

    private readonly Question[] _questions = bothEars ? WithSides : WithWords;
    private readonly DeviceTime?[] _stillSince = new DeviceTime?[2];
    private readonly double[] _peakMps = new double[2];
    private DeviceTime? _since, _saidLost, _asked, _moved;
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

    /// <summary>Somebody says that it goes on without.</summary>
    public void Overrule()
    {
        if (!IsOpen) Outcome = StartCheckOutcome.Overruled;
    }

    /// <summary>A sample of a foot.</summary>
    /// <param name="pose">Where it is.</param>
    /// <param name="now">The walk's time.</param>
    /// <param name="isHeard">Whether both sensors are heard and their clocks agree.</param>
    /// <param name="lost">The foot that is not heard; null: none, or both.</param>
    /// <returns>What is to be said, and on which side; null: nothing.</returns>
    public (string Phrase, Foot? Side)? Hear(in FootPose pose, DeviceTime now, bool isHeard, Foot? lost)
    {
        if (!IsUnderWay) return null;
        _since ??= now;
        double speed = pose.VelocityMps.Length;
        int foot = (int)pose.Foot;
        if (speed > StillMps || pose.Phase != FootPhase.FootFlat) _stillSince[foot] = null;
        else _stillSince[foot] ??= pose.Time;
        if (!isHeard) return Lose(now, lost);
        return _asked is null ? Stand(now) : Listen(foot, speed, now);
    }

    private bool IsStill(DeviceTime now) => Array.TrueForAll(_stillSince, s => s is { } since && now.SecondsSince(since) >= StillS);

    private (string, Foot?)? Lose(DeviceTime now, Foot? lost)
    {
        (_asked, _stillSince[0], _stillSince[1]) = (null, null, null);
        if (now.SecondsSince(_since!.Value) > LongestWaitS) return End(StartCheckOutcome.SensorLost);
        // Links settle in the first seconds: that is no news.
        if (now.SecondsSince(_saidLost ?? _since.Value) < (_saidLost is null ? SentenceS : LostAgainS) || lost is not { } foot) return null;
        _saidLost = now;
        return (foot == Foot.Left ? Phrases.LostLeft : Phrases.LostRight, null);
    }

    private (string, Foot?)? Stand(DeviceTime now)
    {
        double waitedS = now.SecondsSince(_since!.Value);
        if (!_hasBegun)
        {
            (_hasBegun, _since) = (true, now);
            return (Phrases.CheckStand, null);
        }

        if (waitedS < SentenceS) return null;
        if (IsStill(now)) return Ask(now);
        return waitedS > LongestWaitS ? End(StartCheckOutcome.NotStill) : null;
    }

    private (string, Foot?) Ask(DeviceTime now)
    {
        (_asked, _moved, _peakMps[0], _peakMps[1]) = (now, null, 0, 0);
        return (_questions[_question].Phrase, _questions[_question].Side);
    }

    private (string, Foot?)? Listen(int foot, double speed, DeviceTime now)
    {
        double askedS = now.SecondsSince(_asked!.Value);
        if (askedS < FirstAnswerS) return null;
        _peakMps[foot] = Math.Max(_peakMps[foot], speed);
        if (speed > TapMps) _moved ??= now;
        if (_moved is { } moved && now.SecondsSince(moved) >= TapLastsS) return Answer(_peakMps[0] > _peakMps[1] ? Foot.Left : Foot.Right, now);
        return _moved is null && askedS > LastAnswerS ? Retry(now, StartCheckOutcome.NoAnswer, _questions[_question].Phrase) : null;
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
        return (outcome == StartCheckOutcome.Passed ? Phrases.CheckGood : Phrases.CheckHelp, null);
    }

    /// <summary>What is asked, where it is heard (null: everywhere), and which foot answers.</summary>
    private readonly record struct Question(string Phrase, Foot? Side, Foot Answer);
}
