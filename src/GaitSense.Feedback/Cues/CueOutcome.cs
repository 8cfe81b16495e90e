using GaitSense.Core;

namespace GaitSense.Feedback.Cues;

/// <summary>What became of a cue.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="TempoStepsPerMin">Tempo of the rhythm at that moment; null without one.</param>
/// <param name="Contact">The landing that it belonged to; null where there was none.</param>
/// <param name="Cancelled">Why it was taken back before its time; null where it was not.</param>
public readonly record struct CueOutcome(Cue Cue, double? TempoStepsPerMin, DeviceTime? Contact, SilenceReason? Cancelled)
{
    /// <summary>Landing minus beat, s: negative where the foot landed before it.</summary>
    public double? AsynchronyS => Contact is { } contact ? contact.SecondsSince(Cue.PlannedAt) : null;
}
