using System.Globalization;
using GaitSense.Training.Rules;

namespace GaitSense.Training.Plans;

/// <summary>The comfortable walk of a first plan, with its reasons.</summary>
public sealed record FirstDose
{
    /// <summary>Minutes of walking, rests not counted.</summary>
    public required double Minutes { get; init; }

    /// <summary>Minutes between seated rests; null: no rest is built in.</summary>
    public double? MinutesBetweenRests { get; init; }

    /// <summary>Minutes of a seated rest; null: no rest is built in.</summary>
    public double? RestMinutes { get; init; }

    /// <summary>Why, as keys of the clinician's texts with their values (<see cref="Texts.ReasonText"/>).</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Half of the longest comfortable walk seen, at most 10 minutes; with seated rests where a rest was needed early, where walking tires, or where nothing is known.
    /// No bout is longer than half of the longest walk.
    /// </summary>
    /// <param name="known">What is known.</param>
    /// <param name="rules">The numbers.</param>
    /// <returns>The dose; null: the longest walk seen is so short that a clinician decides.</returns>
    public static FirstDose? Of(KnownWalks known, TrainingRules rules)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(rules);
        FirstPlanNumbers numbers = rules.FirstPlan;
        if (known.LongestMinutes is { } longest && !(longest >= numbers.LeastKnownMinutes.Value)) return null;
        double? half = known.LongestMinutes * numbers.ShareOfLongest.Value;
        List<string> why = [.. WhyRests(known, numbers)];
        if (why.Count == 0) return new() { Minutes = Math.Min(half!.Value, numbers.MaxMinutes.Value), Reason = Text($"reason.first.half {half.Value:0.##}") };
        double bout = Math.Min(half ?? numbers.BoutMinutes.Value, numbers.BoutMinutes.Value);
        return new()
        {
            Minutes = Math.Min(bout * numbers.Bouts.Value, numbers.MaxMinutes.Value),
            MinutesBetweenRests = bout,
            RestMinutes = numbers.RestMinutes.Value,
            Reason = string.Join("; ", [Text($"reason.first.rests {numbers.Bouts.Value:0} {bout:0.##}"), .. why]),
        };
    }

    private static IEnumerable<string> WhyRests(KnownWalks known, FirstPlanNumbers numbers)
    {
        if (known.LongestMinutes is null) yield return "reason.first.none-seen";
        if (known.RestNeededAfterMinutes is { } minutes && minutes <= numbers.RestNeededWithinMinutes.Value) yield return Text($"reason.first.rest-needed {minutes:0.#}");
        if (known.FatigabilityPercent is { } percent && percent <= numbers.FatigabilityPercent.Value) yield return Text($"reason.first.fatigability {percent:0.#}");
        if (known.DiseaseSteps is { } steps && steps >= numbers.DiseaseSteps.Value) yield return Text($"reason.first.steps {steps}");
        if (known.FatigueRise is { } faces && faces >= numbers.FatigueFaces.Value) yield return Text($"reason.first.fatigue {faces}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
