using System.Globalization;
using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Session;

namespace GaitSense.Recording;

/// <summary>Whether somebody walked a recording. A simulation says of itself that it is one, in each form in which GaitSense writes it.</summary>
public static class RecordingOrigin
{
    /// <summary>How a source begins where nobody walked: GaitSense's own simulation.</summary>
    public const string Simulated = "simulated by GaitSense";

    /// <summary>The source of a walk that was simulated.</summary>
    /// <param name="preset">Name of the preset.</param>
    /// <param name="seed">Its chance.</param>
    public static string OfPreset(string preset, ulong seed) => string.Create(CultureInfo.InvariantCulture, $"{Simulated}: preset {preset}, seed {seed}");

    /// <summary>Whether a source says that nobody walked.</summary>
    /// <param name="source">What a recording says of where it comes from; null: nothing.</param>
    public static bool IsSimulated(string? source) => source?.StartsWith(Simulated, StringComparison.Ordinal) == true;

    /// <summary>Whether a recording says that nobody walked it. One that says nothing, as another program's or an earlier build's session, was walked.</summary>
    /// <param name="path">A plain recording, a session, or another program's file: the folder, or the file in it.</param>
    /// <exception cref="RecordingFormatException">It cannot be read.</exception>
    public static bool SaysSimulated(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (SessionFolder.Find(path) is { } session) return IsSimulated(SessionManifests.Of(session).Source);
        // A data set that was exported from a recording says what the recording said.
        if (RecordingImport.IsForeign(path)) return RecordingImport.OriginsOf(ImportRequest.Of(path, new ImportOptions())).Any(r => r.IsSimulated);
        string described = Directory.Exists(path) ? Path.Combine(path, PlainRecording.SessionFile) : path;
        return File.Exists(described) && string.Equals(Path.GetFileName(described), PlainRecording.SessionFile, StringComparison.Ordinal) && PlainRecording.Open(described).Info.IsSimulated;
    }
}
