using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Days;

/// <summary>When the next session may be.</summary>
internal static class NextDays
{
    /// <summary>The next day of the plan after today that has a session here; null: a pause whose end nobody knows, or none.</summary>
    public static DateOnly? After(TodayRequest request, Plan plan, GateDecision gates)
    {
        if (request.Person.Status != PersonStatus.Active || gates.Effects.Any(e => e is GateEffect.Pause or GateEffect.RelapseReported)) return null;
        if (gates.Has("gate.paused")) return null;
        for (DateOnly day = request.Today.AddDays(1); day <= plan.To; day = day.AddDays(1))
        {
            int week = PlanVersions.WeekOn(plan, day);
            if (plan.Slots.Any(s => s.Week == week && s.Place == request.Place && TodayRules.Left(request, plan, s) > 0)) return day;
        }

        return null;
    }
}
