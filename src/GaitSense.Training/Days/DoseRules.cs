using GaitSense.Training.Gates;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Days;

/// <summary>How a day's dose becomes less than its slot. It never becomes more.</summary>
internal static class DoseRules
{
    /// <summary>The least that is offered as the rest of a session, minutes.</summary>
    private const double LeastMinutes = 1;

    /// <summary>
    /// After a stop for pain the plan's own steps up wait: nothing is more than what the session with the pain was to be, until a version of the plan was made after it.
    /// </summary>
    public static OfferedSession AfterPain(TrainingHistory history, Plan plan, Slot slot, OfferedSession offer)
    {
        foreach (Session session in history.Counted.Where(s => s.StopReason == StopReason.Pain && s.Task == slot.Task && s.Start >= plan.MadeAt))
        {
            if (history.SlotOf(session) is not { } then || then.Task != slot.Task) continue;
            offer = offer with
            {
                Minutes = Lesser(offer.Minutes, then.Minutes),
                Lengths = (int?)Lesser(offer.Lengths, then.Lengths),
                TempoPercent = Math.Min(offer.TempoPercent, then.TempoPercent),
                Stations = (int?)Lesser(offer.Stations, then.Stations),
                StopAndGo = offer.StopAndGo && then.StopAndGo,
                SecondTask = offer.SecondTask && then.SecondTask,
            };
        }

        return offer;
    }

    /// <summary>A warm day: a part of the dose, and rests.</summary>
    public static OfferedSession Held(OfferedSession offer, GateDecision gates)
    {
        if (!gates.Holds(GateHold.Dose)) return offer;
        offer = offer with
        {
            Minutes = offer.Minutes * gates.DoseShare,
            Lengths = offer.Lengths is { } lengths ? Math.Max(1, (int)(lengths * gates.DoseShare)) : null,
        };
        return offer.Minutes is null || gates.BoutMinutes is not { } bout
            ? offer
            : offer with { MinutesBetweenRests = Lesser(offer.MinutesBetweenRests ?? bout, bout), RestMinutes = Math.Max(offer.RestMinutes ?? 0, gates.RestMinutes ?? 0) };
    }

    /// <summary>What is left of a session that something cut short; null: nothing that is worth another start, or nobody knows what was done.</summary>
    public static OfferedSession? RestOf(OfferedSession offer, IEnumerable<Session> parts)
    {
        SessionDose[] done = [.. parts.Select(SessionDose.Of)];
        if (offer.Minutes is { } minutes)
        {
            double? left = minutes - Sum(done.Select(d => d.Minutes));
            return left >= LeastMinutes ? offer with { Minutes = left } : null;
        }

        double? still = offer.Lengths - Math.Ceiling(Sum(done.Select(d => d.Lengths)) ?? double.PositiveInfinity);
        return still >= 1 ? offer with { Lengths = (int)still } : null;
    }

    // A part that was not measured could be anything.
    private static double? Sum(IEnumerable<double?> parts) => parts.Aggregate((double?)0, (sum, part) => sum + part);

    private static double? Lesser(double? one, double? other) => one is { } a && other is { } b ? Math.Min(a, b) : one;
}
