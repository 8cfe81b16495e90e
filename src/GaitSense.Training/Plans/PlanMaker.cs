using System.Globalization;
using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.Plans;

/// <summary>A programme made a person's first plan.</summary>
public static class PlanMaker
{
    /// <summary>Makes the plan. Comfortable walks are never longer than what is known of the person allows (<see cref="FirstDose"/>).</summary>
    /// <exception cref="GaitSenseException">The longest walk seen is too short for a plan by rule, the path is outside the programme's range, or the plan would begin more than a year from now (<see cref="PlanLimits.MaxDaysToBegin"/>).</exception>
    public static Plan Make(PlanRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (PlanRules.BeginFault(request.From, LocalDay.Of(request.MadeAt, request.Person.Zone)) is { } fault) throw new GaitSenseException($"{request.Person.Code}: {fault}");
        Programme programme = request.Programme;
        KnownWalks known = request.Known with { DiseaseSteps = request.Known.DiseaseSteps ?? request.Person.DiseaseSteps };
        FirstDose dose = FirstDose.Of(known, request.Rules) ?? throw new GaitSenseException(
            string.Create(CultureInfo.InvariantCulture, $"{request.Person.Code}: the longest walk seen is under {request.Rules.FirstPlan.LeastKnownMinutes.Value:0.#} min; no rule makes a plan of it: a clinician writes one (plan.json)"));
        return new Plan
        {
            Id = request.Id,
            PersonId = request.Person.Id,
            Version = 1,
            From = request.From,
            To = request.From.AddDays((7 * programme.Weeks) - 1),
            Template = programme.Template,
            By = request.By,
            MadeAt = request.MadeAt,
            Reason = dose.Reason,
            Slots = [.. Slots(request, dose)],
        };
    }

    private static IEnumerable<Slot> Slots(PlanRequest request, FirstDose dose)
    {
        int no = 0;
        for (int week = 1; week <= request.Programme.Weeks; week++)
            foreach (ProgrammePart part in request.Programme.InWeek(week))
                yield return Slot(request, part, week, dose) with { Id = DerivedId.Of(request.Id, string.Create(CultureInfo.InvariantCulture, $"slot {++no}")) };
    }

    private static Slot Slot(PlanRequest request, ProgrammePart part, int week, FirstDose dose)
    {
        Slot slot = new()
        {
            Id = Guid.Empty,
            Week = week,
            PerWeek = (int)part.PerWeek.Value,
            Task = part.Task,
            Place = part.Place,
            Minutes = part.Minutes?.Value,
            MaxMinutes = part.Minutes?.Max,
            MinutesBetweenRests = part.MinutesBetweenRests?.Value,
            RestMinutes = part.RestMinutes?.Value,
            Lengths = (int?)part.Lengths?.Value,
            MaxLengths = (int?)part.Lengths?.Max,
            PathM = part.PathM is { } path ? Path(request, path) : null,
            TempoPercent = part.TempoPercent?.Value ?? 0,
            MaxTempoPercent = part.TempoPercent?.Max ?? 0,
            Stations = (int?)part.Stations?.Value,
            StopAndGo = part.StopAndGo,
            SecondTask = part.SecondTask,
        };
        return part.Task is TrainingTask.ComfortableWalk or TrainingTask.DualTask ? Fitted(slot, dose) : slot;
    }

    // What the person can do is a limit, and so is what the programme says.
    private static Slot Fitted(Slot slot, FirstDose dose)
    {
        double minutes = Math.Min(slot.Minutes!.Value, dose.Minutes);
        double? between = slot.MinutesBetweenRests is { } own && dose.MinutesBetweenRests is { } known ? Math.Min(own, known) : slot.MinutesBetweenRests ?? dose.MinutesBetweenRests;
        return between < minutes
            ? slot with { Minutes = minutes, MinutesBetweenRests = between, RestMinutes = Math.Max(slot.RestMinutes ?? 0, dose.RestMinutes ?? 0) }
            : slot with { Minutes = minutes, MinutesBetweenRests = null, RestMinutes = null };
    }

    private static double Path(PlanRequest request, Quantity path)
    {
        double lengthM = request.PathM ?? path.Value;
        return lengthM >= path.Min && lengthM <= path.Max
            ? lengthM
            : throw new GaitSenseException(string.Create(CultureInfo.InvariantCulture, $"{request.Person.Code}: a path of {lengthM:0.##} m is outside what {request.Programme.Template} allows, {path.Min:0.#} to {path.Max:0.#} m"));
    }
}
