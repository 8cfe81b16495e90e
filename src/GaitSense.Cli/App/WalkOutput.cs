using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Sessions;

namespace GaitSense.Cli.App;

/// <summary>Where the files of one walk go, under the rule for what is written; making one checks before the walk that nothing is in the way.</summary>
internal sealed class WalkOutput
{
    private readonly OutputNote? _sound;
    private bool _hasSound;

    /// <summary>Looks at the places.</summary>
    /// <param name="folder">Folder of the results; null: none are written.</param>
    /// <param name="wav">File of the sound; null: none is written.</param>
    /// <param name="made">What the walk is made of; asked only where something is written.</param>
    /// <param name="force">Whether what is there may be written over, whatever it is.</param>
    /// <param name="inputs">What is read.</param>
    /// <exception cref="UsageException">The folder has no name.</exception>
    /// <exception cref="OutputRefusedException">Something is in the way.</exception>
    public WalkOutput(string? folder, string? wav, Func<MadeNote> made, bool force, params IReadOnlyList<string> inputs)
    {
        Folder = folder is { Length: 0 } ? throw new UsageException("--out is empty. Give a folder to write into.") : folder;
        if (folder is null && wav is null) return;
        OutputRule rule = new(inputs, force);
        MadeNote note = made();
        if (folder is not null) Note = ResultFolder.Check(rule, folder, note);
        if (wav is { Length: > 0 }) _sound = rule.Check(Path.GetDirectoryName(wav) ?? "", [Path.GetFileName(wav)], note with { Kind = "sound" });
    }

    /// <summary>Folder of the results; null: none are written.</summary>
    public string? Folder { get; }

    /// <summary>The note of the results; null where none are written.</summary>
    public OutputNote? Note { get; }

    /// <summary>Makes room for the file of the sound.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void BeginSound(string wav)
    {
        string folder = Path.GetDirectoryName(wav) ?? "", name = Path.GetFileName(wav);
        if (_sound is null || !Directory.Exists(folder.Length > 0 ? folder : ".")) return;
        _sound.Begin(name);
        _hasSound = true;
        WholeFile.Delete(wav);
    }

    /// <summary>Takes away what an earlier run left beside new results, and says in their note what the files are.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void EndResults()
    {
        if (Folder is null || Note is null) return;
        ResultFolder.RemoveStale(Folder, Note);
        Note.Settle();
    }

    /// <summary>Says in the note of the sound what its file is.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void EndSound()
    {
        if (_hasSound) _sound?.Settle();
    }
}
