using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Summary;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Results;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>
/// <c>finished.json</c> in a result folder: written last, it says that all results are there, and of what they were made. A result counts as finished only while
/// its input files, the software, the options and the result files themselves have the contents that the stamp says; anything else is analysed again.
/// </summary>
public static class FinishedStamp
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "finished.json";

    private const string Format = "gaitsense-finished-analysis";
    private const int Version = 1;
    private const string SummaryFile = "summary.json";
    private static readonly string[] ResultNames =
        [.. ResultFiles.All, SummaryFile, ResultColumns.FileName, "report.html"];

    // What is there only where it was asked for; the options in the key say whether it was.
    private static readonly string[] AskedFor = [WalkSignals.File, CueTable.Name, WalkCues.SummaryFile, CueDelivery.Name];

    /// <summary>All files that an analysis may write to a result folder or take away from it; the first is the one that the note of the folder is named by.</summary>
    public static IReadOnlyList<string> AllNames { get; } = [SummaryFile, .. ResultNames.Except([SummaryFile], StringComparer.Ordinal), .. AskedFor, ResultFiles.Incomplete, FileName];

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A digest of everything that a recording's results depend on.</summary>
    /// <param name="recording">Path of the recording.</param>
    /// <param name="options">The options.</param>
    /// <param name="import">Other programs' files that make the recording; null: it is one of GaitSense's own.</param>
    /// <param name="person">Whose it is, as declared outside the recording; null: not declared.</param>
    /// <param name="made">What the results are made of, where that is known already; null: it is read.</param>
    /// <exception cref="RecordingFormatException">The recording cannot be read.</exception>
    internal static string KeyOf(string recording, AnalysisOptions options, ImportRequest? import = null, PersonVisit? person = null, MadeNote? made = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        // The results name the recording as its folder or file is called.
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(recording));
        bool isSession = string.Equals(Path.GetFileName(full), PlainRecording.SessionFile, StringComparison.OrdinalIgnoreCase);
        string name = Path.GetFileName(isSession ? Path.GetDirectoryName(full) : full) ?? "";
        StringBuilder all = new();
        all.Append(CultureInfo.InvariantCulture, $"{Format} {Version}\n{SoftwareBuild.Version} {SoftwareBuild.Code}\n{options.ToText()}\n{name}\n");
        if (import is not null) all.Append(CultureInfo.InvariantCulture, $"{import.Name} {import.Options.ToText()}\n");
        if (person is { } p && (p.Participant ?? p.Visit ?? p.Group) is not null) all.Append(CultureInfo.InvariantCulture, $"{p.Participant}\u001f{p.Visit}\u001f{p.Group}\n");
        if (person?.Declared is { } said) all.Append(CultureInfo.InvariantCulture, $"declared {said.Participant}\u001f{said.Visit}\u001f{said.Group}\n");
        IReadOnlyList<string> inputs = import?.Inputs ?? [recording], contents = made?.Inputs ?? [.. inputs.Select(i => MadeNote.ContentsOf(i) ?? "")];
        if (contents.Count < inputs.Count || contents.Contains("", StringComparer.Ordinal)) throw new RecordingFormatException(recording, "cannot be read");
        all.AppendJoin('\n', contents);
        return Sha256Hex.Of(all.ToString());
    }

    /// <summary>Says that the results in a folder are finished.</summary>
    /// <param name="folder">The result folder; all result files are there.</param>
    /// <param name="key">From <see cref="KeyOf"/>, taken before the analysis.</param>
    /// <param name="made">What the results are made of.</param>
    /// <exception cref="GaitSenseException">The file system refuses.</exception>
    internal static void Write(string folder, string key, MadeNote made)
    {
        ArgumentNullException.ThrowIfNull(made);
        var results = new JsonObject();
        foreach (string name in NamesIn(folder)) results[name] = Sha256Hex.OfFile(Path.Combine(folder, name));
        var stamp = new JsonObject
        {
            ["format"] = Format,
            ["version"] = Version,
            ["software"] = SoftwareBuild.Version,
            ["key"] = key,
            ["inputs"] = new JsonArray([.. made.Inputs.Select(i => (JsonNode)i)]),
            ["results"] = results,
        };
        WholeFile.Write(Path.Combine(folder, FileName), stamp.ToJsonString(Json) + "\n");
    }

    /// <summary>Takes the stamp away: from now on the results are not finished.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    internal static void Remove(string folder) => WholeFile.Delete(Path.Combine(folder, FileName));

    /// <summary>
    /// What the stamp says of itself and the results beside it, also where their note is lost or is of an older form: of which inputs they are, and what they were when it was written. Null where
    /// there is no stamp. Older stamps do not say of which inputs.
    /// </summary>
    internal static MadeNote? NoteOf(string folder)
    {
        try
        {
            if (Read(folder) is not { } stamp) return null;
            string[] inputs = stamp["inputs"] is JsonArray said ? [.. said.Select(i => (string?)i).OfType<string>()] : [];
            MadeFile[] files = [.. ((JsonObject)stamp["results"]!).Select(r => new MadeFile(r.Key, (string?)r.Value ?? ""))];
            return new MadeNote(AnalysisTarget.ResultKind, null, inputs) { Files = files, UnderWay = [FileName] };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The walk in numbers where a folder holds finished results of exactly this; null where it does not, for whatever reason.</summary>
    /// <param name="folder">The result folder.</param>
    /// <param name="recording">Path of the recording.</param>
    /// <param name="options">The options.</param>
    /// <param name="import">Other programs' files that make the recording; null: it is one of GaitSense's own.</param>
    /// <param name="person">Whose it is, as declared outside the recording; null: not declared.</param>
    internal static WalkSummary? Find(string folder, string recording, AnalysisOptions options, ImportRequest? import = null, PersonVisit? person = null)
    {
        if (!File.Exists(Path.Combine(folder, FileName))) return null;
        try
        {
            string key = KeyOf(recording, options, import, person);
            return IsWhole(folder, stamp => Is(stamp["key"], key)) ? ReadSummary(folder) : null;
        }
        catch (GaitSenseException)
        {
            return null;
        }
    }

    /// <summary>Whether a folder holds finished results, whatever they were made of, and all of them are as they were written.</summary>
    internal static bool IsWhole(string folder) => IsWhole(folder, _ => true);

    /// <summary>Copies finished results; the stamp last. What is there already with the same stamp stays.</summary>
    /// <param name="from">The folder they are in.</param>
    /// <param name="to">The folder they go to.</param>
    /// <param name="note">Their note there.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    internal static void Copy(string from, string to, OutputNote note)
    {
        string stamp = Path.Combine(from, FileName), there = Path.Combine(to, FileName);
        try
        {
            if (File.Exists(there) && File.ReadAllBytes(there).AsSpan().SequenceEqual(File.ReadAllBytes(stamp)) && IsWhole(to)) return;
            WholeFile.Delete(there);
            string[] names = [.. NamesIn(from)];
            note.Begin(names);
            foreach (string name in names) WholeFile.Write(Path.Combine(to, name), File.ReadAllBytes(Path.Combine(from, name)));
            // What an earlier run left there is not of these.
            foreach (string stale in AllNames.Except([.. names, FileName], StringComparer.Ordinal).Where(note.Had)) WholeFile.Delete(Path.Combine(to, stale));
            note.Settle();
            WholeFile.Write(there, File.ReadAllBytes(stamp));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingWriteException(to, e);
        }
    }

    /// <summary>Reads <c>summary.json</c> of a result folder.</summary>
    /// <exception cref="RecordingFormatException">It is not there, or no summary that this version can read.</exception>
    public static WalkSummary ReadSummary(string folder)
    {
        string path = Path.Combine(folder, SummaryFile);
        try
        {
            return WalkSummary.FromJson(File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            throw new RecordingFormatException(path, e.Path is null && !e.Message.Contains('\n', StringComparison.Ordinal) ? e.Message.TrimEnd('.') : "is no summary of a walk", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordingFormatException(path, "is not there: analyse the recording first (gaitsense analyze)", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingFormatException(path, "cannot be read: " + e.Message.TrimEnd('.'), e);
        }
    }

    private static bool IsWhole(string folder, Func<JsonObject, bool> isRight)
    {
        try
        {
            return Read(folder) is { } stamp && stamp["results"] is JsonObject results && isRight(stamp) && Array.TrueForAll(ResultNames, results.ContainsKey)
                && results.All(r => ResultNames.Concat(AskedFor).Contains(r.Key, StringComparer.Ordinal) && Is(r.Value, Sha256Hex.OfFile(Path.Combine(folder, r.Key))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or GaitSenseException)
        {
            return false;
        }
    }

    private static JsonObject? Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        return File.Exists(path) && JsonNode.Parse(File.ReadAllBytes(path)) is JsonObject stamp && Is(stamp["format"], Format) && stamp["results"] is JsonObject ? stamp : null;
    }

    private static IEnumerable<string> NamesIn(string folder) => ResultNames.Concat(AskedFor.Where(name => File.Exists(Path.Combine(folder, name))));

    private static bool Is(JsonNode? node, string text) => node is JsonValue value && value.TryGetValue(out string? found) && string.Equals(found, text, StringComparison.Ordinal);
}
