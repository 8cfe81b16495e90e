using GaitSense.Analysis.Cohorts;
using GaitSense.Recording;
using GaitSense.Recording.Files;

namespace GaitSense.Sessions;

/// <summary>The folder of a cohort's results: a folder for each recording, and the table and the page of all.</summary>
public static class CohortFolder
{
    /// <summary>The table.</summary>
    public const string TableName = "cohort.csv";

    /// <summary>The page.</summary>
    public const string PageName = "cohort.html";

    /// <summary>The table of people: means over persons.</summary>
    public const string PeopleName = CohortPeople.Name;

    /// <summary>The table of changes between visits.</summary>
    public const string ChangeName = CohortChange.Name;

    /// <summary>What these files are, as their note says.</summary>
    internal const string Kind = "cohort";

    /// <summary>The files of all recordings; the first is the one that their note is named by.</summary>
    internal static string[] Files { get; } = [TableName, PeopleName, ChangeName, PageName];

    /// <summary>Where a recording's results are.</summary>
    /// <param name="folder">The cohort's folder.</param>
    /// <param name="name">The recording's name; parts are divided by slashes.</param>
    public static string ResultsOf(string folder, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Path.Combine([folder, .. name.Split('/')]);
    }

    /// <summary>Writes the tables and the page.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cohort">The recordings.</param>
    /// <param name="note">Their note, from <see cref="OutputRule.Check"/>.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    internal static void Write(string folder, Cohort cohort, OutputNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        note.Begin(Files);
        WholeFile.Write(Path.Combine(folder, TableName), csv => CohortTable.Write(csv, cohort));
        WholeFile.Write(Path.Combine(folder, PeopleName), CohortPeople.ToCsv(cohort));
        WholeFile.Write(Path.Combine(folder, ChangeName), CohortChange.ToCsv(cohort));
        WholeFile.Write(Path.Combine(folder, PageName), page => CohortReport.Write(page, cohort));
        note.Settle();
    }
}
