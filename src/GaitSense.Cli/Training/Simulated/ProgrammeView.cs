using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Training.Gates;
using GaitSense.Training.Texts;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>What a run came to, for a person.</summary>
internal static class ProgrammeView
{
    /// <summary>Writes it.</summary>
    public static void Write(Terminal terminal, ProgrammeSummary summary)
    {
        terminal.Out.WriteLine(Text($"{summary.Programme}: {summary.People} simulated people, seed {summary.Seed}. A simulation is no evidence about people."));
        terminal.Out.WriteLine("rows: " + Counts(summary.Rows));
        terminal.Out.WriteLine("sessions: " + Counts(summary.Sessions));
        terminal.Out.WriteLine("ended: " + Counts(summary.Ends));
        terminal.Out.WriteLine(Text($"backward sessions that became a walk forward: {summary.BecameForward}; pauses that began: {summary.Pauses}; confirmed by the clinic: {Counts(summary.Confirmed)}"));
        terminal.Out.WriteLine(Text($"sessions on a day of which something was true that was not said (no gate can know it): {summary.Unsaid}"));
        Catalogue texts = Catalogue.Of(Language.English);
        StoreTable.Write(terminal, ["gate that held", "times"], [.. summary.Held.OrderByDescending(h => h.Value).Select(h => new[] { texts.Clinician(GateReason.DeskKey(h.Key)), Text($"{h.Value}") })]);
        StoreTable.Write(terminal, ["course", "people", "done of planned", "%", "min a week each", "lengths of planned", "backward m", "new versions"], [.. summary.Courses.Select(c => Row(c, summary))]);
        StoreTable.Write(terminal, ["rule, checked from the rows alone", "cases", "violations"], [.. summary.Rules.Select(r => new[] { r.Rule, Text($"{r.Cases}"), Text($"{r.Violations}") })]);
        terminal.Out.WriteLine(Text($"violations: {summary.Violations}"));
        terminal.Out.WriteLine("digest of all rows: " + summary.Digest);
    }

    private static string[] Row(CourseSummary course, ProgrammeSummary summary)
    {
        double weeks = course.People * (double)summary.Weeks;
        return
        [
            Words.InFiles(course.Course).Replace('_', ' '), Text($"{course.People}"), Text($"{course.Done} of {course.Planned}"), Text($"{100.0 * course.Done / Math.Max(1, course.Planned):0}"), Text($"{course.Minutes / weeks:0.0}"),
            Text($"{course.Lengths:0} of {course.PlannedLengths}"), Text($"{course.BackwardM:0}"), Text($"{course.Versions}"),
        ];
    }

    private static string Counts(IReadOnlyDictionary<string, int> counts) => counts.Count == 0 ? "none" : string.Join("; ", counts.Select(c => Text($"{c.Key} {c.Value}")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
