using GaitSense.Feedback.Plan;
using GaitSense.Training.Phone;

namespace GaitSense.Browser;

/// <summary>The cues of a walk that a phone offers.</summary>
internal static class OfferedCues
{
    /// <summary>The cue plan.</summary>
    /// <param name="offer">What is offered.</param>
    /// <param name="language">"en" or "de".</param>
    public static CuePlan Of(HomeOffer offer, string language) =>
        offer is { Task: "backward", PathM: { } path } ? PracticePlans.Backward(path, offer.BackwardCadence, language) : PracticePlans.Forward(offer.Minutes, language);
}
