using System.Globalization;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Clinic.Sessions;
using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Verdicts;
using GaitSense.Training.Volume;

namespace GaitSense.Clinic.Reports;

/// <summary>A session on two printed pages: what was done and timed; what was measured. On each: whose, which, and who released it.</summary>
internal static class SessionReport
{
    private const string Break = "<div style=\"break-before:page\"></div>\n";

    /// <summary>The page.</summary>
    /// <param name="session">The session.</param>
    /// <param name="person">Its person, under a pseudonym.</param>
    /// <param name="seal">Who released it, by user name; null: nobody did.</param>
    /// <param name="audit">The last line of the audit, which this report tells elsewhere.</param>
    /// <param name="version">The program's version.</param>
    public static string Html(Session session, Person person, SessionSeal? seal, string audit, string version)
    {
        string day = LocalDay.Of(session).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string title = $"Session of {person.Code}, {day}";
        string release = Release(session, seal);
        string body =
            $"<header><h1>{Text(title)}</h1><p class=\"sub\">{Text(SessionKind.Of(session))}. {Text(Verdict.Purpose)}.</p></header>\n"
            + (session.Source == SessionSource.Simulation ? "<div class=\"warn\">A simulated session: nobody walked it.</div>\n" : "")
            + $"<div class=\"warn\">{Text(release)}</div>\n"
            + Page.Section("The session", null, Page.Table(["", ""], Facts(session, person)))
            + Page.Section("Timed tests", null, session.Trials.Count == 0 ? Page.Empty("No timed test in this session.") : Tests(session))
            + Break
            + Page.Section("What was measured", "Both feet together with the 95 % interval of the mean, and each foot. What could not be measured says why.", Measures(session))
            + $"<footer>{Text(release)} Audit {Text(audit)}. GaitSense {Text(version)}. Not a medical device.</footer>\n";
        return Page.Of(title, body, day);
    }

    private static string Release(Session session, SessionSeal? seal) => seal is null
        ? $"Not released: a draft. Hash {SessionSeal.HashOf(session)}."
        : string.Create(CultureInfo.InvariantCulture, $"Released by {seal.By}, {seal.At:yyyy-MM-dd HH:mm} UTC. Hash {seal.Hash}.");

    private static IEnumerable<IReadOnlyList<string>> Facts(Session session, Person person)
    {
        yield return ["person", Text(person.Code)];
        yield return ["began", Text(session.Start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC")];
        yield return ["where", Words.InFiles(session.Place)];
        yield return ["walking aid", session.Aid is { } aid ? Text(Words.InFiles(aid).Replace('_', ' ')) : "not said"];
        yield return ["orthosis", session.Orthosis is { } orthosis ? Text(Words.InFiles(orthosis).Replace('_', ' ')) : "not said"];
        yield return ["samples from", Words.InFiles(session.Source)];
        yield return ["how it ended", Text(Words.InFiles(session.Status).Replace('_', ' ') + (session.StopReason == StopReason.None ? "" : ": " + Words.InFiles(session.StopReason)))];
        if (SessionDose.Of(session).Minutes is { } minutes) yield return ["walked", string.Create(CultureInfo.InvariantCulture, $"{minutes:0.0} min")];
        foreach (SelfReport said in session.SelfReports)
            yield return [Text($"{Words.InFiles(said.Of)} {Words.InFiles(said.When)}"), said.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value} ({Text(said.Scale)})") : "not said"];
        yield return ["recording", session.RecordingHash is { } hash ? Text(hash) : "none is kept"];
    }

    private static string Tests(Session session)
    {
        IEnumerable<string> results =
            from name in SessionKind.TestsOf(session)
            let test = TestDefinitions.Find(name.Split('@')[0])
            where test is not null
            from instruction in session.Trials.Where(t => string.Equals(t.Test, name, StringComparison.Ordinal)).Select(t => t.Instruction).Distinct(StringComparer.Ordinal)
            from definition in session.Trials.Select(t => t.Definition).OfType<string>().Distinct(StringComparer.Ordinal)
            let summary = TestSummary.Of(test, session.Trials, instruction, definition)
            where summary is not null
            select string.Create(CultureInfo.InvariantCulture, $"<li>{Text(test.Id)}, {Text(instruction.Replace('_', ' '))}: <b>{summary.Value.Value:0.00} {Text(test.Unit)}</b> ({Text(DefinitionWords.Of(definition))})</li>");
        string list = string.Concat(results);
        string table = Page.Table(
            ["attempt", "instruction", "#official", "#stopwatch, s", "#feet, s", "validity", "note"],
            session.Trials.OrderBy(t => t.No).Select(t => (IReadOnlyList<string>)
            [
                Text(string.Create(CultureInfo.InvariantCulture, $"{t.Test}, {t.No}")), Text(t.Instruction.Replace('_', ' ') + (t.Practice ? ", practice" : "")), Number(t.Official), Number(t.WatchS),
                t.Feet.Count > 0 ? string.Join(" or ", t.Feet.Select(f => Number(f.TimeS))) : "–", Words.InFiles(t.Validity), Text(t.Reason),
            ]));
        return (list.Length > 0 ? $"<ul>{list}</ul>" : "") + table;
    }

    // One row a measure and direction: a session that went both ways stays on one sheet.
    private static string Measures(Session session)
    {
        if (session.Measures.Count == 0) return Page.Empty("Nothing was measured.");
        return Page.Table(
            ["measure", "direction", "#both", "#95 %", "#left", "#right", "unit", "#n", "note"],
            session.Measures.GroupBy(m => (m.Name, m.Direction)).Select(g => (IReadOnlyList<string>)Row([.. g])));
    }

    private static string[] Row(Measure[] measures)
    {
        Measure? Of(Foot? side) => Array.Find(measures, m => m.Side == side);
        Measure first = Of(side: null) ?? measures[0];
        string range = first.Low95 is null || first.High95 is null ? "–" : $"{Number(first.Low95)} to {Number(first.High95)}";
        return
        [
            Text(first.Name.Replace('_', ' ')), Words.InFiles(first.Direction), Number(Of(side: null)?.Value), range, Number(Of(Foot.Left)?.Value), Number(Of(Foot.Right)?.Value),
            Text(first.Unit is "1" ? "" : first.Unit), first.N.ToString(CultureInfo.InvariantCulture), Text(first.Withheld ?? ""),
        ];
    }

    private static string Number(double? value) => value is { } known ? known.ToString("0.###", CultureInfo.InvariantCulture) : "–";

    private static string Text(string text) => Markup.Escape(text);
}
