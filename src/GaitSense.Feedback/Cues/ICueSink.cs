namespace GaitSense.Feedback;

/// <summary>Receives what the cue engine decides, on the thread that owns the walk. Implementations return at once.</summary>
public interface ICueSink
{
    /// <summary>A cue is to be given. It is told ahead of its time; a sink that cannot make it in time drops it: a late cue is worse than none.</summary>
    void OnCue(in Cue cue);

    /// <summary>What has not been heard yet is not to be heard: the walk is in doubt. What is sounding fades within 20 ms.</summary>
    /// <param name="wordsToo">Whether words are cut too. Else only tones are, and a sentence is said to its end.</param>
    void OnSilence(bool wordsToo)
    {
    }

    /// <summary>What became of a cue. Each cue has one outcome, in the order in which outcomes are known.</summary>
    void OnOutcome(in CueOutcome outcome)
    {
    }
}
