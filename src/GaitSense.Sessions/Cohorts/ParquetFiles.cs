using GaitSense.Recording;
using GaitSense.Recording.Files;

namespace GaitSense.Sessions;

/// <summary>The tables of a result folder in Parquet, as files with a note of their own; their contents belong to their writer.</summary>
public static class ParquetFiles
{
    /// <summary>Ending of the files.</summary>
    public const string Ending = ".parquet";

    /// <summary>What these files are, as their note says.</summary>
    public const string Kind = "tables";

    private const string First = "bouts" + Ending;

    /// <summary>The tables that there may be; the first is the one that their note is named by.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [First, .. FinishedStamp.AllNames.Where(n => n.EndsWith(".csv", StringComparison.Ordinal)).Select(n => Path.ChangeExtension(n, Ending)).Except([First], StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Removes the tables of an earlier run that are unchanged.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    internal static void Remove(string folder)
    {
        if (MadeNote.Find(folder, First) is not { } note) return;
        foreach (string name in Names.Where(n => note.Holds(folder, n))) WholeFile.Delete(Path.Combine(folder, name));
        if (!Names.Any(n => File.Exists(Path.Combine(folder, n)))) WholeFile.Delete(Path.Combine(folder, MadeNote.NameOf(First)));
    }

    /// <summary>What the tables of a folder were made of; null where there are none.</summary>
    internal static MadeNote? NoteOf(string folder) => MadeNote.Find(folder, First);

    /// <summary>Copies the tables of a folder.</summary>
    /// <param name="from">The folder they are in.</param>
    /// <param name="to">The folder they go to.</param>
    /// <param name="note">Their note there.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    internal static void Copy(string from, string to, OutputNote note)
    {
        string[] names = NoteOf(from) is { } made ? [.. Names.Where(n => made.Holds(from, n) && File.Exists(Path.Combine(from, n)))] : [];
        if (names.Length == 0) return;
        note.Begin(names);
        foreach (string name in names) WholeFile.Write(Path.Combine(to, name), File.ReadAllBytes(Path.Combine(from, name)));
        note.Settle();
    }
}
