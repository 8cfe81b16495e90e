using GaitSense.Analysis;
using GaitSense.Recording;

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

    /// <summary>Where a recording's results are.</summary>
    /// <param name="folder">The cohort's folder.</param>
    /// <param name="name">The recording's name; parts are divided by slashes.</param>
    public static string ResultsOf(string folder, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Path.Combine([folder, .. name.Split('/')]);
    }

    /// <summary>Writes the tables and the page.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static void Write(string folder, Cohort cohort)
    {
        WholeFile.Write(Path.Combine(folder, TableName), csv => CohortTable.Write(csv, cohort));
        WholeFile.Write(Path.Combine(folder, PeopleName), CohortPeople.ToCsv(cohort));
        WholeFile.Write(Path.Combine(folder, ChangeName), CohortChange.ToCsv(cohort));
        WholeFile.Write(Path.Combine(folder, PageName), page => CohortReport.Write(page, cohort));
    }
}
