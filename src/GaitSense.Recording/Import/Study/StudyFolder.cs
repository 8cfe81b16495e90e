using System.Text.RegularExpressions;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Import.Study;

/// <summary>
/// A tree of other programs' files: a study with a folder for each person and visit, or all files in one. Both feet of a visit are found by their names, which are the same but for the foot;
/// in a folder with one left and one right sensor these two belong together whatever they are called.
/// </summary>
public static partial class StudyFolder
{
    private const int MaxFiles = 50_000;

    /// <summary>The recordings that other programs' files in a folder make, sorted by name; none where it holds no such files. A folder that cannot be read is taken for one: importing it says what is wrong.</summary>
    /// <param name="folder">The folder. What lies in recordings of GaitSense's own is passed over.</param>
    /// <param name="said">What is said about all of the files.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="RecordingFormatException">A folder or a settings file cannot be read, or there are too many files.</exception>
    public static IReadOnlyList<ImportRequest> Find(string folder, ImportOptions said, CancellationToken stop = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(said);
        var parts = new List<Part>();
        var unreadable = new List<ImportRequest>();
        int files = 0;
        // A session's file astray in the root hides no study.
        if (Directory.Exists(folder) && !File.Exists(Path.Combine(folder, PlainRecording.SessionFile))) Search(folder, "", 0, said, parts, unreadable, ref files, stop);
        return [.. Visits(folder, parts).Concat(unreadable).OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    private static void Search(string folder, string place, int depth, ImportOptions said, List<Part> parts, List<ImportRequest> unreadable, ref int files, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        string[] own, below;
        try
        {
            own = [.. Directory.EnumerateFiles(folder).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal)];
            below = [.. Directory.EnumerateDirectories(folder).Where(d => !Path.GetFileName(d).StartsWith('.') && !RealPath.IsLink(d)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(folder, e);
        }

        files += own.Length;
        if (files > MaxFiles) throw new RecordingFormatException(folder, FormattableString.Invariant($"there are more than {MaxFiles} files: give the folders of the study one by one"));
        ImportOptions options = ImportSettings.Under(folder, said);
        var joined = new List<(ImportProbe Probe, IRecordingImporter Importer)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string file in own)
        {
            stop.ThrowIfCancellationRequested();
            if (Probe(file, options) is not { } found) continue;
            // Only where files belong together are their beginnings kept.
            if (found.Importer.JoinsFiles) joined.Add(found);
            else Add(Sensors(found.Importer, [found.Probe], options, stop));
        }

        foreach (IGrouping<IRecordingImporter, ImportProbe> format in joined.GroupBy(p => p.Importer, p => p.Probe)) Add(Sensors(format.Key, [.. format], options, stop));
        if (depth >= RecordingFiles.MaxFolderDepth) return;
        foreach (string child in below)
        {
            string name = place.Length == 0 ? Path.GetFileName(child) : place + "/" + Path.GetFileName(child);
            if (!RecordingFiles.CanBeRead(child)) unreadable.Add(new ImportRequest(name, [child], options));
            else if (!RecordingFiles.IsRecording(child)) Search(child, name, depth + 1, said, parts, unreadable, ref files, stop);
        }

        // A BIDS recording is found by each of its files.
        void Add(IReadOnlyList<ImportedSensor> sensors)
        {
            foreach (ImportedSensor sensor in sensors)
                if (seen.Add(string.Join('\n', sensor.Files) + "\n" + sensor.Name)) parts.Add(new Part(place, sensor.Path, [.. sensor.Files], FootChoice.Hint(sensor, sensors), options));
        }
    }

    private static (ImportProbe Probe, IRecordingImporter Importer)? Probe(string file, ImportOptions options)
    {
        try
        {
            if (new FileInfo(file) is { Length: 0 } or { Attributes: FileAttributes.Device } || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return null;
            ImportProbe probe = ImportProbe.Read(file);
            IRecordingImporter? importer = RecordingImport.ImporterOf(probe, options);
            return importer is null ? null : (probe, importer);
        }
        catch (RecordingFormatException)
        {
            return null; // what cannot be opened is nobody's recording
        }
    }

    // A file that its importer refuses is a recording all the same: importing it says what is wrong.
    private static IReadOnlyList<ImportedSensor> Sensors(IRecordingImporter importer, ImportProbe[] probes, ImportOptions options, CancellationToken stop)
    {
        try
        {
            return importer.Sensors(probes, options, stop);
        }
        catch (RecordingFormatException)
        {
            return [new ImportedSensor(probes[0].Path, NotRead) { Files = [.. probes.Select(p => p.Path)] }];
        }
    }

    private static SensorRows NotRead() => throw new InvalidOperationException("Sensors of a study are only looked at here.");

    private static List<ImportRequest> Visits(string root, List<Part> parts)
    {
        var visits = new List<List<Part>>();
        var alone = new List<Part>();
        foreach (Part[] group in parts.GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).Select(g => g.ToArray()))
        {
            bool isOneFile = group.Select(p => p.Path).Distinct(StringComparer.Ordinal).Count() == 1;
            bool areFeet = group.Length == 2 && group[0].Foot is { } a && group[1].Foot is { } b && a != b;
            if (group.Length > 1 && (isOneFile || areFeet)) visits.Add([.. group]);
            else alone.AddRange(group);
        }

        foreach (Part[] here in alone.GroupBy(p => p.VisitPlace, StringComparer.Ordinal).Select(g => g.ToArray()))
        {
            Part[] left = [.. here.Where(p => p.Foot == Foot.Left)], right = [.. here.Where(p => p.Foot == Foot.Right)], unknown = [.. here.Where(p => p.Foot is null)];
            bool feet = left.Length == 1 && right.Length == 1, two = here.Length == 2 && unknown.Length == 2 && !visits.Exists(v => string.Equals(v[0].VisitPlace, here[0].VisitPlace, StringComparison.Ordinal));
            if (feet) visits.Add([left[0], right[0]]);
            if (two) visits.Add([.. unknown]);
            visits.AddRange((feet ? unknown : two ? [] : here).Select(p => (List<Part>)[p]));
        }

        string[] names = [.. visits.Select(v => visits.Count(o => string.Equals(o[0].VisitPlace, v[0].VisitPlace, StringComparison.OrdinalIgnoreCase)) == 1 && v[0].VisitPlace.Length > 0 ? v[0].VisitPlace : v[0].Key)];
        return [.. visits.Select((v, i) => new ImportRequest(
            names.Count(n => string.Equals(n, names[i], StringComparison.OrdinalIgnoreCase)) > 1 ? v[0].FullName : names[i].Length > 0 ? names[i] : ImportedFolder.NameOf(root),
            [.. v.SelectMany(p => p.Files).Distinct(StringComparer.Ordinal)],
            v[0].Options)).OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <summary>One sensor's files in the tree.</summary>
    private sealed record Part(string Place, string Path, string[] Files, Foot? Foot, ImportOptions Options)
    {
        /// <summary>Its folder, without those that only name a foot or hold BIDS' motion files.</summary>
        public string VisitPlace { get; } = string.Join('/', Place.Split('/').Select(Plain).Where(p => p.Length > 0 && !IsFiller(p)));

        /// <summary>Its place and name without the foot.</summary>
        public string Key
        {
            get
            {
                string stem = Plain(Tracked().Replace(ImportedFolder.NameOf(Path), ""));
                if (Files.Length > 1) stem = Plain(Quantity().Replace(stem, ""));
                return IsFiller(stem) || stem.Length == 0 ? VisitPlace : VisitPlace.Length == 0 ? stem : VisitPlace + "/" + stem;
            }
        }

        /// <summary>Its place and name as they are.</summary>
        public string FullName => (Place.Length == 0 ? "" : Place + "/") + ImportedFolder.NameOf(Path);

        private static string Plain(string text) => Joints().Replace(FootHint.Without(text), "_").Trim('_', '-', ' ', '.');

        private static bool IsFiller(string text) => text is "motion" || FootHint.IsOnlyAFoot(text);
    }

    [GeneratedRegex("_tracksys-[^_]+|_(motion|channels)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tracked();

    [GeneratedRegex("total ?acceleration|accelerometers?|acceleration|accel|acc(?![a-z])|gyroscopes?|gyro|gyr(?![a-z])|uncalibrated", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();

    [GeneratedRegex("[_ ]{2,}|_-|-_|--", RegexOptions.CultureInvariant)]
    private static partial Regex Joints();
}
