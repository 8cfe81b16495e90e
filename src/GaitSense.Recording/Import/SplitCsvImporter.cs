using GaitSense.Recording.Files;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import;

/// <summary>
/// Accelerometer and gyroscope in files of their own, as phone loggers write them (Sensor Logger, phyphox and others): a time and three axes each. What a file holds is told by its
/// header, else by its name; the two are found by their common folder and the rest of their names, and merged by time.
/// </summary>
internal sealed class SplitCsvImporter : IRecordingImporter
{
    /// <inheritdoc/>
    public string Id => "csv-parts";

    /// <inheritdoc/>
    public string Name => "CSV of accelerometer and gyroscope apart";

    /// <inheritdoc/>
    public bool JoinsFiles => true;

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => Header(probe) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop)
    {
        List<SplitFile> parts = [.. files.Select(f => SplitFile.Of(f, Header(f)!))];
        foreach (SplitFile alone in parts.Where(p => p.IsUsable && !parts.Exists(q => q.Completes(p))).ToArray()) parts.AddRange(Beside(alone));
        var sensors = new List<ImportedSensor>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (SplitFile gyro in parts.Where(p => p.Kind == HeaderKind.Gyro))
        {
            // Of several accelerometers, the one that is named as having gravity.
            SplitFile? accel = parts.Where(p => p.Kind == HeaderKind.Accel && p.Completes(gyro)).OrderByDescending(p => p.Rank).FirstOrDefault();
            if (accel is null) continue;
            used.UnionWith([accel.Probe.Path, gyro.Probe.Path]);
            sensors.Add(Pair(accel, gyro, options));
        }

        if (sensors.Count == 0) throw Alone(parts);
        string[] left = [.. parts.Where(p => !used.Contains(p.Probe.Path)).Select(p => Path.GetFileName(p.Probe.Path))];
        return left.Length == 0 ? sensors : [.. sensors.Select(s => s with { Left = $"Left out: {TextForPeople.Show(string.Join(", ", left), 200)}." })];
    }

    private static HeaderLine? Header(ImportProbe probe) => HeaderLine.Where(probe, names =>
    {
        HeaderGuess?[] guesses = [.. names.Select(HeaderGuess.Of)];
        if (!Array.Exists(guesses, g => g is { Kind: HeaderKind.Time })) return false;
        HeaderKind[] kinds = [.. guesses.OfType<HeaderGuess>().Where(g => g.Kind != HeaderKind.Time).Select(g => g.Kind).Distinct()];
        return kinds.Length == 1 && Enumerable.Range(0, 3).All(axis => guesses.Count(g => g is { } a && a.Kind == kinds[0] && a.Axis == axis) == 1);
    });

    private static List<SplitFile> Beside(SplitFile alone)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(alone.Probe.Path))!;
        var found = new List<SplitFile>();
        try
        {
            foreach (string file in Directory.EnumerateFiles(folder).Take(200).Order(StringComparer.Ordinal))
            {
                if (string.Equals(Path.GetFullPath(file), Path.GetFullPath(alone.Probe.Path), StringComparison.Ordinal) || SplitFile.KindOfName(file) is null) continue;
                ImportProbe probe = ImportProbe.Read(file);
                if (Header(probe) is { } header && SplitFile.Of(probe, header) is var other && other.Completes(alone)) found.Add(other);
            }
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(folder, e);
        }

        return found;
    }

    private static RecordingFormatException Alone(List<SplitFile> parts)
    {
        SplitFile first = parts.Find(p => p.IsUsable) ?? parts[0];
        string path = first.Probe.Path;
        if (parts.Exists(p => p.Kind == HeaderKind.LinearAccel) && !parts.Exists(p => p.Kind == HeaderKind.Accel))
            return new(path, "there is acceleration without gravity only (linear or user acceleration), and gravity shows which way is up: export the plain acceleration");
        if (parts.Exists(p => p.Kind == HeaderKind.Gravity) && !parts.Exists(p => p.Kind == HeaderKind.Accel))
            return new(path, "there is gravity, which sensor fusion made, and no acceleration: export the accelerometer itself");
        return first.Kind switch
        {
            HeaderKind.Accel => new(path, "holds acceleration, and no gyroscope's file lies beside it: give both"),
            HeaderKind.Gyro => new(path, "holds angular rate, and no accelerometer's file lies beside it: give both"),
            _ => new(path, $"holds three axes, but neither its header nor its name says of what (header: {TextForPeople.Show(string.Join(", ", first.Header.Names), 120)}): name the files of accelerometer and gyroscope so, or give --columns"),
        };
    }

    private static ImportedSensor Pair(SplitFile accel, SplitFile gyro, ImportOptions options)
    {
        ImportScale given = ImportScale.Of(options, accel.Probe.Path);
        double? a = given.Accel ?? accel.ToSi, w = given.Gyro ?? gyro.ToSi;
        if (a is null || w is null)
        {
            SplitFile without = a is null ? accel : gyro;
            throw ImportAdvice.Refuse(without.Sketch, without.Probe.Path, $"nothing states the unit of the {(a is null ? "acceleration" : "angular rate")}", $"{ImportAdvice.Quoted((a is null ? gyro : accel).Probe.Path)} --units {(accel.ToSi is null ? "acc=m/s2" : "")}{(accel.ToSi is null && gyro.ToSi is null ? "," : "")}{(gyro.ToSi is null ? "gyr=rad/s" : "")}");
        }

        TableLayout accelLayout = accel.Layout(given.TimeUs) with { AccelScale = TableLayout.Same(a.Value), PassesOthers = true };
        TableLayout gyroLayout = gyro.Layout(given.TimeUs) with { GyroScale = TableLayout.Same(w.Value), PassesOthers = true };
        if (accelLayout.Time.IsEpoch != gyroLayout.Time.IsEpoch || accelLayout.Time.Form != gyroLayout.Time.Form)
            throw new RecordingFormatException(gyro.Probe.Path, $"its times and those of {Path.GetFileName(accel.Probe.Path)} count from different beginnings: export both the same way");
        string said = FormattableString.Invariant($"Units: acceleration in {a.Value:0.#######} m/s², angular rate in {w.Value:0.#######} rad/s{(accel.IsSensorLogger && given is { Accel: null } ? ", as Sensor Logger documents" : "")}; {gyro.TimeWords}.");
        return new ImportedSensor(gyro.Probe.Path, () =>
        {
            var rows = new MergedRows(accel.Probe.Path, accelLayout, gyro.Probe.Path, gyroLayout);
            rows.Notes.Add(said);
            return rows;
        })
        {
            Files = [accel.Probe.Path, gyro.Probe.Path],
            HasStatedUnits = given is { Accel: null, Gyro: null },
        };
    }
}
