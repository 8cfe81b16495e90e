namespace GaitSense.Training.TimedTests;

/// <summary>Why a trial is broken off or does not count, as few reasons as a key can name [D]. What was said is kept with the trial, word for word.</summary>
public static class TestReasons
{
    /// <summary>Why a trial was broken off.</summary>
    public static IReadOnlyList<string> BrokenOff { get; } = ["tired", "pain", "unsteady", "a fall", "the course was not clear", "broken off for another reason"];

    /// <summary>Why a trial that was walked does not count.</summary>
    public static IReadOnlyList<string> Rejected { get; } = ["slowed before the line", "the instruction was not followed", "somebody was in the way", "the button was wrong", "the sensors were wrong", "does not count for another reason"];
}
