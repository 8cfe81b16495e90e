using GaitSense.Core;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Exchange.Tests;

/// <summary>A person with everything that could leave, and a name wherever people write.</summary>
internal static class People
{
    /// <summary>A name that must be in no output.</summary>
    public const string Canary = "Hildegard Canary";

    public static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private static readonly Guid Id = new(7, 0, 0, new byte[8]);

    public static Consent Consent(string what, DateTimeOffset? withdrawn = null) => new() { Id = Guid.NewGuid(), PersonId = Id, What = what, Given = Now.AddDays(-90), Withdrawn = withdrawn };

    public static PersonExport Person(string code = "P07", SessionSource source = SessionSource.Sensors) => new()
    {
        Person = new Person { Id = Id, Code = code, Zone = "Europe/Berlin", Aid = WalkingAid.OneStick, LegLengthM = 0.87, DiseaseSteps = 3 },
        Falls = [new Fall { Id = Guid.NewGuid(), PersonId = Id, LocalDate = new DateOnly(2026, 10, 12), Injury = true, Text = $"{Canary} fell over the rug" }],
        Sessions = [Session(0, source), Session(1, source), Session(2, source) with { End = null, Status = SessionStatus.CutOff }],
    };

    public static ExportRequest Request(ExportPurpose purpose = ExportPurpose.Care, params PersonExport[] people) => new()
    {
        By = "clinician-2",
        At = Now,
        Purpose = purpose,
        Study = purpose == ExportPurpose.Research ? "BACK1" : null,
        Formats = ExportFormats.Csv | ExportFormats.Parquet | ExportFormats.Fhir,
        People = people.Length > 0 ? people : [Person()],
        Software = "0.1.0",
    };

    private static Session Session(int week, SessionSource source) => new()
    {
        Id = Guid.CreateVersion7(Now.AddDays((7 * week) - 60)),
        PersonId = Id,
        Task = TrainingTask.Backward,
        Start = Now.AddDays((7 * week) - 60),
        End = Now.AddDays((7 * week) - 60).AddMinutes(12),
        Zone = "Europe/Berlin",
        Place = Place.Clinic,
        Aid = WalkingAid.OneStick,
        Source = source,
        Status = SessionStatus.Completed,
        Software = "0.1.0+abc1234, algorithm 1",
        SelfReports = [new SelfReport { When = ReportTime.After, Of = ReportOf.Fatigue, Scale = "faces-5@1", Value = 3 }, new SelfReport { When = ReportTime.After, Of = ReportOf.Pain, Scale = "faces-5@1" }],
        Measures =
        [
            new Measure { Name = "speed_mps", Direction = WalkingDirection.Forward, Value = 1.0417, Low95 = 1.02, High95 = 1.06, N = 61, Unit = "m/s", MeasuringSd = 0.01 },
            new Measure { Name = "speed_mps", Direction = WalkingDirection.Backward, Value = 0.42, N = 18, Unit = "m/s" },
            new Measure { Name = "double_support_percent", Direction = WalkingDirection.Forward, Value = 27.5, N = 61, Unit = "% of stride" },
            new Measure { Name = "stride_length_m", Side = Foot.Left, Direction = WalkingDirection.Forward, Value = 1.1, N = 30, Unit = "m" },
            new Measure { Name = "steps", Direction = WalkingDirection.Unknown, Value = 812, N = 812, Unit = "1" },
            new Measure { Name = "swing_percent", Direction = WalkingDirection.Backward, N = 4, Unit = "% of stride", Withheld = "too few strides" },
        ],
        Trials =
        [
            Trial("tug@1", 1, 15, practice: true), Trial("tug@1", 2, 11.42), Trial("tug@1", 3, 3.1, Validity.Invalid), Trial("6mwt@1", 4, 402, definition: "lap-distance", distanceM: 402), Trial("t25fw@1", 5, null),
            Trial("t25fw@1", 6, 7.2) with { Feet = [new FeetTime(1, 8.1)], Instruction = Canary },
        ],
    };

    private static Trial Trial(string test, int no, double? official, Validity validity = Validity.Valid, bool practice = false, string definition = "watch-from-go", double? distanceM = null) => new()
    {
        Id = Guid.NewGuid(),
        Test = test,
        No = no,
        Instruction = "fast",
        Practice = practice,
        Official = official,
        Definition = definition,
        DistanceM = distanceM,
        Validity = validity,
        Reason = $"{Canary} said so",
    };
}
