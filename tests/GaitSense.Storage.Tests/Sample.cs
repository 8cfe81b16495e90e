using GaitSense.Core;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Storage.Tests;

/// <summary>Rows with every member set, so that one that is not kept shows.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 2, 9, 30, 0, 123, 456, TimeSpan.FromHours(1));

    public static Person Person(string code = "P07") => new()
    {
        Id = Guid.CreateVersion7(),
        Code = code,
        Zone = "Europe/Berlin",
        Aid = WalkingAid.OneStick,
        Orthosis = Orthosis.Brace,
        AffectedSide = AffectedSide.Left,
        LegLengthM = 0.87,
        DiseaseSteps = 3,
        RelapseOn = new DateOnly(2026, 5, 1),
        ClearedOn = new DateOnly(2026, 6, 1),
        Status = PersonStatus.Paused,
    };

    public static Plan Plan(Guid person, int version = 1) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = person,
        Version = version,
        From = new DateOnly(2026, 11, 2),
        To = new DateOnly(2026, 12, 27),
        Template = "backward-8-weeks@1",
        By = "c1",
        MadeAt = Morning,
        Reason = "first plan",
        Slots =
        [
            new Slot { Id = Guid.CreateVersion7(), Week = 1, PerWeek = 3, Task = TrainingTask.ComfortableWalk, Place = Place.Home, Minutes = 7.5, MinutesBetweenRests = 2, RestMinutes = 2 },
            new Slot { Id = Guid.CreateVersion7(), Week = 3, PerWeek = 1, Task = TrainingTask.Backward, Place = Place.Clinic, Lengths = 4, PathM = 4.2, TempoPercent = -5, StopAndGo = true, SecondTask = true, CuesDigest = "ab" },
        ],
    };

    public static Session Session(Guid person, Guid? plan = null, DateTimeOffset? start = null) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = person,
        PlanId = plan,
        SlotId = plan is null ? null : Guid.CreateVersion7(),
        Task = TrainingTask.Backward,
        Start = start ?? Morning,
        End = (start ?? Morning).AddMinutes(8),
        Zone = "Europe/Berlin",
        Place = Place.Home,
        Company = true,
        Aid = WalkingAid.TwoSticks,
        Orthosis = Orthosis.Stimulator,
        Source = SessionSource.Sensors,
        Status = SessionStatus.EndedEarly,
        StopReason = StopReason.Heat,
        RecordingHash = new string('a', 64),
        Software = "0.1.0+abc1234, algorithm 1",
        SettingsDigest = new string('b', 64),
        SelfReports =
        [
            new SelfReport { When = ReportTime.Before, Of = ReportOf.Fatigue, Scale = "faces-5@1", Value = 2 },
            new SelfReport { When = ReportTime.After, Of = ReportOf.Pain, Scale = "faces-5@1" },
        ],
        Measures = [Speed(0.98), Speed(0.98), Withheld("cadence_per_min")],
        Trials = [Trial(1), Trial(2)],
    };

    public static Session Running(Guid person) => Session(person) with { End = null, Status = SessionStatus.Running, StopReason = StopReason.None, RecordingHash = null, SelfReports = [], Measures = [], Trials = [] };

    public static Measure Speed(double value) => new() { Name = "speed_mps", Direction = WalkingDirection.Backward, Side = Foot.Left, Value = value, Low95 = value - 0.1, High95 = value + 0.1, N = 40, Unit = "m/s" };

    public static Measure Withheld(string name) => new() { Name = name, Direction = WalkingDirection.Forward, N = 4, Unit = "1/min", Withheld = "fewer than 6 strides" };

    public static Trial Trial(int no) => new()
    {
        Id = Guid.CreateVersion7(),
        Test = "t25fw@1",
        No = no,
        Instruction = "fast",
        Practice = no == 1,
        GoS = 12.25,
        WatchS = 7.125,
        Feet = [new FeetTime(12.5, 19.25, Foot.Right, 0.75), new FeetTime(12.5, 19.75)],
        DistanceM = 7.62,
        Parts = [new TrialPart("way out", 3.5, "s")],
        Official = 7.125,
        Definition = "watch-from-go",
        Validity = Validity.Attention,
        Reason = "a gap near the line",
    };

    public static Fall Fall(Guid person) => new() { Id = Guid.CreateVersion7(), PersonId = person, LocalDate = new DateOnly(2026, 11, 1), Injury = true, DuringSession = true, Text = "on the stairs" };

    public static Note Note(Guid person, string text = "walks more evenly") => new() { Id = Guid.CreateVersion7(), PersonId = person, By = "c1", At = Morning, Text = text };

    public static Consent Consent(Guid person) => new() { Id = Guid.CreateVersion7(), PersonId = person, What = "export", Given = Morning, Withdrawn = Morning.AddDays(3) };

    public static SignOff SignOff(Guid person) => new() { Id = Guid.CreateVersion7(), PersonId = person, What = SignOffKind.BackwardAtHome, By = "c1", From = new DateOnly(2026, 11, 2), Until = new DateOnly(2026, 11, 16) };
}
