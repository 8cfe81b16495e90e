using GaitSense.Feedback.Plan;
using GaitSense.Training.Phone;

namespace GaitSense.Browser;

/// <summary>The cues of a walk that a phone offers. A clinic's plan says what is walked; it is not asked how cues sound: those are the plan's own defaults.</summary>
internal static class OfferedCues
{
    // Silence after the dose is the page's to begin, which says "you are done": lengths with their ways back and rests take as long as they take, s.
    private const double BackwardS = 1800;

    // A path at home is over in ten steps: what is learned of them is little, and asked for early. With the cadence of earlier sessions nothing has to be learned.
    private const double BaselineS = 20;
    private const int BaselineStrides = 6;

    private const double MinS = 30, MaxS = 3600;

    /// <summary>The cue plan.</summary>
    /// <param name="offer">What is offered.</param>
    /// <param name="language">"en" or "de".</param>
    public static CuePlan Of(HomeOffer offer, string language) => offer is { Task: "backward", PathM: { } path } ? new CuePlan
    {
        Practice = Practice.Backward,
        Language = language,
        DurationS = BackwardS,
        Rhythm = new RhythmPlan { BaselineS = BaselineS, BaselineStrides = BaselineStrides, OwnCadenceStepsPerMin = Cued(offer.BackwardCadence) },
        Backward = new BackwardPlan { PathM = path },
        Fading = new FadingPlan { ProbeS = 0 },
    }
    : new CuePlan { Language = language, DurationS = Math.Clamp(60 * (offer.Minutes ?? 10), MinS, MaxS) };

    // Slower or faster than anybody is cued, the walker's own pace is learned as if it were not known, and nothing is cued.
    private static double? Cued(double? cadence)
    {
        RhythmPlan usual = new();
        return cadence >= usual.MinCadenceStepsPerMin && cadence <= usual.MaxCadenceStepsPerMin ? cadence : null;
    }
}
