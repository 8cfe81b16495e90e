using GaitSense.Analysis.Cohorts;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Text;

namespace GaitSense.Sessions;

/// <summary>
/// A table of participants: a row for each recording (<c>folder</c>, <c>participant</c>, <c>visit</c>, <c>group</c>), or, as BIDS has it, for each person (<c>participant_id</c>, <c>group</c>). Commas,
/// semicolons or tabs; further columns are kept.
/// </summary>
internal sealed class ParticipantRows
{
    private static readonly string[] FolderNames = ["folder", "recording", "path", "file", "name"], PersonNames = ["participant", "participant_id", "person", "subject", "subject_id", "id"],
        VisitNames = ["visit", "session", "session_id", "timepoint"], GroupNames = ["group", "cohort", "arm", "diagnosis"];

    private readonly string _path;
    private readonly List<(string? Folder, PersonVisit Person)> _rows = [];

    private ParticipantRows(string path) => _path = path;

    /// <summary>Reads a table.</summary>
    /// <exception cref="RecordingFormatException">It is not there, is none, or has neither folders nor participants.</exception>
    public static ParticipantRows Read(string path)
    {
        (string[] header, List<string[]> lines) = SmallTable.Read(path);
        int folder = Column(FolderNames), person = Column(PersonNames), visit = Column(VisitNames), group = Column(GroupNames);
        if (folder < 0 && person < 0) throw new RecordingFormatException(path, 1, "names neither folders nor participants: it needs a column folder or participant (and visit, group as it has them)");
        var table = new ParticipantRows(path);
        int[] more = [.. Enumerable.Range(0, header.Length).Except([folder, person, visit, group])];
        foreach (string[] line in lines)
        {
            string? Text(int column) => column >= 0 && column < line.Length && line[column] is { Length: > 0 } text and not "n/a" ? OutsideText.Line(text) : null;
            table._rows.Add((Text(folder)?.Replace('\\', '/').Trim('/'), new PersonVisit(Person(Text(person)), Text(visit), Text(group))
            {
                More = [.. more.Where(c => header[c].Length > 0).Select(c => KeyValuePair.Create(OutsideText.Line(header[c]), Text(c) ?? ""))],
            }));
        }

        return table;

        int Column(string[] names) => names.Select(n => Array.FindIndex(header, h => h.Equals(n, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(i => i >= 0, -1);

        // BIDS writes sub-01 in its table, and 01 is the label.
        static string? Person(string? text) => text is not null && text.StartsWith("sub-", StringComparison.Ordinal) ? text[4..] : text;
    }

    /// <summary>Whose a recording is: by the row of its folder, else of its participant and visit; null where no row is about it.</summary>
    /// <exception cref="RecordingFormatException">Two rows are about it.</exception>
    public PersonVisit? Find(string name, PersonVisit byName)
    {
        PersonVisit[] found = [.. _rows.Where(r => r.Folder is { } f && (f.Equals(name, StringComparison.OrdinalIgnoreCase) || f.Equals(WithoutEnding(name), StringComparison.OrdinalIgnoreCase) || WithoutEnding(f).Equals(name, StringComparison.OrdinalIgnoreCase))).Select(r => r.Person)];
        bool byFolder = true;
        if (found.Length == 0) found = [.. _rows.Where(r => r.Folder is { } f && name.StartsWith(f + "/", StringComparison.OrdinalIgnoreCase)).OrderByDescending(r => r.Folder!.Length).Select(r => r.Person).Take(1)];
        if (found.Length == 0 && byName.Participant is { } participant)
        {
            byFolder = false;
            PersonVisit[] persons = [.. _rows.Where(r => r.Folder is null && string.Equals(r.Person.Participant, participant, StringComparison.OrdinalIgnoreCase)).Select(r => r.Person)];
            found = [.. persons.Where(p => p.Visit is null || string.Equals(p.Visit, byName.Visit, StringComparison.OrdinalIgnoreCase))];
        }

        if (found.Length > 1) throw new RecordingFormatException(_path, $"has {found.Length} rows about {name}: one is wanted");
        if (found.Length == 0) return null;
        PersonVisit row = found[0];
        return row with
        {
            Participant = row.Participant ?? byName.Participant,
            Visit = row.Visit ?? byName.Visit,
            Group = row.Group ?? byName.Group,
            // A row that only a suggested name led to says no more than the suggestion.
            Declared = byName.Declared is null ? null : byFolder ? row : PersonVisit.Unknown,
        };
    }

    private static string WithoutEnding(string name) => name.LastIndexOf('.') is > 0 and var dot && dot > name.LastIndexOf('/') ? name[..dot] : name;
}
