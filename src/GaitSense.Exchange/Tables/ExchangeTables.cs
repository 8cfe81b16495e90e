using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Exchange;

/// <summary>
/// What leaves as tables. Sessions are numbered from 1 and days from the first session, because ids and dates say when somebody was where. Words that people wrote (reasons, the fall
/// diary, notes) are in no table; keys are checked to be keys. What nobody was asked is empty.
/// </summary>
internal static class ExchangeTables
{
    private const int LongestKey = 60;
    private static readonly ExchangeColumn Person = new("person", CellKind.Text), Number = new("session", CellKind.Count), Day = new("day", CellKind.Count, "d");

    /// <summary>All tables.</summary>
    /// <param name="people">Whose data leave.</param>
    /// <param name="dates">Whether the start of sessions leaves, as a time in UTC.</param>
    public static IReadOnlyList<ExchangeTable> Of(IReadOnlyList<PersonExport> people, bool dates)
    {
        ExchangeTable persons = new("people", [Person, Text("aid"), Text("orthosis"), Text("affected_side"), Value("leg_length_m", "m"), Count("disease_steps")]);
        ExchangeTable sessions = new("sessions", [Person, Number, Day, .. dates ? [Text("start_utc")] : Array.Empty<ExchangeColumn>(), Value("duration_s", "s"), Text("task"), Text("timed_tests"), Text("place"), Flag("company"), Text("aid"), Text("orthosis"), Text("source"), Text("status"), Text("stop_reason"), Text("software"), Text("settings_digest")]);
        ExchangeTable measures = new("measures", [Person, Number, Day, Text("name"), Text("side"), Text("direction"), Value("value"), Value("low95"), Value("high95"), Value("measuring_sd"), Count("n"), Text("unit"), Text("withheld")]);
        ExchangeTable trials = new("trials", [Person, Number, Day, Count("no"), Text("test"), Text("instruction"), Flag("practice"), Value("watch_s", "s"), Value("feet_s", "s"), Count("candidates"), Value("distance_m", "m"), Value("official"), Text("unit"), Text("definition"), Text("validity")]);
        ExchangeTable reports = new("self_reports", [Person, Number, Day, Text("when"), Text("of"), Text("scale"), Count("value")]);
        ExchangeTable falls = new("falls", [Person, Day, Flag("injury"), Flag("during_session")]);
        foreach (PersonExport p in people)
        {
            string code = p.Person.Code;
            persons.Add(code, Word(p.Person.Aid), Word(p.Person.Orthosis), p.Person.AffectedSide == AffectedSide.None ? null : Words.InFiles(p.Person.AffectedSide), Cell(p.Person.LegLengthM), Cell((long?)p.Person.DiseaseSteps));
            Session[] ordered = InOrder(p);
            DateOnly? first = ordered.Length > 0 ? LocalDay.Of(ordered[0]) : null;
            for (int i = 0; i < ordered.Length; i++)
            {
                Session s = ordered[i];
                long number = i + 1, day = DayOf(LocalDay.Of(s), first);
                object?[] start = dates ? [s.Start.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)] : [];
                sessions.Add([code, number, day, .. start, Cell((s.End - s.Start)?.TotalSeconds), SessionKind.IsTest(s) ? SessionKind.TimedTest : Words.InFiles(s.Task), SessionKind.IsTest(s) ? Key(SessionKind.KeyOf(s)) : null, Words.InFiles(s.Place), Cell(SaidBefore.Company(s, p.Checks)), Word(s.Aid), Word(s.Orthosis), Words.InFiles(s.Source), Words.InFiles(s.Status), WhyStopped(s), Key(s.Software.Replace(' ', '_')), Key(s.SettingsDigest)]);
                foreach (Measure m in s.Measures) measures.Add(code, number, day, Key(m.Name), m.Side is { } side ? Words.InFiles(side) : "both", Words.InFiles(m.Direction), Cell(m.Value), Cell(m.Low95), Cell(m.High95), Cell(m.MeasuringSd), (long)m.N, OutsideText.ShortLine(m.Unit, LongestKey), m.Withheld is null ? null : "withheld");
                foreach (Trial t in s.Trials.OrderBy(t => t.No))
                    trials.Add(code, number, day, (long)t.No, Key(t.Test), Key(t.Instruction), t.Practice, Cell(t.WatchS), Cell(t.Feet.Count == 1 ? t.Feet[0].TimeS : (double?)null), (long)t.Feet.Count, Cell(t.DistanceM), Cell(t.Official), t.Official is null ? null : ResultUnit.Of(t), Key(t.Definition), Words.InFiles(t.Validity));
                foreach (SelfReport r in s.SelfReports) reports.Add(code, number, day, Words.InFiles(r.When), Words.InFiles(r.Of), Key(r.Scale), Cell((long?)r.Value));
            }

            foreach (Fall f in p.Falls.OrderBy(f => f.LocalDate)) falls.Add(code, Cell(first is null ? (long?)null : DayOf(f.LocalDate, first)), Cell(f.Injury), Cell(f.DuringSession));
        }

        return [persons, sessions, measures, trials, reports, falls];
    }

    /// <summary>A person's sessions in the order in which they are numbered.</summary>
    public static Session[] InOrder(PersonExport person) => [.. person.Sessions.OrderBy(s => s.Start).ThenBy(s => s.Id)];

    /// <summary>A key, or nothing where it is not one: letters, digits and a few signs, as no sentence is.</summary>
    public static string? Key(string? key) => key is null ? null : key.Length is > 0 and <= LongestKey + 10 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '@' or '.' or '+' or ':' or ',') ? key : "other";

    // Of a session that ended before its dose without a reason nobody said one: that is no "none".
    private static string? WhyStopped(Session s) => s is { StopReason: StopReason.None, Status: SessionStatus.EndedEarly or SessionStatus.CutOff } ? null : Words.InFiles(s.StopReason);

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } said ? Words.InFiles(said) : null;

    // What is missing is an empty cell.
    private static object? Cell<T>(T? value)
        where T : struct => value is { } known ? known : null;

    private static long DayOf(DateOnly day, DateOnly? first) => day.DayNumber - (first ?? day).DayNumber;

    private static ExchangeColumn Text(string name) => new(name, CellKind.Text);

    private static ExchangeColumn Value(string name, string unit = "") => new(name, CellKind.Number, unit);

    private static ExchangeColumn Count(string name) => new(name, CellKind.Count);

    private static ExchangeColumn Flag(string name) => new(name, CellKind.Flag);
}
