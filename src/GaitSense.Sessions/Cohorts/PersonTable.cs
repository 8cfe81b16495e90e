using System.Text.RegularExpressions;
using GaitSense.Analysis.Cohorts;
using GaitSense.Recording;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Plain;

namespace GaitSense.Sessions;

/// <summary>
/// Tells whose recording is which: by a table (<c>participants.csv</c> or <c>.tsv</c> in the folder, or what <c>gaitsense.json</c> names), by the pattern in <c>gaitsense.json</c>, by BIDS' folders
/// (<c>sub-01/ses-T1</c>), or by folders of person and visit (<c>P01/T1</c>, <c>MS/P01/T1</c>) and names like <c>P01_T1</c>. Table and pattern declare it; names of folders only suggest it, and what the
/// recording itself declares goes before them.
/// </summary>
public sealed partial class PersonTable
{
    private static readonly string[] TableNames = ["participants.csv", "participants.tsv"];

    // A study's tree: group, participant, visit, and the recording in it.
    private const int MaxFoldersUp = 4;

    private readonly Regex? _pattern;
    private readonly ParticipantRows? _rows;

    private PersonTable(Regex? pattern, ParticipantRows? rows)
    {
        _pattern = pattern;
        _rows = rows;
    }

    /// <summary>What a folder's own files say.</summary>
    /// <exception cref="RecordingFormatException">The table or the settings cannot be read.</exception>
    public static PersonTable Of(string folder)
    {
        ImportSettings? settings = ImportSettings.Nearest(folder);
        string? table = settings?.Participants ?? TableNames.Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists);
        return new PersonTable(settings?.Pattern is { } pattern ? PersonPattern.Parse(pattern, settings.Path) : null, table is null ? null : ParticipantRows.Read(table));
    }

    /// <summary>
    /// Whose a recording is that was given by itself: what the nearest table or settings file above it says, else its own name or the two last parts of its place (<c>P01/T1</c>). Which of the
    /// folders further up would name a group nobody can tell.
    /// </summary>
    /// <param name="path">Its folder or file.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="RecordingFormatException">The table or the settings cannot be read.</exception>
    public static PersonVisit FindByPlace(string path, string name)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (string.Equals(Path.GetFileName(full), PlainRecording.SessionFile, StringComparison.OrdinalIgnoreCase)) full = Path.GetDirectoryName(full) ?? full;
        string? folder = Path.GetDirectoryName(full);
        string place = name;
        for (int depth = 0; folder is not null && depth < MaxFoldersUp; depth++)
        {
            if (File.Exists(Path.Combine(folder, ImportSettings.FileName)) || Array.Exists(TableNames, n => File.Exists(Path.Combine(folder, n)))) return Of(folder).Find(place);
            place = Path.GetFileName(folder) + "/" + place;
            folder = Path.GetDirectoryName(folder);
        }

        string[] last = [.. place.Split('/').TakeLast(2)];
        return (ByBids(place) ?? (ByFolders(last[^1]) is { Participant: not null } byName ? byName : ByFolders(string.Join('/', last)))).AsSuggestion();
    }

    /// <summary>Whose a recording is.</summary>
    /// <param name="name">Its place below the folder, divided by slashes.</param>
    public PersonVisit Find(string name)
    {
        PersonVisit byName = ByPattern(name) ?? BySuggestion(name);
        return _rows?.Find(name, byName) ?? byName;
    }

    private PersonVisit? ByPattern(string name) => _pattern?.Match(name) is { Success: true } match ? Of(match) : null;

    private static PersonVisit BySuggestion(string name) => (ByBids(name) ?? ByFolders(name)).AsSuggestion();

    private static PersonVisit? ByBids(string name)
    {
        string? Label(string key) => BidsLabel().Matches(name).FirstOrDefault(m => m.Groups["key"].ValueSpan.SequenceEqual(key))?.Groups["label"].Value;
        return Label("sub") is { } sub ? new PersonVisit(sub, Label("ses"), null) : null;
    }

    // A folder's name may be a date, or somebody's own: no label of a visit or a group.
    private static PersonVisit ByFolders(string name)
    {
        PersonVisit found = ByParts(name);
        return found with { Visit = Label(found.Visit), Group = Label(found.Group) };

        static string? Label(string? text) => text is null || PersonId.WhyNoLabel(text) is not null ? null : text;
    }

    private static PersonVisit ByParts(string name)
    {
        string[] parts = name.Split('/');
        // A file's own name below the visit's folder says no more.
        int visit = Array.FindIndex(parts, p => VisitWord().IsMatch(p));
        if (visit >= 1) return new PersonVisit(parts[visit - 1], parts[visit], visit >= 2 ? parts[visit - 2] : null);
        if (visit < 0 && parts.Length >= 2 && PersonWord().IsMatch(parts[^2])) return new PersonVisit(parts[^2], parts[^1], parts.Length >= 3 ? parts[^3] : null);
        if (PersonAndVisit().Match(parts[^1]) is { Success: true } match) return Of(match) with { Group = parts.Length >= 2 ? parts[^2] : null };
        return PersonWord().IsMatch(parts[^1]) ? new PersonVisit(parts[^1], null, parts.Length >= 2 ? parts[^2] : null) : PersonVisit.Unknown;
    }

    private static PersonVisit Of(Match match)
    {
        string? Part(string name) => match.Groups[name] is { Success: true, Length: > 0 } group ? group.Value : null;
        return new PersonVisit(Part(PersonPattern.Participant), Part(PersonPattern.Visit), Part(PersonPattern.Group));
    }

    [GeneratedRegex("(?<=^|[/_])(?<key>sub|ses)-(?<label>[A-Za-z0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BidsLabel();

    [GeneratedRegex("^((t|v|w|m|d|visit|session|ses|week|month|day|time|test)[-_ ]?\\d+|pre|post|baseline|base|retest|follow[-_ ]?up\\d*|fu\\d*|bl)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex VisitWord();

    [GeneratedRegex("^(p|s|pt|id|hc|ms|pd|ctl|con|pat|patient|sub|subj|subject|person|participant|proband|vp)[-_ ]?\\d+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PersonWord();

    [GeneratedRegex("^(?<participant>(p|s|pt|id|hc|ms|pd|ctl|con|pat|patient|sub|subj|subject|person|participant|proband|vp)?[-_ ]?\\d+)[-_ ](?<visit>(t|v|w|m|d|visit|session|ses|week|month|day|time|test)[-_ ]?\\d+|pre|post|baseline|base|retest|follow[-_ ]?up\\d*|fu\\d*|bl)(?=$|[-_ ])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PersonAndVisit();
}
