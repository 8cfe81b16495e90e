using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Rhythm;

/// <summary>
/// The tempo, in percent of the walker's preferred cadence: up by a step after a minute in time and walking well, back to the preferred cadence after a while out of time, and
/// after the second time for good.
/// </summary>
internal sealed class TempoLadder(LadderPlan plan, Practice practice)
{
    private readonly Recent _steps = new(plan.Steps);
    private readonly Recent _phases = new(plan.Steps);
    private double _inTimeS, _outOfTimeS;

    /// <summary>Tempo against the preferred cadence, percent.</summary>
    public double LevelPercent { get; private set; }

    /// <summary>How often it went back.</summary>
    public int BackOffs { get; private set; }

    /// <summary>Whether it stays at the preferred cadence.</summary>
    public bool IsLocked => BackOffs >= plan.BackOffs;

    /// <summary>Whether the tempo is the ladder's. If not it follows the walker.</summary>
    public bool LeadsTempo => plan.Enabled && practice == Practice.Forward && !IsLocked;

    /// <summary>Highest level so far, percent.</summary>
    public double HighestPercent { get; private set; }

    /// <summary>A clean step with a beat.</summary>
    /// <param name="stepS">The step, s.</param>
    /// <param name="asynchronyS">Landing minus beat, s.</param>
    /// <param name="periodS">The step at the beat's tempo, s.</param>
    /// <param name="baselineStepsPerMin">The walker's preferred cadence, steps/min.</param>
    /// <param name="walksWell">Strides are long and even enough, and no rest was offered.</param>
    public void Step(double stepS, double asynchronyS, double periodS, double baselineStepsPerMin, bool walksWell)
    {
        if (!LeadsTempo) return;
        _steps.Add(stepS);
        _phases.Add(2 * Math.PI * asynchronyS / periodS);
        if (!_steps.IsFull) return;
        double cadence = 60 / _steps.Median(), tempo = baselineStepsPerMin * (1 + (LevelPercent / 100));
        bool inTime = Math.Abs(cadence - tempo) <= plan.TempoMatchPercent / 100 * tempo && _phases.Concentration() >= plan.PhaseConcentration;
        _inTimeS = inTime ? _inTimeS + stepS : 0;
        _outOfTimeS = inTime ? 0 : _outOfTimeS + stepS;
        if (_outOfTimeS >= plan.BackOffAfterS) BackOff(cadence / baselineStepsPerMin);
        else if (_inTimeS >= plan.UpAfterS && walksWell) Climb();
    }

    /// <summary>The rhythm broke off: what was in time before says nothing.</summary>
    public void Pause()
    {
        _inTimeS = 0;
        _steps.Clear();
        _phases.Clear();
    }

    /// <summary>The beat and the steps came apart: it counts as time out of time.</summary>
    public void LoseStep(double seconds, double cadenceRatio)
    {
        if (!LeadsTempo) return;
        _outOfTimeS += seconds;
        if (_outOfTimeS >= plan.BackOffAfterS) BackOff(cadenceRatio);
    }

    private void Climb()
    {
        double next = Math.Min(LevelPercent + plan.StepPercent, plan.CapPercent);
        if (next <= LevelPercent) return;
        LevelPercent = next;
        HighestPercent = Math.Max(HighestPercent, next);
        _outOfTimeS = 0;
        Pause();
    }

    private void BackOff(double cadenceRatio)
    {
        BackOffs++;
        LevelPercent = IsLocked ? 0 : Math.Clamp(100 * (cadenceRatio - 1), plan.MinPercent, LevelPercent);
        _outOfTimeS = 0;
        Pause();
    }
}
