namespace GaitSense.Feedback.Plan;

/// <summary>The cues of a walk that somebody offers, who says what is walked and is not asked how cues sound: those are the plan's own defaults.</summary>
public static class PracticePlans
{
    // Silence after the dose is of who offers it, and says "you are done": lengths with their ways back and rests take as long as they take, s.
    private const double BackwardS = 1800;

    // A path at home is over in ten steps: what is learned of them is little, and asked for early. With the cadence of earlier sessions nothing has to be learned.
    private const double BaselineS = 20;
    private const int BaselineStrides = 6;

    private const double MinS = 30, MaxS = 3600, UsualMinutes = 10;

    /// <summary>Walking forward.</summary>
    /// <param name="minutes">How long, min; null: ten. Half a minute to an hour is cued.</param>
    /// <param name="language">Language of words: "en", "de".</param>
    public static CuePlan Forward(double? minutes, string language) => new() { Language = language, DurationS = Math.Clamp(60 * (minutes ?? UsualMinutes), MinS, MaxS) };

    /// <summary>Walking backward on a path.</summary>
    /// <param name="pathM">Its length, m.</param>
    /// <param name="cadence">Cadence of earlier sessions backward, steps/min; null: it is learned.</param>
    /// <param name="language">Language of words: "en", "de".</param>
    public static CuePlan Backward(double pathM, double? cadence, string language) => new()
    {
        Practice = Practice.Backward,
        Language = language,
        DurationS = BackwardS,
        Rhythm = new RhythmPlan { BaselineS = BaselineS, BaselineStrides = BaselineStrides, OwnCadenceStepsPerMin = Cued(cadence) },
        Backward = new BackwardPlan { PathM = pathM },
        Fading = new FadingPlan { ProbeS = 0 },
    };

    // Slower or faster than anybody is cued, the walker's own pace is learned as if it were not known, and nothing is cued.
    private static double? Cued(double? cadence)
    {
        RhythmPlan usual = new();
        return cadence >= usual.MinCadenceStepsPerMin && cadence <= usual.MaxCadenceStepsPerMin ? cadence : null;
    }
}
