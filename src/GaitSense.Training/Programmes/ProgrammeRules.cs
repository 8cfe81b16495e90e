using System.Globalization;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Programmes;

/// <summary>What a programme must keep to.</summary>
internal static class ProgrammeRules
{
    /// <summary>The first thing that is wrong with a programme, in words; null where nothing is.</summary>
    public static string? Fault(Programme programme)
    {
        if (programme.Format is not Programme.FormatName) return $"format is {programme.Format}; a programme says {Programme.FormatName}";
        if (programme.Id.Length is 0 or > 40 || programme.Id.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))) return "id must be 1 to 40 small letters, digits and '-'";
        if (programme.Version < 1) return Text($"version is {programme.Version}; it must be at least 1");
        if (programme.Weeks is < 1 or > PlanLimits.MaxWeeks) return Text($"weeks is {programme.Weeks}; it must be between 1 and {PlanLimits.MaxWeeks}");
        if (programme.Parts.Count == 0) return "parts is empty; a programme has sessions";
        if (programme.Sources.FirstOrDefault(s => string.IsNullOrWhiteSpace(s.Value.Text)) is { Key: { } nameless }) return $"sources.{nameless}.text is empty; it must say where numbers come from";
        for (int i = 0; i < programme.Parts.Count; i++)
            if (Fault(programme, programme.Parts[i], Text($"parts[{i}]")) is { } fault) return fault;
        for (int week = 1; week <= programme.Weeks; week++)
            if (!programme.InWeek(week).Any()) return Text($"parts has no session in week {week}; weeks says {programme.Weeks}");
        return null;
    }

    private static string? Fault(Programme programme, ProgrammePart part, string name)
    {
        if (part.FromWeek < 1 || part.FromWeek > programme.Weeks) return Text($"{name}.from_week is {part.FromWeek}; it must be between 1 and weeks, {programme.Weeks}");
        if (part.ToWeek < part.FromWeek || part.ToWeek > programme.Weeks) return Text($"{name}.to_week is {part.ToWeek}; it must be between from_week, {part.FromWeek}, and weeks, {programme.Weeks}");
        return Numbers(programme, part, name) ?? Kind(part, name);
    }

    private static string? Numbers(Programme programme, ProgrammePart part, string name)
    {
        (string Key, Quantity? Number, double Min, double Max, bool Whole)[] numbers =
        [
            ("per_week", part.PerWeek, 1, PlanLimits.MaxPerWeek, true),
            ("minutes", part.Minutes, PlanLimits.MinMinutes, PlanLimits.MaxMinutes, false),
            ("minutes_between_rests", part.MinutesBetweenRests, PlanLimits.MinMinutes, PlanLimits.MaxMinutes, false),
            ("rest_minutes", part.RestMinutes, PlanLimits.MinMinutes, PlanLimits.MaxRestMinutes, false),
            ("lengths", part.Lengths, 1, PlanLimits.MaxLengths, true),
            ("path_m", part.PathM, PlanLimits.MinPathM, PlanLimits.MaxPathM, false),
            ("stations", part.Stations, 1, PlanLimits.MaxStations, true),
            ("tempo_percent", part.TempoPercent, -PlanLimits.MaxTempoPercent, PlanLimits.MaxTempoPercent, false),
        ];
        foreach ((string key, Quantity? number, double min, double max, bool whole) in numbers)
        {
            if (number is null) continue;
            if (QuantityCheck.Fault($"{name}.{key}", number, min, max, whole) is { } fault) return fault;
            if (!programme.Sources.ContainsKey(number.Source)) return $"{name}.{key}.source is {number.Source}; sources has no such key";
        }

        return null;
    }

    private static string? Kind(ProgrammePart part, string name)
    {
        bool backward = part.Task == TrainingTask.Backward;
        if (backward && (part.Lengths is null || part.PathM is null)) return $"{name} walks backward: its dose is lengths and path_m";
        if (!backward && (part.Lengths is not null || part.PathM is not null)) return $"{name} does not walk backward: it has no lengths and no path_m";
        if (!backward && part.Minutes is null) return $"{name}.minutes is missing: its dose is in minutes";
        if (backward && part.Minutes is not null) return $"{name}.minutes: the dose of walking backward is lengths; seconds are a result";
        if ((part.MinutesBetweenRests is null) != (part.RestMinutes is null)) return $"{name}: minutes_between_rests and rest_minutes belong together";
        if ((part.Task == TrainingTask.TaskCircuit) != part.Stations is not null) return $"{name}.stations belongs to a task circuit, and only to one";
        if (backward && part.Place == Place.Home && part.TempoPercent is { Max: > 0 }) return $"{name}.tempo_percent.max is above 0; walking backward at home the tempo is never above the walker's own";
        if (backward && part.Place == Place.Home && part.SecondTask) return $"{name}.second_task: backward with a second task is for the clinic only";
        if (part.StopAndGo && !backward) return $"{name}.stop_and_go belongs to walking backward";
        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
