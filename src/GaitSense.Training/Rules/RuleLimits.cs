using System.Globalization;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.Rules;

/// <summary>How far a file may move the numbers of the rules. Gates may become stricter, never laxer.</summary>
internal static class RuleLimits
{
    /// <summary>The first thing that is wrong with rules, in words; null where nothing is.</summary>
    public static string? Fault(TrainingRules rules)
    {
        if (rules.Format is not TrainingRules.FormatName) return $"format is {rules.Format}; rules of training say {TrainingRules.FormatName}";
        if (rules.Version < 1) return string.Create(CultureInfo.InvariantCulture, $"version is {rules.Version}; it must be at least 1");
        foreach ((string key, Quantity number, double min, double max, bool whole) in All(rules))
        {
            if (QuantityCheck.Fault(key, number, min, max, whole) is { } fault) return fault;
            if (!rules.Sources.ContainsKey(number.Source)) return $"{key}.source is {number.Source}; sources has no such key";
        }

        return null;
    }

    /// <summary>All numbers by their keys, with the least and the most that a file may say, and whether they are whole.</summary>
    internal static IEnumerable<(string Key, Quantity Number, double Min, double Max, bool Whole)> All(TrainingRules rules) =>
        [
            ("first_plan.share_of_longest", rules.FirstPlan.ShareOfLongest, 0.1, 0.5, false),
            ("first_plan.max_minutes", rules.FirstPlan.MaxMinutes, 0.5, 10, false),
            ("first_plan.least_known_minutes", rules.FirstPlan.LeastKnownMinutes, 1, 10, false),
            ("first_plan.rest_needed_within_minutes", rules.FirstPlan.RestNeededWithinMinutes, 6, 20, false),
            ("first_plan.fatigability_percent", rules.FirstPlan.FatigabilityPercent, -15, 0, false),
            ("first_plan.disease_steps", rules.FirstPlan.DiseaseSteps, 0, 3, true),
            ("first_plan.fatigue_faces", rules.FirstPlan.FatigueFaces, 1, 2, true),
            ("first_plan.bouts", rules.FirstPlan.Bouts, 1, 5, true),
            ("first_plan.bout_minutes", rules.FirstPlan.BoutMinutes, 0.5, 5, false),
            ("first_plan.rest_minutes", rules.FirstPlan.RestMinutes, 1, 10, false),
            ("gates.relapse_days", rules.Gates.RelapseDays, 30, 365, true),
            ("gates.falls", rules.Gates.Falls, 1, 2, true),
            ("gates.falls_months", rules.Gates.FallsMonths, 6, 24, true),
            ("gates.clinic_only_disease_steps", rules.Gates.ClinicOnlyDiseaseSteps, 0, 6, true),
            ("gates.sign_off_days", rules.Gates.SignOffDays, 1, 14, true),
            ("gates.warm_share", rules.Gates.WarmShare, 0.1, 0.5, false),
            ("gates.warm_bout_minutes", rules.Gates.WarmBoutMinutes, 0.5, 2, false),
            ("gates.warm_rest_minutes", rules.Gates.WarmRestMinutes, 2, 10, false),
            ("gates.fall_diary_days", rules.Gates.FallDiaryDays, 1, 7, true),
            ("progression.window_days", rules.Progression.WindowDays, 14, 56, true),
            ("progression.done_percent", rules.Progression.DonePercent, 80, 100, false),
            ("progression.max_fatigue_change", rules.Progression.MaxFatigueChange, 0, 1, true),
            ("progression.told_percent", rules.Progression.ToldPercent, 50, 100, false),
            ("progression.up_minutes_percent", rules.Progression.UpMinutesPercent, 1, 10, false),
            ("progression.up_lengths", rules.Progression.UpLengths, 1, 1, true),
            ("progression.up_tempo_percent", rules.Progression.UpTempoPercent, 0.5, 2, false),
            ("progression.down_percent", rules.Progression.DownPercent, 20, 80, false),
            ("progression.early_stops", rules.Progression.EarlyStops, 1, 2, true),
            ("progression.fatigue_rises", rules.Progression.FatigueRises, 1, 2, true),
            ("progression.days_away", rules.Progression.DaysAway, 1, 14, true),
        ];
}
