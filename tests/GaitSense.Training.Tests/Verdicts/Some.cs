using GaitSense.Core;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Regimes;
using GaitSense.Training.Verdicts;

namespace GaitSense.Training.Tests.Verdicts;

/// <summary>Series and sessions made by hand.</summary>
internal static class Some
{
    public static readonly DateOnly Monday = new(2026, 1, 5);

    public static readonly Statement Statement = new() { Regime = Regime.ApprovedStudy, Reference = "EK 2026-113", By = "admin-1", At = new DateTimeOffset(2026, 1, 2, 9, 0, 0, TimeSpan.Zero) };

    public static SeriesKey Test(string quantity, string instruction = "fast", string definition = "watch-from-go", WalkingDirection direction = WalkingDirection.Forward) =>
        new() { Quantity = quantity, Instruction = instruction, Definition = definition, Direction = direction, Aid = WalkingAid.None, Orthosis = Orthosis.None };

    public static SeriesKey Feet(string name, WalkingDirection direction = WalkingDirection.Forward) => new() { Quantity = name, Instruction = "comfortable_walk", Direction = direction, Aid = WalkingAid.None, Orthosis = Orthosis.None };

    public static Series Of(SeriesKey key, params double[] values) =>
        new() { Key = key, Unit = LimitTable.BuiltIn.Find(key.Name)?.Unit ?? "", Values = [.. values.Select((v, i) => new VisitValue { Day = Monday.AddDays(2 * i), Value = v })] };

    public static Verdict Judge(SeriesKey key, params double[] values) => VerdictRules.Judge(Of(key, values), new VerdictFamily(), Statement);

    public static Session Session(int day, IReadOnlyList<Trial>? trials = null, IReadOnlyList<Measure>? measures = null, WalkingAid aid = WalkingAid.None, SessionSource source = SessionSource.Sensors, TrainingTask task = TrainingTask.ComfortableWalk) => new()
    {
        Id = new Guid(day + 1000, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)aid]),
        PersonId = new Guid(7, 0, 0, new byte[8]),
        Task = task,
        Start = new DateTimeOffset(Monday.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero).AddDays(day),
        Zone = "Europe/Berlin",
        Place = Place.Clinic,
        Aid = aid,
        Orthosis = Orthosis.None,
        Source = source,
        Status = SessionStatus.Completed,
        Software = "test",
        Trials = trials ?? [],
        Measures = measures ?? [],
    };

    public static Trial Trial(string test, int no, double official, bool practice = false, Validity validity = Validity.Valid, string instruction = "fast", string definition = "watch-from-go") => new()
    {
        Id = new Guid(no, 1, 0, new byte[8]),
        Test = test,
        No = no,
        Instruction = instruction,
        Practice = practice,
        Official = official,
        Definition = definition,
        Validity = validity,
        Reason = validity == Validity.Valid ? "" : "false start",
    };

    public static Measure Speed(double value, WalkingDirection direction = WalkingDirection.Forward) => new() { Name = "speed_mps", Direction = direction, Value = value, N = 60, Unit = "m/s", MeasuringSd = 0.01 };
}
