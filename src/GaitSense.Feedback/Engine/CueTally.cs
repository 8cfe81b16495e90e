using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;
using GaitSense.Feedback.Targets;

namespace GaitSense.Feedback.Engine;

/// <summary>Passes cues on, and counts what became of them.</summary>
internal sealed class CueTally(ICueSink next) : ICueSink
{
    private const double MatchPercent = 2;
    private const int MatchSteps = 5;

    private readonly int[] _given = new int[Enum.GetValues<CueKind>().Length];
    private readonly int[] _silences = new int[Enum.GetValues<SilenceReason>().Length];
    private readonly Recent _steps = new(MatchSteps), _lengths = new(20);
    private readonly BlockMeans _cuedSpeed = new(), _cuedLength = new();
    private DeviceTime? _lastContact;
    private int _takenBack, _beats, _matches, _judged;
    private double _sum, _squares, _cos, _sin;

    /// <summary>Mean length of the last cued strides, m; null before there are ten of each foot.</summary>
    public double? LatestLengthM => _lengths.IsFull ? _lengths.MeanOfLast(20) : null;

    /// <inheritdoc/>
    public void OnCue(in Cue cue) => next.OnCue(in cue);

    /// <inheritdoc/>
    public void OnSilence(bool wordsToo) => next.OnSilence(wordsToo);

    /// <inheritdoc/>
    public void OnOutcome(in CueOutcome outcome)
    {
        if (outcome.Cancelled is null) _given[(int)outcome.Cue.Kind]++;
        else _takenBack++;
        if (outcome.AsynchronyS is { } asynchrony && outcome.TempoStepsPerMin is { } tempo) Count(asynchrony, outcome.Contact!.Value, 60 / tempo);
        else if (outcome.Cue.Kind == CueKind.Beat) Forget();
        next.OnOutcome(in outcome);
    }

    /// <summary>A valid stride after the baseline.</summary>
    public void Add(in Stride stride, bool isCued)
    {
        if (isCued && stride.LengthM is { } length) _lengths.Add(length);
    }

    /// <summary>A steady straight stride with cues.</summary>
    /// <param name="stride">The stride.</param>
    /// <param name="without">Such strides of the baseline.</param>
    public void AddStraight(in Stride stride, WalkSums without)
    {
        if (stride.SpeedMps is { } speed && without.SpeedMps() is { } s) _cuedSpeed.Add(speed, s.Count);
        if (stride.LengthM is { } length && without.LengthM() is { } l) _cuedLength.Add(length, l.Count);
    }

    /// <summary>Cues fell silent.</summary>
    public void CountSilence(SilenceReason why) => _silences[(int)why]++;

    /// <summary>All of it.</summary>
    public CueReport Report(CuePlan plan, Baseline baseline, TempoLadder ladder, TargetCoach coach, TaskBlocks tasks)
    {
        double? mean = _beats > 0 ? _sum / _beats : null;
        return new CueReport
        {
            BaselineCadenceStepsPerMin = baseline.CadenceStepsPerMin,
            Given = Enum.GetValues<CueKind>().ToDictionary(k => k, k => _given[(int)k]),
            TakenBack = _takenBack,
            BeatsWithStep = _beats,
            MeanAsynchronyS = mean,
            SdAsynchronyS = _beats > 1 ? Math.Sqrt(Math.Max(0, (_squares - (_sum * _sum / _beats)) / (_beats - 1))) : null,
            PhaseConcentration = _beats > 0 ? Math.Sqrt((_cos * _cos) + (_sin * _sin)) / _beats : null,
            TempoMatchPercent = _judged > 0 ? 100.0 * _matches / _judged : null,
            HighestLevelPercent = ladder.HighestPercent,
            BackOffs = ladder.BackOffs,
            Silences = Enum.GetValues<SilenceReason>().Where(r => _silences[(int)r] > 0).ToDictionary(r => r, r => _silences[(int)r]),
            Speed = BenefitVerdict.Of(baseline.Straight.SpeedMps(), _cuedSpeed),
            StrideLength = BenefitVerdict.Of(baseline.Straight.LengthM(), _cuedLength),
            Targets = [.. coach.Targets.Select(t => (t.Plan, t.Dose.Steps, t.Dose.Good))],
            Tasks = [.. tasks.Costs],
        };
    }

    private void Forget()
    {
        _lastContact = null;
        _steps.Clear();
    }

    private void Count(double asynchronyS, DeviceTime contact, double periodS)
    {
        double phase = 2 * Math.PI * asynchronyS / periodS;
        (_sum, _squares, _cos, _sin) = (_sum + asynchronyS, _squares + (asynchronyS * asynchronyS), _cos + Math.Cos(phase), _sin + Math.Sin(phase));
        _beats++;
        if (_lastContact is { } last) _steps.Add(contact.SecondsSince(last));
        _lastContact = contact;
        if (!_steps.IsFull) return;
        _judged++;
        if (Math.Abs((_steps.MeanOfLast(MatchSteps) / periodS) - 1) <= MatchPercent / 100) _matches++;
    }
}
