using System.Globalization;
using GaitSense.Analysis.Cohorts;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Results;
using GaitSense.Sessions;

namespace GaitSense.Cli.Commands;

/// <summary>
/// A study folder as a tree of recordings: each visit is converted by itself, and one that fails stops no other. Those that an earlier run converted, of the same files in the same way, and that
/// are as it left them are passed over: a run that was killed is gone on with, and a study may grow.
/// </summary>
internal sealed class StudyConversion(Terminal terminal, IReadOnlyList<ImportRequest> visits, string studyFolder, string outFolder)
{
    private const string Kind = "recording";
    private static readonly string[] Files = [PlainRecording.SessionFile, "left.csv", "right.csv", "left.csv.gz", "right.csv.gz", ReferenceFolder.Name];

    private readonly OutputRule _rule = new([studyFolder], force: null);

    /// <summary>Converts all.</summary>
    /// <param name="progress">Called with the share that is done.</param>
    /// <param name="stop">Ends it; what was whole stays.</param>
    /// <returns>How many failed.</returns>
    public int Run(Action<double> progress, CancellationToken stop)
    {
        int failed = 0, earlier = 0;
        // The tree that is made has no table of participants: each recording says itself whose it is.
        var people = PersonTable.Of(studyFolder);
        for (int i = 0; i < visits.Count; i++)
        {
            int done = i;
            string folder = Path.Combine([outFolder, .. visits[i].Name.Split('/')]);
            try
            {
                PersonVisit person = people.Find(visits[i].Name);
                ImportOptions options = visits[i].Options with { Participant = person.Participant, Visit = person.Visit, Group = person.Group };
                MadeNote made = MadeOf(visits[i], options);
                OutputNote note = _rule.Check(folder, Files, made, outFolder);
                if (IsWhole(folder, made))
                {
                    earlier++;
                    continue;
                }

                ImportResult result = RecordingImport.Convert(visits[i].Inputs, folder, options, share => progress((done + share) / visits.Count), note, stop);
                RemoveStale(folder, note, result);
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{visits[i].Name}: {result.Format}, {result.Samples} samples of the {string.Join(" and the ", result.Feet.Select(Words.Of))} foot"));
                // The rest stands in each session.json; here what a person may want to set right.
                foreach (string assumption in result.Assumptions.Where(n => n.StartsWith("Side: nothing", StringComparison.Ordinal) || n.Contains("eft out", StringComparison.Ordinal) || n.StartsWith("Settings", StringComparison.Ordinal)))
                    terminal.Out.WriteLine($"  {assumption}");
            }
            catch (GaitSenseException e)
            {
                failed++;
                terminal.Report($"gaitsense: {visits[i].Name}: {Errors.Line(e)}");
            }
        }

        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recordings: {visits.Count - failed} of {visits.Count} in {outFolder}{(earlier > 0 ? $" ({earlier} of them earlier)" : "")}"));
        return failed;
    }

    // A visit stays what it is when a file is added or mended. What was said about the files counts like what is in them.
    private MadeNote MadeOf(ImportRequest visit, ImportOptions options)
    {
        var files = MadeNote.Of(Kind, visit.Inputs);
        return files with { Place = MadeNote.PlaceOf([Path.Combine(studyFolder, visit.Name)]), Inputs = [.. files.Inputs, MadeNote.DigestOf($"{options.ToText()}\u001f{options.Participant}\u001f{options.Visit}\u001f{options.Group}")] };
    }

    private static bool IsWhole(string folder, MadeNote made) =>
        MadeNote.Find(folder, Files[0]) is { UnderWay.Count: 0, Files.Count: > 0 } before && string.Equals(before.Kind, Kind, StringComparison.Ordinal)
        && before.Inputs.SequenceEqual(made.Inputs, StringComparer.Ordinal) && before.Files.All(f => File.Exists(Path.Combine(folder, f.Name)) && before.Holds(folder, f.Name));

    // A foot that the files of now do not have.
    private static void RemoveStale(string folder, OutputNote note, ImportResult result)
    {
        string[] stale = [.. new[] { Foot.Left, Foot.Right }.Except(result.Feet).Select(f => Words.Of(f) + ".csv").Where(note.Had)];
        if (stale.Length == 0) return;
        foreach (string name in stale) WholeFile.Delete(Path.Combine(folder, name));
        note.Settle();
    }
}
