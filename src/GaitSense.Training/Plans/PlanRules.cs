using System.Globalization;

namespace GaitSense.Training.Plans;

/// <summary>What a plan must keep to, whoever wrote it.</summary>
internal static class PlanRules
{
    /// <summary>Why a plan cannot begin on a day; null: it can.</summary>
    /// <param name="from">The day.</param>
    /// <param name="made">The day on which it is made.</param>
    public static string? BeginFault(DateOnly from, DateOnly made) => Math.Abs(from.DayNumber - made.DayNumber) <= PlanLimits.MaxDaysToBegin
        ? null
        : Text($"from is {from:yyyy-MM-dd}; a plan begins at most {PlanLimits.MaxDaysToBegin} days before or after the day on which it is made, {made:yyyy-MM-dd}");

    /// <summary>The first thing that is wrong with a plan, in words that name key and range; null where nothing is.</summary>
    public static string? Fault(DateOnly from, DateOnly to, int firstWeek, IReadOnlyList<Slot> slots)
    {
        if (slots.Count == 0) return "slots is empty; a plan has sessions";
        int weeks = (to.DayNumber - from.DayNumber + 7) / 7;
        if (weeks > PlanLimits.MaxWeeks) return Text($"to is {weeks} weeks after from; it must be at most {PlanLimits.MaxWeeks}");
        if (firstWeek is < 1 or > PlanLimits.MaxWeeks) return Text($"first_week is {firstWeek}; it must be between 1 and {PlanLimits.MaxWeeks}");
        for (int i = 0; i < slots.Count; i++)
        {
            Slot slot = slots[i];
            string name = Text($"slots[{i}]");
            string? fault = Outside(name + ".week", slot.Week, 1, firstWeek + weeks - 1)
                ?? Outside(name + ".per_week", slot.PerWeek, 1, PlanLimits.MaxPerWeek)
                ?? Outside(name + ".minutes", slot.Minutes, PlanLimits.MinMinutes, PlanLimits.MaxMinutes)
                ?? Outside(name + ".max_minutes", slot.MaxMinutes, slot.Minutes ?? PlanLimits.MinMinutes, PlanLimits.MaxMinutes)
                ?? Outside(name + ".minutes_between_rests", slot.MinutesBetweenRests, PlanLimits.MinMinutes, PlanLimits.MaxMinutes)
                ?? Outside(name + ".rest_minutes", slot.RestMinutes, PlanLimits.MinMinutes, PlanLimits.MaxRestMinutes)
                ?? Outside(name + ".lengths", slot.Lengths, 1, PlanLimits.MaxLengths)
                ?? Outside(name + ".max_lengths", slot.MaxLengths, slot.Lengths ?? 1, PlanLimits.MaxLengths)
                ?? Outside(name + ".path_m", slot.PathM, PlanLimits.MinPathM, PlanLimits.MaxPathM)
                ?? Outside(name + ".tempo_percent", slot.TempoPercent, -PlanLimits.MaxTempoPercent, PlanLimits.MaxTempoPercent)
                ?? Outside(name + ".max_tempo_percent", slot.MaxTempoPercent, slot.TempoPercent, PlanLimits.MaxTempoPercent)
                ?? Outside(name + ".stations", slot.Stations, 1, PlanLimits.MaxStations)
                ?? Kind(slot, name);
            if (fault is not null) return fault;
        }

        return null;
    }

    private static string? Kind(Slot slot, string name)
    {
        bool backward = slot.Task == TrainingTask.Backward, atHome = slot.Place == Place.Home;
        if (backward && (slot.Lengths is null || slot.PathM is null || slot.Minutes is not null)) return $"{name} walks backward: its dose is lengths and path_m, not minutes";
        if (!backward && (slot.Minutes is null || slot.Lengths is not null || slot.PathM is not null || slot.StopAndGo)) return $"{name} does not walk backward: its dose is minutes, without lengths, path_m and stop_and_go";
        if (backward && atHome && slot.MaxTempoPercent > 0) return $"{name}.max_tempo_percent is above 0; walking backward at home the tempo is never above the walker's own";
        if (backward && atHome && slot.SecondTask) return $"{name}.second_task: backward with a second task is for the clinic only";
        if ((slot.MinutesBetweenRests is null) != (slot.RestMinutes is null)) return $"{name}: minutes_between_rests and rest_minutes belong together";
        return (slot.Task == TrainingTask.TaskCircuit) != slot.Stations is not null ? $"{name}.stations belongs to a task circuit, and only to one" : null;
    }

    private static string? Outside(string key, double? value, double min, double max) =>
        value is { } number && !(number >= min && number <= max) ? Text($"{key} is {number}; it must be between {min} and {max}") : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
