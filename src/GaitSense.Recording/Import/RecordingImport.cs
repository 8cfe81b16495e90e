using GaitSense.Recording.Files;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import;

/// <summary>Makes a plain recording of other programs' files. One path for every format; everything else works from the plain recording.</summary>
public static class RecordingImport
{
    private const int MaxFiles = 200;

    /// <summary>The formats: the word after <c>--from</c>, and what people call it.</summary>
    public static IReadOnlyList<(string Id, string Name)> Formats { get; } = [.. Importers.All.Select(i => (i.Id, i.Name))];

    /// <summary>Whether a path is for an importer: a file that lies beside no <c>session.json</c>, or a folder without one that holds a file an importer can read.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="options">What a person says about it; null: what the nearest <c>gaitsense.json</c> says.</param>
    public static bool IsForeign(string path, ImportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (Directory.Exists(path)) return !File.Exists(Path.Combine(path, PlainRecording.SessionFile)) && Probes([path], options ?? ImportSettings.Under(path, new ImportOptions())).Count > 0;
            if (!File.Exists(path) || IsOfARecording(path)) return false;
            return ImportProbe.Read(path) is { Head: not [] } probe && (Importers.For(probe) is not null || !IsJson(probe));
        }
        catch (RecordingFormatException)
        {
            return false; // opening it as what it claims to be says what is wrong
        }
    }

    /// <summary>Reads files and writes a plain recording.</summary>
    /// <param name="inputs">Files, or folders with such files.</param>
    /// <param name="folder">Where the recording goes; created where it is missing.</param>
    /// <param name="options">What a person says about the files.</param>
    /// <param name="progress">Called with the share that is done, 0 to 1; null: none.</param>
    /// <param name="note">The note of the recording's files, from <see cref="OutputRule.Check"/>; null: there is none.</param>
    /// <param name="stop">Ends it; nothing is left behind.</param>
    /// <exception cref="RecordingFormatException">The files cannot be read, or their format is unknown; one line says why and what to do.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static ImportResult Convert(IReadOnlyList<string> inputs, string folder, ImportOptions options, Action<double>? progress = null, OutputNote? note = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(options);
        string[] all = [.. inputs.Concat(new[] { options.Left, options.Right }.Where(f => f is not null && File.Exists(f)).Select(f => f!)).DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];
        if (all.Length == 0) throw new ArgumentException("There is nothing to import.", nameof(inputs));
        List<(ImportProbe Probe, IRecordingImporter Importer)> probes = Probes(all, options);
        if (probes.Count == 0) throw new RecordingFormatException(all[0], "is no recording, and holds no file that gaitsense can import: give the files themselves");
        IRecordingImporter importer = OneFormat(probes);
        IReadOnlyList<ImportedSensor> sensors = importer.Sensors([.. probes.Select(p => p.Probe)], options, stop);
        KeepInputs(folder, sensors);
        FootChoice choice = FootChoice.Of(sensors, options, all[0]);
        return ImportWriter.Write(importer.Name, choice, folder, options, progress, note, stop);
    }

    /// <summary>What the files of a recording say of the recording that they were exported from; empty: nothing. No sample is read.</summary>
    /// <param name="request">The files.</param>
    /// <exception cref="RecordingFormatException">The files cannot be read, or their format is unknown.</exception>
    internal static IEnumerable<PlainRecordingInfo> OriginsOf(ImportRequest request)
    {
        List<(ImportProbe Probe, IRecordingImporter Importer)> probes = Probes([.. request.Inputs], request.Options);
        // Of the other formats none says where it comes from, and some read a whole file to find their sensors.
        return probes.Count > 0 && OneFormat(probes) is BidsMotionImporter bids
            ? bids.Sensors([.. probes.Select(p => p.Probe)], request.Options, CancellationToken.None).Select(s => s.Recording).OfType<PlainRecordingInfo>()
            : [];
    }

    private static IRecordingImporter OneFormat(List<(ImportProbe Probe, IRecordingImporter Importer)> probes)
    {
        IRecordingImporter first = probes[0].Importer;
        if (probes.FirstOrDefault(p => p.Importer != first) is { Importer: { } other } odd)
            throw new RecordingFormatException(odd.Probe.Path, $"is {other.Name}, but {Path.GetFileName(probes[0].Probe.Path)} is {first.Name}: give the files of one recording, or say --from");
        return first;
    }

    // A file that was named must be readable; in a folder, what no importer knows is passed over.
    private static List<(ImportProbe Probe, IRecordingImporter Importer)> Probes(string[] inputs, ImportOptions options)
    {
        IRecordingImporter? wanted = options.From is { } id
            ? Importers.Find(id) ?? throw new RecordingFormatException(inputs[0], $"there is no format {TextForPeople.Quote(id)}: --from takes {string.Join(", ", Importers.All.Select(i => i.Id))}")
            : null;
        var probes = new List<(ImportProbe, IRecordingImporter)>();
        foreach (string input in inputs)
        {
            bool isFolder = Directory.Exists(input);
            foreach (string file in isFolder ? FilesIn(input).Where(f => !IsOfARecording(f)) : [input])
            {
                ImportProbe probe = ImportProbe.Read(file);
                IRecordingImporter? importer = ImporterOf(probe, options);
                if (importer is not null) probes.Add((probe, importer));
                else if (!isFolder && options.Columns is { } columns && probe.Lines.Count > 0) _ = DeclaredColumns.Find(probe, columns);
                else if (!isFolder) throw Unknown(probe, wanted);
            }
        }

        return probes;
    }

    /// <summary>The importer of a file; null where none can read it.</summary>
    internal static IRecordingImporter? ImporterOf(ImportProbe probe, ImportOptions options)
    {
        IRecordingImporter? wanted = options.From is { } id ? Importers.Find(id) : null;
        // Declared columns are a table's; in a folder other texts, a table of participants for one, are none of those.
        if (options.Columns is not null && wanted is null or GenericCsvImporter) return probe.Lines.Count > 0 && DeclaredColumns.Are(probe, options.Columns) ? Importers.Find("csv") : null;
        return wanted is null ? Importers.For(probe) : wanted.CanRead(probe) ? wanted : null;
    }

    private static RecordingFormatException Unknown(ImportProbe probe, IRecordingImporter? wanted)
    {
        if (probe.Head.Length == 0) return new(probe.Path, "is empty");
        if (wanted is not null) return new(probe.Path, $"is not {wanted.Name}: leave --from away to have the format told by the content");
        if (Unreadable.Of(probe) is { } refusal) return refusal;
        string advice = probe.Lines.Count > 0 ? "; for any other CSV: gaitsense convert FILE --columns … --units … --out DIR" : "";
        return new(probe.Path, $"is no recording that gaitsense knows: give a folder with {PlainRecording.SessionFile}, or a file of {string.Join(", ", Importers.All.Select(i => i.Name))}{advice}");
    }

    private static string[] FilesIn(string folder)
    {
        if (!RecordingFiles.CanBeRead(folder)) throw new RecordingFormatException(folder, "cannot be read: check its permissions");
        try
        {
            var depth = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 5, IgnoreInaccessible = true };
            string[] files = [.. Directory.EnumerateFiles(folder, "*", depth).Take(MaxFiles + 1).Order(StringComparer.Ordinal)];
            return files.Length <= MaxFiles ? files
                : throw new RecordingFormatException(folder, FormattableString.Invariant($"holds more than {MaxFiles} files: give those of one recording"));
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(folder, e);
        }
    }

    // What lies beside a session.json is read through it: only there are foot, clock and mounting known.
    private static bool IsOfARecording(string file) =>
        Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && File.Exists(Path.Combine(folder, PlainRecording.SessionFile));

    private static bool IsJson(ImportProbe probe) => probe.Head.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..] or [(byte)'[', ..];

    private static void KeepInputs(string folder, IReadOnlyList<ImportedSensor> sensors)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (sensors.SelectMany(s => s.Files).Any(f => string.Equals(Path.GetDirectoryName(Path.GetFullPath(f)), target, StringComparison.OrdinalIgnoreCase)))
            throw new RecordingFormatException(folder, "holds the files to import, which could be overwritten: choose another folder");
    }
}
