namespace GaitSense.Protocol;

/// <summary>A sensor that is started and stopped by fixed steps.</summary>
internal abstract class ScriptedDialogue : SensorDialogue
{
    private readonly Queue<SensorStep> _steps = new();
    private ushort _index;

    public sealed override SensorStep NextStep()
    {
        if (Refusal is not null) return SensorStep.Refused;
        if (_steps.Count == 0) Continue();
        if (_steps.TryDequeue(out SensorStep step)) return step;
        return Refusal is null ? SensorStep.Idle : SensorStep.Refused;
    }

    public sealed override void BeginStop()
    {
        _steps.Clear();
        foreach (SensorStep step in StopSteps()) _steps.Enqueue(step);
    }

    /// <summary>Adds steps.</summary>
    protected void Then(params ReadOnlySpan<SensorStep> steps)
    {
        foreach (SensorStep step in steps) _steps.Enqueue(step);
    }

    /// <summary>Called when all steps are done: may add what depends on what came meanwhile.</summary>
    protected virtual void Continue()
    {
    }

    /// <summary>How the stream is ended.</summary>
    protected abstract IEnumerable<SensorStep> StopSteps();

    /// <summary>The index of a sensor that does not count: what arrives.</summary>
    protected ushort NextIndex() => _index++;
}
