namespace GaitSense.Recording.Files;

/// <summary>
/// The note of the files that a run makes in a folder, from <see cref="OutputRule.Check"/>: written before the first file has its name, so that whoever is killed in between finds that all of it
/// was its own, and once more when all are there, with their digests. One thread at a time.
/// </summary>
public sealed class OutputNote
{
    private readonly string _folder, _first;
    private readonly MadeFile[] _before;
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>A note that is not written yet.</summary>
    /// <param name="folder">The folder of the files.</param>
    /// <param name="first">The file that the note is named by.</param>
    /// <param name="made">What the files are made of.</param>
    /// <param name="before">The files of earlier runs that may be written over.</param>
    internal OutputNote(string folder, string first, MadeNote made, IEnumerable<MadeFile> before)
    {
        (_folder, _first, Made) = (folder, first, made);
        _before = [.. before.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <summary>What the files are made of.</summary>
    public MadeNote Made { get; }

    /// <summary>Whether an earlier run made a file of that name and it is unchanged since.</summary>
    public bool Had(string name) => Array.Exists(_before, f => string.Equals(f.Name, name, StringComparison.Ordinal));

    /// <summary>Adds files that others than the caller of <see cref="Begin"/> write.</summary>
    public void Expect(params IEnumerable<string> names) => _names.UnionWith(names);

    /// <summary>Says that files are about to have their names.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void Begin(params IEnumerable<string> names)
    {
        _names.UnionWith(names);
        Write(Made with { Files = _before, UnderWay = [.. _names] });
    }

    /// <summary>Says what the files are that were made; those of earlier runs that are there still are among them.</summary>
    /// <exception cref="RecordingFormatException">One cannot be read.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void Settle()
    {
        IEnumerable<MadeFile> now = _names.Where(IsThere).Select(n => MadeFile.Of(_folder, n)), left = _before.Where(f => !_names.Contains(f.Name) && IsThere(f.Name));
        Write(Made with { Files = [.. now.Concat(left).OrderBy(f => f.Name, StringComparer.Ordinal)], UnderWay = [] });
    }

    private bool IsThere(string name) => File.Exists(Path.Combine(_folder, name));

    private void Write(MadeNote note) => WholeFile.Write(Path.Combine(_folder, MadeNote.NameOf(_first)), note.ToJson());
}
