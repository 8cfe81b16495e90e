namespace GaitSense.Feedback.Cues;

/// <summary>Receives what the cue engine decides, on the thread that owns the walk. Implementations return at once.</summary>
public interface ICueSink
{
    /// <summary>A cue to be given, handed over ahead of its time. A sink that cannot deliver it in time drops it: a late cue is worse than none.</summary>
    void OnCue(in Cue cue);

    /// <summary>Cancels all cues that have not begun; a cue that sounds fades within 20 ms.</summary>
    /// <param name="wordsToo">Whether words are cut too. Else only tones are, and a sentence is said to its end.</param>
    void OnSilence(bool wordsToo)
    {
    }

    /// <summary>What became of a cue. Each cue has one outcome, in the order in which outcomes are known.</summary>
    void OnOutcome(in CueOutcome outcome)
    {
    }
}
