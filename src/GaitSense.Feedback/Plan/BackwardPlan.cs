using System.Text.Json.Serialization;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Plan;

/// <summary>The gates of backward practice. Without a confirmed checklist there is none.</summary>
public sealed record BackwardPlan
{
    /// <summary>The checklist that a person confirms before each walk backward, with the plan's path and ears.</summary>
    internal static IReadOnlyList<string> Checklist(CuePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            FormattableString.Invariant($"The path behind is clear for at least {plan.Backward.PathM:0.#} m, and there is no rug to trip over. \"Stop\" is said before its end."),
            "A rail, a parallel bar or a person is within reach.",
            "Closed shoes are on.",
            plan.Sound.Ears == EarMode.Both ? "Cues come from a loudspeaker: no headphones cover both ears." : FormattableString.Invariant($"Cues are heard in the {plan.Sound.Ears.ToString().ToLowerInvariant()} ear alone, or from a loudspeaker: the other ear is free."),
            plan.Backward.Tasks ? "This is the clinic, and a person walks beside: there are tasks for the mind." : "Not alone, if this is one of the first times.",
            "No relapse in the last 30 days.",
        ];
    }

    /// <summary>Longest stretch of walking backward, s. <value>The default is 60.</value></summary>
    [Within(5, 300), Source("At first no longer than a minute")]
    public double BoutS { get; init; } = 60;

    /// <summary>Standing after a stretch that lasted its whole time, s; after others the way forward to the start is the rest. <value>The default is 30.</value></summary>
    [Within(5, 600), Source("Short stretches, rested")]
    public double RestS { get; init; } = 30;

    /// <summary>Length of the clear path, m. "Stop" has been said 1.5 m before its end; the last metres before that are counted down. <value>The default is 4.</value></summary>
    [Within(4, 100), Source("A clear path of at least 4 m")]
    public double PathM { get; init; } = 4;

    /// <summary>Largest change of heading in a stride, degrees: from there on it is a turn, and the practice stops. <value>The default is 30.</value></summary>
    [Within(15, 60), Source("Turning backward is where balance goes")]
    [JsonPropertyName("largest_turn_deg")]
    public double MaxTurnDeg { get; init; } = 30;

    /// <summary>Whether the plan may have tasks for the mind: in the clinic only, with a person at the walker's side. <value>The default is false.</value></summary>
    [Source("Two things at once is what falls come from; backward more so")]
    public bool Tasks { get; init; }
}
