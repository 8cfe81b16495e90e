namespace GaitSense.Training.TimedTests;

/// <summary>Something that a timed test says when it happens, for a screen or a voice.</summary>
/// <param name="Kind">What.</param>
/// <param name="TimeS">When, s on the walk's time.</param>
/// <param name="State">The state now.</param>
/// <param name="Number">Minutes that are over, or the trial's number; 0: none.</param>
/// <param name="Text">In words; may be empty.</param>
public readonly record struct TestNotice(TestNoticeKind Kind, double TimeS, TestState State, int Number = 0, string Text = "");
