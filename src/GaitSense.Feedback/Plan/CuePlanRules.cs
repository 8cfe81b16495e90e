using System.Collections;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Plan;

/// <summary>What a plan must keep to.</summary>
internal static class CuePlanRules
{
    /// <summary>The first thing that is wrong with a plan, in words; null where nothing is.</summary>
    public static string? Fault(CuePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return OutOfRange(plan, "") ?? Contradiction(plan);
    }

    private static string? OutOfRange(object part, string prefix)
    {
        foreach (JsonPropertyInfo property in CuePlanJson.Settings(part))
        {
            string name = prefix + property.Name;
            object? value = property.Get!(part);
            if (value is null && Nullable.GetUnderlyingType(property.PropertyType) is null) return $"{name} is null; leave it out to get its default";
            string? fault = value switch
            {
                double d when !double.IsFinite(d) => $"{name} is no number",
                IConvertible when property.Attribute<WithinAttribute>() is { } range && !range.IsValid(value) =>
                    string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be between {range.Minimum} and {range.Maximum}"),
                IConvertible or null => null,
                IEnumerable list => list.Cast<object?>().Select((item, i) => item is null ? $"{name}[{i}] is null" : OutOfRange(item, $"{name}[{i}].")).FirstOrDefault(f => f is not null),
                _ => OutOfRange(value, name + "."),
            };
            if (fault is not null) return fault;
        }

        return null;
    }

    private static string? Contradiction(CuePlan plan)
    {
        if (plan.Format is not CuePlan.FormatName) return $"format is {plan.Format}; a cue plan says {CuePlan.FormatName}";
        if (!Phrases.Languages.Contains(plan.Language, StringComparer.Ordinal)) return $"language is {plan.Language}; there are {string.Join(" and ", Phrases.Languages)}";
        if (plan.Practice == Practice.Backward && plan.Ladder.Enabled) return "ladder.enabled is true in backward practice; backward the tempo never climbs";
        if (plan.Practice == Practice.Backward && plan.Tasks.Count > 0 && !plan.Backward.Tasks) return "tasks in backward practice belong in the clinic: backward.tasks is to say so";
        if (plan.Rhythm.OwnCadenceStepsPerMin is { } own && (own < plan.Rhythm.MinCadenceStepsPerMin || own > plan.Rhythm.MaxCadenceStepsPerMin))
            return "rhythm.own_cadence_steps_per_min is outside rhythm.lowest_cadence_steps_per_min and rhythm.highest_cadence_steps_per_min: nothing would be cued";
        if (plan.Rhythm.OwnCadenceStepsPerMin is not null && plan.Targets.Any(t => t.OfBaselinePercent)) return "targets of percent of the baseline need one: leave out rhythm.own_cadence_steps_per_min";
        if (plan.Fading.ProbeS >= plan.DurationS) return "fading.probe_s is as long as the whole walk";
        if (plan.Sound.MaxHz < SoundOptions.MinPitchRatio * plan.Sound.MinHz)
            return string.Create(CultureInfo.InvariantCulture, $"sound.highest_hz is {plan.Sound.MaxHz}; it must be at least {SoundOptions.MinPitchRatio} times sound.lowest_hz, else left and right sound alike");
        if (plan.Vibration.MotorMs > plan.Vibration.LatencyMs) return "vibration.motor_ms is above vibration.latency_ms, which it is a part of";
        if (plan.Vibration is { Beats: true, GoodSteps: true }) return "vibration.beats and vibration.good_steps are both true: nobody could tell them apart";
        if (plan.Vibration.IsOn && plan.Vibration.CorrectionMs < 3 * plan.Vibration.PulseMs) return "vibration.correction_ms is less than three times vibration.pulse_ms: nobody could tell them apart";
        for (int i = 0; i < plan.Targets.Count; i++)
        {
            TargetPlan target = plan.Targets[i];
            string name = string.Create(CultureInfo.InvariantCulture, $"targets[{i}]");
            if (target.From is null && target.To is null) return $"{name} has neither from nor to: nothing would be a good step or a bad one";
            if (target.From > target.To) return $"{name} has a from above its to";
            if (target.Quantity == TargetQuantity.StepSymmetry && (target.Foot is not null || target.OfBaselinePercent)) return $"{name} is about both feet: it has no foot, and its band is in points of the index";
        }

        TaskPlan[] tasks = [.. plan.Tasks.OrderBy(t => t.AtS)];
        for (int i = 1; i < tasks.Length; i++)
            if (tasks[i].AtS < tasks[i - 1].AtS + tasks[i - 1].DurationS) return "tasks overlap: one at a time";
        return null;
    }
}
