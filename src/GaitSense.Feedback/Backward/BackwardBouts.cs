using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Backward;

/// <summary>
/// Backward practice in stretches, each behind its gates: the path confirmed by a person, and walked forward again as far as it was walked back. A stretch is over at
/// its time, at an irregular step, at a turn, and so long before the path's end that "stop" has been said <see cref="RunOutM"/> before it. The last metres are counted down.
/// </summary>
internal sealed class BackwardBouts(BackwardPlan plan)
{
    /// <summary>When "stop" has been said, so much of the path is left, m.</summary>
    public const double RunOutM = 1.5;

    /// <summary>From a decision until "please stop" has been heard, s: the longest output latency, and the words.</summary>
    public const double StopSaidS = OutputLatency.MaxBackwardS + OutputLatency.MaxStopS;

    private const int CountedMetres = 3;

    // The first stretch or two may be needed to learn the pace; a third without a beat is too short for one.
    private const int MaxBeatless = 3;

    private const double MaxStepS = 2;

    // A walker does not come back to the same centimetre.
    private const double AtStartM = 0.4;

    private readonly PathPosition _position = new();
    private DeviceTime? _began, _ended, _lastLanding;
    private double _beganM;
    private int _counted, _beatless;
    private bool _isLost, _isUsed, _mustRest, _wasTold, _saidFirst, _saidShort;

    /// <summary>Whether the checklist, and with it the path, was confirmed.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Whether a stretch is under way.</summary>
    public bool IsUnderWay => _began is not null;

    /// <summary>What there is to say of stretches without a beat, while nobody walks backward; null: nothing, or it was said.</summary>
    /// <param name="isPaceKnown">Whether the walker's preferred cadence is known.</param>
    public string? Explains(bool isPaceKnown)
    {
        if (!IsConfirmed || IsUnderWay) return null;
        if (!isPaceKnown && !_saidFirst)
        {
            _saidFirst = true;
            return Phrases.FirstSilent;
        }

        if (_beatless < MaxBeatless || _saidShort) return null;
        _saidShort = true;
        return Phrases.TooShort;
    }

    /// <summary>There was a beat.</summary>
    public void Beat() => _beatless = 0;

    /// <summary>Whether cues may be given now.</summary>
    public bool IsOpen => IsConfirmed && !_isUsed && !_isLost && !_mustRest;

    /// <summary>Whether the next stretch may begin: the time to ask for a task, as nobody is on the way.</summary>
    public bool MayBegin => IsOpen && !IsUnderWay;

    /// <summary>Why not, where not.</summary>
    public SilenceReason Why => !IsConfirmed ? SilenceReason.Unconfirmed : _isUsed || _isLost ? SilenceReason.AwayFromStart : SilenceReason.Rest;

    /// <summary>A person confirms the checklist, and that the path behind is clear from here.</summary>
    public void Confirm()
    {
        (IsConfirmed, _isLost, _isUsed, _wasTold, _began, _counted) = (true, false, false, false, null, 0);
        _position.Confirm();
    }

    /// <summary>A stride of either foot, valid or not. A stretch begins with the first valid one that goes backward.</summary>
    /// <param name="stride">The stride.</param>
    /// <param name="isChecked">Whether the check before the walk lets a stretch begin.</param>
    /// <returns>What is to be said: the metres that are left until "stop", "stop" for who may not walk backward now and has not been told, or null.</returns>
    public string? Stride(in Stride stride, bool isChecked)
    {
        _position.Stride(in stride);
        if (stride.Direction == WalkingDirection.Forward && stride.IsValid)
        {
            _wasTold = false;
            if (_isUsed && _position.MaxBehindM <= AtStartM) _isUsed = false;
            return null;
        }

        if (stride.Direction != WalkingDirection.Backward) return null;
        if (!IsOpen || !isChecked) return _wasTold ? null : Phrases.Stop;
        if (!stride.IsValid) return null;
        if (_began is null) (_began, _beganM) = (stride.TerminalContact, _position.MaxBehindM - _position.StepM);
        int left = (int)Math.Ceiling(StopAtM - _position.MaxBehindM);
        if (left is < 1 or > CountedMetres || (_counted > 0 && left >= _counted)) return null;
        _counted = left;
        return Phrases.Count(left);
    }

    /// <summary>Time passes. True, once, where the stretch is over by time or way.</summary>
    public bool IsOver(DeviceTime now)
    {
        if (_lastLanding is { } landing && now.SecondsSince(landing) >= MaxStepS) _position.Rest();
        if (_mustRest && _ended is { } ended && now.SecondsSince(ended) >= plan.RestS && now.SecondsSince(_lastLanding ?? ended) >= plan.RestS) _mustRest = false;
        if (!IsOpen) return false;
        bool isLate = _began is { } began && now.SecondsSince(began) >= plan.BoutS, isFar = _position.MaxBehindAtM(now) >= StopAtM;
        if (!isLate && !isFar) return false;
        Close(now);
        _mustRest = isLate;
        return true;
    }

    /// <summary>The stretch ends here: an irregular step, a turn, another direction, no step.</summary>
    /// <returns>Whether the path's end is so near that "stop" is said even to who seems to stand.</returns>
    public bool End(DeviceTime now)
    {
        if (_began is null) return false;
        bool isNear = _position.MaxBehindAtM(now) + (3 * _position.StepM) >= StopAtM; // who goes on is seen to after a stride
        Close(now);
        return isNear;
    }

    /// <summary>Something is said: who was told to stop is not told again.</summary>
    /// <returns>The phrase.</returns>
    public string Said(string phrase)
    {
        _wasTold |= phrase is Phrases.Stop or Phrases.BoutOver;
        return phrase;
    }

    /// <summary>A step did not come, or a foot is not heard: then, away from where the path was confirmed, nobody knows where the walker is until a person says so.</summary>
    /// <returns>Whether "stop" is said.</returns>
    public bool LoseStep(DeviceTime now, SilenceReason why)
    {
        bool isUnseen = why != SilenceReason.StepMissed, wasUnderWay = IsUnderWay, isNear = End(now);
        _isLost |= isUnseen && IsConfirmed && _position.HasMoved;
        return isNear || (wasUnderWay && isUnseen);
    }

    /// <summary>A landing of any kind: whoever rests does not step.</summary>
    public void Land(DeviceTime landing) => _lastLanding = landing;

    private void Close(DeviceTime now)
    {
        if (_began is not null) _beatless++;
        (_began, _ended, _counted, _isUsed, _wasTold) = (null, now, 0, true, false);
    }

    // Where "stop" has to be decided on: what is walked while it is said, and the step that is under way, come before the run-out.
    private double StopAtM => plan.PathM + (IsUnderWay ? Math.Min(_beganM, 0) : 0) - RunOutM - (_position.SpeedMps * StopSaidS) - _position.StepM;
}
