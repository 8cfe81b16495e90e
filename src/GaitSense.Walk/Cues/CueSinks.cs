using GaitSense.Feedback.Cues;

namespace GaitSense.Walk;

/// <summary>Tells several sinks, in their order: who sounds a cue comes before who writes it down.</summary>
/// <param name="sinks">The receivers.</param>
internal sealed class CueSinks(IReadOnlyList<ICueSink> sinks) : ICueSink
{
    private readonly ICueSink[] _sinks = [.. sinks];

    /// <inheritdoc/>
    public void OnCue(in Cue cue)
    {
        foreach (ICueSink sink in _sinks) sink.OnCue(in cue);
    }

    /// <inheritdoc/>
    public void OnSilence(bool wordsToo)
    {
        foreach (ICueSink sink in _sinks) sink.OnSilence(wordsToo);
    }

    /// <inheritdoc/>
    public void OnOutcome(in CueOutcome outcome)
    {
        foreach (ICueSink sink in _sinks) sink.OnOutcome(in outcome);
    }
}
