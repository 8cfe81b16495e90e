namespace GaitSense.Browser.Live;

/// <summary>How the cues are.</summary>
/// <param name="State">"on", "silent", or "none" where the walk has no cue plan.</param>
/// <param name="Why">Why they are silent, as <c>cues.csv</c> has it; null: they are not.</param>
/// <param name="Words">The same in words of the walker's language; empty: they are not.</param>
internal sealed record PageCues(string State, string? Why, string Words);
