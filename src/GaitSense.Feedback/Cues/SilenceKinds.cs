namespace GaitSense.Feedback.Cues;

/// <summary>Which silences the plan wanted, and which came of the walk.</summary>
public static class SilenceKinds
{
    /// <summary>Whether the plan wanted it. If not, something was uncertain, or somebody stopped the cues.</summary>
    public static bool IsPlanned(this SilenceReason reason) =>
        reason is SilenceReason.Baseline or SilenceReason.Fading or SilenceReason.Probe or SilenceReason.PlanOver or SilenceReason.Rest;
}
