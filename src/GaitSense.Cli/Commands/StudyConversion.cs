using System.Globalization;
using GaitSense.Analysis;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Sessions;

namespace GaitSense.Cli;

/// <summary>A study folder as a tree of recordings: each visit is converted by itself, and one that fails stops no other.</summary>
internal sealed class StudyConversion(Terminal terminal, IReadOnlyList<ImportRequest> visits, string studyFolder, string outFolder)
{
    /// <summary>Converts all.</summary>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="stop">Ends it; what was whole stays.</param>
    /// <returns>How many failed.</returns>
    public int Run(Action<double> progress, CancellationToken stop)
    {
        int failed = 0;
        // The tree that is made has no table of participants: each recording says itself whose it is.
        var people = PersonTable.Of(studyFolder);
        for (int i = 0; i < visits.Count; i++)
        {
            int done = i;
            string folder = Path.Combine([outFolder, .. visits[i].Name.Split('/')]);
            try
            {
                PlainExport.RefuseExisting(folder, [studyFolder], outFolder);
                PersonVisit person = people.Find(visits[i].Name);
                ImportOptions options = visits[i].Options with { Participant = person.Participant, Visit = person.Visit, Group = person.Group };
                ImportResult result = RecordingImport.Convert(visits[i].Inputs, folder, options, share => progress((done + share) / visits.Count), stop);
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{visits[i].Name}: {result.Format}, {result.Samples} samples of the {string.Join(" and the ", result.Feet.Select(Words.Of))} foot"));
                // The rest stands in each session.json; here what a person may want to set right.
                foreach (string note in result.Assumptions.Where(n => n.StartsWith("Side: nothing", StringComparison.Ordinal) || n.Contains("eft out", StringComparison.Ordinal) || n.StartsWith("Settings", StringComparison.Ordinal)))
                    terminal.Out.WriteLine($"  {note}");
            }
            catch (GaitSenseException e)
            {
                failed++;
                terminal.Say($"gaitsense: {visits[i].Name}: {Errors.Line(e)}");
            }
        }

        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recordings: {visits.Count - failed} of {visits.Count} in {outFolder}"));
        return failed;
    }
}
