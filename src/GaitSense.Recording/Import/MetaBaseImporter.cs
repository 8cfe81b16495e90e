using GaitSense.Recording.Files;
using GaitSense.Recording.Import.Tables;

namespace GaitSense.Recording.Import;

/// <summary>
/// MbientLab MetaBase CSV: the accelerometer (g) and the gyroscope (°/s) in files of their own, with times of their own in milliseconds since 1970.
/// The two files of a sensor are found by their common beginning of the name. Gravity, linear acceleration and the rest that sensor fusion makes are left out, and said; a table with both
/// quantities, as people join the two, is read as it is.
/// </summary>
internal sealed class MetaBaseImporter : IRecordingImporter
{
    private const string AccelWord = "Accelerometer", GyroWord = "Gyroscope";

    /// <inheritdoc/>
    public string Id => "metabase";

    /// <inheritdoc/>
    public string Name => "MbientLab MetaBase CSV";

    /// <inheritdoc/>
    public bool JoinsFiles => true;

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => Header(probe) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop)
    {
        ImportProbe[] made = [.. files.Where(IsMade)], rest = [.. files.Except(made)];
        List<ImportProbe> merged = [.. rest.Where(f => IsAccel(f) && IsGyro(f))], accels = [.. rest.Where(f => IsAccel(f) && !IsGyro(f))], gyros = [.. rest.Where(f => !IsAccel(f))];
        if (accels.Count == 0 && merged.Count == 0 && made.Length > 0 && (gyros.Count == 0 || gyros.TrueForAll(g => Beside(g, GyroWord, AccelWord, wantAccel: true) is null)))
            throw new RecordingFormatException(made[0].Path, $"is {MadeWord(made[0])}, which sensor fusion made, and no acceleration: give the file of the accelerometer itself (…_Accelerometer_…); record the accelerometer beside the fusion");
        List<ImportedSensor> sensors = [.. merged.Select(Joined)];
        if (accels.Count == 1 && gyros.Count == 1) sensors.Add(Pair(accels[0], gyros[0]));
        else PairAll(accels, gyros, sensors);
        string? left = made.Length == 0 ? null : $"Left out: {string.Join(", ", made.Select(m => $"{Path.GetFileName(m.Path)} ({MadeWord(m)})"))}: sensor fusion made them.";
        return [.. sensors.Select(s => s with { Left = left })];
    }

    private void PairAll(List<ImportProbe> accels, List<ImportProbe> gyros, List<ImportedSensor> sensors)
    {
        foreach (ImportProbe gyro in gyros)
        {
            ImportProbe? accel = accels.Find(a => Belong(a.Path, gyro.Path)) ?? Beside(gyro, GyroWord, AccelWord, wantAccel: true);
            if (accel is null) throw Alone(gyro, "accelerometer");
            accels.RemoveAll(a => string.Equals(a.Path, accel.Path, StringComparison.Ordinal));
            sensors.Add(Pair(accel, gyro));
        }

        foreach (ImportProbe accel in accels)
            sensors.Add(Pair(accel, Beside(accel, AccelWord, GyroWord, wantAccel: false) ?? throw Alone(accel, "gyroscope")));
    }

    // MetaBase says what a file holds in its name alone: the columns of gravity are called like those of the accelerometer.
    private static string? MadeWord(ImportProbe probe)
    {
        string name = Path.GetFileName(probe.Path);
        foreach ((string word, string said) in new[] { ("Gravity", "gravity"), ("LinearAcceleration", "acceleration without gravity"), ("Linear Acceleration", "acceleration without gravity"), ("Linear-Acceleration", "acceleration without gravity") })
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) return said;
        return null;
    }

    private static bool IsMade(ImportProbe probe) => MadeWord(probe) is not null;

    private static bool IsGyro(ImportProbe probe) => Header(probe)!.Of("x-axis (deg/s)") >= 0;

    // One table of both: a row of each quantity has empty fields for the other where the times differ.
    private static ImportedSensor Joined(ImportProbe probe)
    {
        TableLayout accel = Layout(probe, "*-axis (g)", isAccel: true) with { PassesOthers = true }, gyro = Layout(probe, "*-axis (deg/s)", isAccel: false) with { PassesOthers = true };
        return new ImportedSensor(probe.Path, () => Stated(new MergedRows(probe.Path, accel, probe.Path, gyro))) { HasStatedUnits = true };
    }

    private static HeaderLine? Header(ImportProbe probe) => HeaderLine.Where(probe, names =>
        Array.Exists(names, IsEpoch) && (names.Contains("x-axis (g)", StringComparer.OrdinalIgnoreCase) || names.Contains("x-axis (deg/s)", StringComparer.OrdinalIgnoreCase)));

    private static bool IsEpoch(string name) => name.Equals("epoc (ms)", StringComparison.OrdinalIgnoreCase) || name.Equals("epoch (ms)", StringComparison.OrdinalIgnoreCase);

    private static bool IsAccel(ImportProbe probe) => Header(probe)!.Of("x-axis (g)") >= 0;

    private static RecordingFormatException Alone(ImportProbe probe, string missing) =>
        new(probe.Path, $"has no {missing} file beside it: MetaBase writes two files for each sensor; give both");

    // MetaBase names them <sensor>_<start>_Accelerometer_<rate>.csv and <sensor>_<start>_Gyroscope_<rate>.csv.
    private static bool Belong(string accel, string gyro) =>
        Beginning(accel, AccelWord) is { } a && Beginning(gyro, GyroWord) is { } g
            ? string.Equals(a, g, StringComparison.OrdinalIgnoreCase)
            : string.Equals(Path.GetDirectoryName(accel), Path.GetDirectoryName(gyro), StringComparison.Ordinal);

    private static string? Beginning(string path, string word)
    {
        int at = path.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at > path.LastIndexOfAny(['/', '\\']) ? path[..at] : null;
    }

    private ImportProbe? Beside(ImportProbe probe, string word, string otherWord, bool wantAccel)
    {
        if (Beginning(probe.Path, word) is not { } beginning) return null;
        string folder = Path.GetDirectoryName(Path.GetFullPath(probe.Path))!;
        string start = Path.GetFileName(beginning) + otherWord;
        try
        {
            foreach (string file in Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f).StartsWith(start, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
                if (ImportProbe.Read(file) is var other && CanRead(other) && !IsMade(other) && IsAccel(other) == wantAccel) return other;
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(folder, e);
        }

        return null;
    }

    private static ImportedSensor Pair(ImportProbe accel, ImportProbe gyro)
    {
        TableLayout accelLayout = Layout(accel, "*-axis (g)", isAccel: true), gyroLayout = Layout(gyro, "*-axis (deg/s)", isAccel: false);
        return new ImportedSensor(gyro.Path, () => Stated(new MergedRows(accel.Path, accelLayout, gyro.Path, gyroLayout))) { Files = [accel.Path, gyro.Path], HasStatedUnits = true };
    }

    private static MergedRows Stated(MergedRows rows)
    {
        rows.Notes.Add("Units: acceleration in g, angular rate in °/s, time in milliseconds since 1970, as the headers say.");
        return rows;
    }

    private static TableLayout Layout(ImportProbe probe, string pattern, bool isAccel)
    {
        HeaderLine header = Header(probe)!;
        int[] axes = header.Axes(pattern) ?? throw new RecordingFormatException(probe.Path, header.Line + 1, "lacks an axis: MetaBase writes x, y and z");
        return new TableLayout
        {
            Separator = header.Separator,
            Time = new TimeRule(Array.FindIndex(header.Names, IsEpoch), 1000) { IsEpoch = true },
            Accel = isAccel ? axes : [],
            Gyro = isAccel ? [] : axes,
            AccelScale = TableLayout.Same(ImportUnits.GravityMps2),
            GyroScale = TableLayout.Same(ImportUnits.DegreeRadPerS),
            Names = header.Names,
        }.After(probe, header.Line + 1);
    }
}
