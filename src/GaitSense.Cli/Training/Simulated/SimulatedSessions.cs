using GaitSense.Core;
using GaitSense.Simulation.People;
using GaitSense.Training.Days;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>What became of an offered session, as the session that a store keeps.</summary>
internal static class SimulatedSessions
{
    /// <summary>The session.</summary>
    public static Session Of(SimulatedTrainee trainee, TraineeDay day, int attempt, OfferedSession offer, GaitSense.Training.People.Person person, DateTimeOffset start)
    {
        TraineeWalk walk = offer.Lengths is { } lengths
            ? trainee.WalkBackward(day.Day, attempt, lengths, offer.PathM!.Value)
            : trainee.Walk(day.Day, attempt, offer.Minutes!.Value, offer.MinutesBetweenRests, offer.RestMinutes);
        bool backward = offer.Lengths is not null;
        SessionDose dose = new() { Minutes = walk.WalkedS / 60, Strides = walk.Strides, Bouts = walk.Bouts, Lengths = backward ? walk.Lengths : null, BackwardM = backward ? walk.BackwardM : null };
        return new()
        {
            Id = DerivedId.Of(person.Id, FormattableString.Invariant($"session {day.Day} {attempt}")),
            PersonId = person.Id,
            PlanId = offer.PlanId,
            SlotId = offer.SlotId,
            Task = offer.Task,
            Start = start,
            End = start.AddSeconds(Math.Ceiling(walk.DurationS)),
            Zone = person.Zone,
            Place = offer.Place,
            Company = offer.Place == Place.Clinic || day.Company,
            Aid = person.Aid,
            Orthosis = person.Orthosis,
            Source = SessionSource.Simulation,
            Status = walk.Stop switch { TraineeStop.None => SessionStatus.Completed, TraineeStop.Technical => SessionStatus.CutOff, _ => SessionStatus.EndedEarly },
            StopReason = Reason(walk.Stop),
            Software = "simulated",
            SelfReports =
            [
                Said(ReportTime.Before, ReportOf.Fatigue, walk.FatigueBefore, walk.ToldFatigue),
                Said(ReportTime.After, ReportOf.Fatigue, walk.FatigueAfter, walk.ToldFatigue),
                Said(ReportTime.After, ReportOf.Pain, walk.Pain, walk.ToldFatigue),
            ],
            Measures = [.. dose.ToMeasures(), new Measure { Name = "speed_mps", Direction = backward ? WalkingDirection.Backward : WalkingDirection.Forward, Value = walk.SpeedMps, N = walk.Strides, Unit = "m/s" }],
        };
    }

    private static SelfReport Said(ReportTime when, ReportOf of, int value, bool told) => new() { When = when, Of = of, Scale = SelfReport.Faces, Value = told ? value : null };

    private static StopReason Reason(TraineeStop stop) => stop switch
    {
        TraineeStop.Fatigue => StopReason.Fatigue,
        TraineeStop.Pain => StopReason.Pain,
        TraineeStop.Fall => StopReason.Fall,
        TraineeStop.Heat => StopReason.Heat,
        TraineeStop.Enough => StopReason.Enough,
        TraineeStop.Interrupted => StopReason.Interrupted,
        TraineeStop.Technical => StopReason.Technical,
        _ => StopReason.None,
    };
}
