using System.Globalization;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Clinic.Sessions;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Volume;

namespace GaitSense.Clinic.Reports;

/// <summary>A session on two printed pages: what was done and timed; what was measured. On each: whose, which, and who released it.</summary>
internal static class SessionReport
{
    private const string Break = "<div style=\"break-before:page\"></div>\n";

    // Enough to tell two sheets apart; the whole hash stands on the first.
    private const int HashDigitsOnPaper = 12, HashDigits = 64;

    /// <summary>The page.</summary>
    /// <param name="session">The session.</param>
    /// <param name="person">Its person, under a pseudonym.</param>
    /// <param name="seal">Who released it, by user name; null: nobody did.</param>
    /// <param name="audit">The last line of the audit, which this report tells elsewhere.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="words">The language of the page.</param>
    public static string Html(Session session, Person person, SessionSeal? seal, AuditEntry audit, string version, ReportWords words)
    {
        string day = words.Day(LocalDay.Of(session));
        string title = words.Text("title", person.Code, day);
        string release = Release(session, seal, words);
        string body =
            $"<header><h1>{Text(title)}</h1><p class=\"sub\">{Text(Kind(session, words))}. {Text(words.Purpose)}</p></header>\n"
            + (session.Source == SessionSource.Simulation ? $"<div class=\"warn\">{Text(words.Text("simulated"))}</div>\n" : "")
            + $"<div class=\"warn\">{Text(release)}</div>\n"
            + Page.Section(words.Text("session"), null, Page.Table(["", ""], Facts(session, person, words)))
            + Page.Section(words.Text("tests"), null, session.Trials.Count == 0 ? Page.Empty(words.Text("tests.none")) : Tests(session, words))
            + Break
            + Page.Section(words.Text("measured"), words.Text("measured.lead"), Measures(session, words))
            + $"<p class=\"sub\">{Text(words.Text("footer", release, audit.Seq, audit.Hash, version))}</p>\n";
        return Page.Of(title, body, day, words.Tag, words.Text("foot", Release(session, seal, words, HashDigitsOnPaper)));
    }

    private static string Release(Session session, SessionSeal? seal, ReportWords words, int? digits = null) => seal is null
        ? words.Text("draft", SessionSeal.HashOf(session)[..(digits ?? HashDigits)])
        : words.Text("released", seal.By, words.Instant(seal.At.ToUniversalTime()), seal.Hash[..(digits ?? HashDigits)]);

    private static string Kind(Session session, ReportWords words) => SessionKind.TestsOf(session) is { Count: > 0 } tests
        ? words.Text("timed-test", string.Join(", ", tests.Select(words.Word)))
        : words.Word(SessionKind.KeyOf(session));

    private static IEnumerable<IReadOnlyList<string>> Facts(Session session, Person person, ReportWords words)
    {
        string Of(string? inFiles) => Text(inFiles is null ? words.Text("not-said") : words.Word(inFiles));
        IReadOnlyList<string> Row(string key, string html) => [Text(words.Text(key)), html];
        yield return Row("person", Text(person.Code));
        yield return Row("began", Text($"{words.Instant(LocalDay.TimeOf(session))} ({session.Zone})"));
        yield return Row("where", Of(Words.InFiles(session.Place)));
        yield return Row("aid", Of(session.Aid is { } aid ? Words.InFiles(aid) : null));
        yield return Row("orthosis", Of(session.Orthosis is { } orthosis ? Words.InFiles(orthosis) : null));
        yield return Row("samples", Of(Words.InFiles(session.Source)));
        yield return Row("ended", Of(Words.InFiles(session.Status)) + (session.StopReason == StopReason.None ? "" : ": " + Of(Words.InFiles(session.StopReason))));
        if (SessionDose.Of(session).Minutes is { } minutes) yield return Row("walked", words.Number(minutes, "0.0") + " min");
        foreach (SelfReport said in session.SelfReports)
            yield return [Text($"{words.Word(Words.InFiles(said.Of))} {words.Word(Words.InFiles(said.When))}"), said.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value} ({Text(said.Scale)})") : Text(words.Text("not-said"))];
        yield return Row("recording", Text(session.RecordingHash ?? words.Text("recording.none")));
    }

    private static string Tests(Session session, ReportWords words)
    {
        IEnumerable<string> results =
            from name in SessionKind.TestsOf(session)
            let test = TestDefinitions.Find(name.Split('@')[0])
            where test is not null
            from instruction in session.Trials.Where(t => string.Equals(t.Test, name, StringComparison.Ordinal)).Select(t => t.Instruction).Distinct(StringComparer.Ordinal)
            from definition in session.Trials.Select(t => t.Definition).OfType<string>().Distinct(StringComparer.Ordinal)
            let summary = TestSummary.Of(test, session.Trials, instruction, definition)
            where summary is not null
            select $"<li>{Text(words.Word(test.Id))}, {Text(words.Word(instruction))}: <b>{words.Number(summary.Value.Value, "0.00")} {Text(test.Unit)}</b> ({Text(words.Said(DefinitionWords.Of(definition)))})</li>";
        string list = string.Concat(results);
        string table = Page.Table(
            [words.Text("attempt"), words.Text("instruction"), "#" + words.Text("official"), "#" + words.Text("watch"), "#" + words.Text("feet"), words.Text("validity"), "note"],
            session.Trials.OrderBy(t => t.No).Select(t => (IReadOnlyList<string>)
            [
                Text(string.Create(CultureInfo.InvariantCulture, $"{words.Word(t.Test)}, {t.No}")), Text(t.Practice ? words.Text("practice", words.Word(t.Instruction)) : words.Word(t.Instruction)), words.Number(t.Official), words.Number(t.WatchS),
                t.Feet.Count > 0 ? string.Join(Text(words.Text("or")), t.Feet.Select(f => words.Number(f.TimeS))) : "–", Text(words.Word(Words.InFiles(t.Validity))), Text(words.Said(t.Reason)),
            ]), everyRow: words.Text("all"));
        return (list.Length > 0 ? $"<ul>{list}</ul>" : "") + table;
    }

    // One row a measure and direction: a session that went both ways stays on one sheet.
    private static string Measures(Session session, ReportWords words)
    {
        if (session.Measures.Count == 0) return Page.Empty(words.Text("measured.none"));
        return Page.Table(
            [words.Text("measure"), words.Text("direction"), "#" + words.Text("both"), "#95 %", "#" + words.Text("left"), "#" + words.Text("right"), words.Text("unit"), "#n", "note"],
            session.Measures.GroupBy(m => (m.Name, m.Direction)).Select(g => (IReadOnlyList<string>)Row([.. g], words)), everyRow: words.Text("all"));
    }

    private static string[] Row(Measure[] measures, ReportWords words)
    {
        Measure? Of(Foot? side) => Array.Find(measures, m => m.Side == side);
        Measure first = Of(side: null) ?? measures[0];
        string range = first.Low95 is null || first.High95 is null ? "–" : words.Text("range", words.Number(first.Low95), words.Number(first.High95));
        return
        [
            Text(words.Word(first.Name)), Text(words.Word(Words.InFiles(first.Direction))), words.Number(Of(side: null)?.Value), Text(range), words.Number(Of(Foot.Left)?.Value), words.Number(Of(Foot.Right)?.Value),
            Text(first.Unit is "1" ? "" : first.Unit), first.N.ToString(CultureInfo.InvariantCulture), Text(words.Said(first.Withheld ?? "")),
        ];
    }

    private static string Text(string text) => Markup.Escape(text);
}
