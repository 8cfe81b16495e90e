using GaitSense.Core;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Clinic.Tests;

/// <summary>Sessions as a walk leaves them.</summary>
internal static class Walks
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 2, 8, 30, 0, TimeSpan.Zero);

    /// <summary>A walk of eight minutes.</summary>
    public static Session Walk(Guid person, DateTimeOffset? at = null, string reason = "") => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = person,
        Task = TrainingTask.ComfortableWalk,
        Start = at ?? Morning,
        End = (at ?? Morning).AddMinutes(8),
        Zone = "Europe/Berlin",
        Place = Place.Clinic,
        Source = SessionSource.Sensors,
        Status = SessionStatus.Completed,
        Software = "0.1.0",
        Measures =
        [
            new Measure { Name = "walked_s", Direction = WalkingDirection.Unknown, Value = 480, N = 3, Unit = "s" },
            new Measure { Name = "steps", Direction = WalkingDirection.Unknown, Value = 810, N = 810, Unit = "1" },
            new Measure { Name = "step_time_asymmetry", Direction = WalkingDirection.Forward, N = 2, Unit = "%", Withheld = reason.Length > 0 ? reason : "too few strides" },
        ],
    };

    /// <summary>A timed walk of 25 feet with two attempts; the first waits for a person.</summary>
    public static Session Test(Guid person, string reason = "a gap of 80 ms near the line") => Walk(person) with
    {
        Measures = [],
        Trials =
        [
            Trial(1) with { Validity = Validity.Attention, Reason = reason },
            Trial(2) with { Official = 6.1, Definition = TestDefinitions.WatchFromGo },
        ],
    };

    private static Trial Trial(int no) => new()
    {
        Id = Guid.CreateVersion7(),
        Test = TestDefinitions.Find("t25fw")!.Name,
        No = no,
        Instruction = TestDefinitions.Find("t25fw")!.Instructions[0],
        GoS = 3,
        WatchS = 9.2,
        Feet = [new FeetTime(3.2, 9.1)],
        Validity = Validity.Valid,
    };
}
