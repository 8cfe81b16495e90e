using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>The folder of one walk's results: what may be written there, and what of an earlier run does not belong to new numbers.</summary>
public static class ResultFolder
{
    /// <summary>Refuses a folder in which something else, or something that was changed, is in the way.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="folder">The folder; it need not be there.</param>
    /// <param name="made">What the results will be made of.</param>
    /// <param name="below">As in <see cref="OutputRule.Check"/>.</param>
    /// <returns>The note of the results.</returns>
    /// <exception cref="OutputRefusedException">Something is in the way.</exception>
    public static OutputNote Check(OutputRule rule, string folder, MadeNote made, string? below = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Check(folder, FinishedStamp.AllNames, made, below, FinishedStamp.NoteOf(folder));
    }

    /// <summary>Takes away what an earlier run made of other numbers than those that are there now: the page of signals, and the tables in another form.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="note">The note of the results.</param>
    /// <param name="hasSignals">Whether this run made the page of signals.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static void RemoveStale(string folder, OutputNote note, bool hasSignals = false)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (!hasSignals && note.Had(WalkSignals.File)) WholeFile.Delete(Path.Combine(folder, WalkSignals.File));
        ParquetFiles.Remove(folder);
    }

    /// <summary>Copies finished results, and their tables in another form. What is there already with the same stamp stays.</summary>
    /// <param name="from">The folder they are in.</param>
    /// <param name="to">The folder they go to.</param>
    /// <param name="results">The note of the results there.</param>
    /// <param name="tables">The note of the tables in another form there.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    internal static void Copy(string from, string to, OutputNote results, OutputNote tables)
    {
        FinishedStamp.Copy(from, to, results);
        ParquetFiles.Remove(to);
        ParquetFiles.Copy(from, to, tables);
    }
}
