using GaitSense.Recording.Plain;
using GaitSense.Recording.Session;

namespace GaitSense.Recording.Files;

/// <summary>
/// The one rule for what is written: what is there and was not made by GaitSense of the same input stays, unless somebody says otherwise; nothing is ever written
/// into an input or another recording, and no link is followed.
/// </summary>
/// <param name="inputs">The recordings and results that are read: their folders and files.</param>
/// <param name="force">Whether what is there may be written over whatever it is; null: no, and there is no option that would say so. Inputs, other recordings and links are kept all the same.</param>
public sealed class OutputRule(IEnumerable<string> inputs, bool? force = false)
{
    private readonly string[] _inputs = [.. inputs.Where(i => i.Length > 0).Select(FolderOf)];

    /// <summary>Refuses names that are taken by something that is not the same made before, and unchanged since; before any work.</summary>
    /// <param name="folder">The folder of the files; it need not be there.</param>
    /// <param name="names">All files that may be written or taken away, the first of them the one that the note is named by.</param>
    /// <param name="made">What they will be made of.</param>
    /// <param name="below">The folder that was given, where <paramref name="folder"/> lies below it; null: it is the one that was given.</param>
    /// <param name="proof">What the files themselves tell of how they were made, where they do; null: they do not.</param>
    /// <returns>The note of the files that will be made.</returns>
    /// <exception cref="OutputRefusedException">Something is in the way.</exception>
    public OutputNote Check(string folder, IReadOnlyList<string> names, MadeNote made, string? below = null, MadeNote? proof = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(made);
        CheckPlace(folder, names, below);
        // One says of which input they are, perhaps another that they are as they were written.
        MadeNote[] told = [.. new[] { MadeNote.Find(folder, names[0]), proof }.OfType<MadeNote>()];
        if (!Array.Exists(told, made.Continues)) told = [];
        string[] there = [.. names.Where(n => Path.Exists(Path.Combine(folder, n)))];
        List<MadeFile> ours = [];
        foreach (string name in there)
        {
            string path = Path.Combine(folder, name);
            if (Directory.Exists(path)) throw new OutputRefusedException(path, "is a folder, where a file would be written: choose another place, or move it away");
            if (Array.Exists(told, t => t.Holds(folder, name))) ours.Add(MadeFile.Of(folder, name));
            else if (!Force) throw new OutputRefusedException(path, Array.Exists(told, t => t.Lists(name)) ? $"was changed since gaitsense made it: {Advice}" : $"is there already, and not made of this input by gaitsense: {Advice}");
        }

        foreach (IGrouping<string, string> place in names.Append(MadeNote.NameOf(names[0])).GroupBy(n => Path.GetDirectoryName(n) ?? "", StringComparer.Ordinal))
            PrivateFiles.RemoveLeft(Path.Combine(folder, place.Key), place.Select(n => Path.GetFileName(n)));
        return new OutputNote(folder, names[0], made, ours);
    }

    /// <summary>Refuses names that are taken, whatever by.</summary>
    /// <param name="folder">The folder; it need not be there.</param>
    /// <param name="names">Files and folders that are about to be written.</param>
    /// <param name="below">As in <see cref="Check"/>.</param>
    /// <exception cref="OutputRefusedException">Something is in the way.</exception>
    public void CheckFree(string folder, IReadOnlyList<string> names, string? below = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        CheckPlace(folder, names, below);
        if (names.Select(n => Path.Combine(folder, n)).FirstOrDefault(Path.Exists) is { } taken)
            throw new OutputRefusedException(taken, "is there already and is not overwritten: choose another --out, or move it away");
    }

    /// <summary>Writes a file that is made at once, with its note.</summary>
    /// <param name="path">The file.</param>
    /// <param name="made">What it is made of.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="OutputRefusedException">Something is in the way.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void Write(string path, MadeNote made, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string folder = Path.GetDirectoryName(path) ?? "", name = Path.GetFileName(path);
        OutputNote note = Check(folder, [name], made);
        note.Begin(name);
        write(path);
        note.Settle();
    }

    private bool Force => force ?? false;

    private string Advice => force is null ? "choose another place, or move it away" : "choose another place, move it away, or write over it with --force";

    private void CheckPlace(string folder, IReadOnlyList<string> names, string? below)
    {
        if (File.Exists(folder)) throw new OutputRefusedException(folder, "is a file: choose another folder");
        string real = RealPath.Of(folder.Length > 0 ? folder : ".");
        foreach (string input in _inputs)
        {
            string place = RealPath.Of(input);
            if (Directory.Exists(place) ? RealPath.IsWithin(real, place) : names.Any(n => RealPath.IsWithin(place, RealPath.Of(Path.Combine(real, n)))))
                throw new OutputRefusedException(folder, $"is where {input} is read from, and nothing is written there: choose another place");
        }

        if (RecordingFiles.IsRecording(folder) && !names.Any(n => n is PlainRecording.SessionFile or SessionFolder.SessionFile))
            throw new OutputRefusedException(folder, "is a recording, and nothing else is written among its files: choose another place");

        // What was given may be a link; what lies in it may not lead out of it.
        foreach (string path in Between(below, folder).Concat(names.SelectMany(n => Between(folder, Path.Combine(folder, n)))))
            if (RealPath.IsLink(path)) throw new OutputRefusedException(path, "is a link, and no link is followed where something is written: choose another place, or take it away");
    }

    // A recording that is given by its own file is its folder.
    private static string FolderOf(string input) =>
        File.Exists(input) && (string.Equals(Path.GetFileName(input), PlainRecording.SessionFile, StringComparison.OrdinalIgnoreCase) || SessionFolder.Find(input) is not null)
            ? Path.GetDirectoryName(Path.GetFullPath(input)) ?? input : input;

    // The places on the way from a folder to one below it, that one too.
    private static IEnumerable<string> Between(string? from, string to)
    {
        if (from is null) yield break;
        string at = from;
        foreach (string part in Path.GetRelativePath(from.Length > 0 ? from : ".", to).Split(Path.DirectorySeparatorChar))
            if (part is not ".") yield return at = Path.Combine(at, part);
    }
}
