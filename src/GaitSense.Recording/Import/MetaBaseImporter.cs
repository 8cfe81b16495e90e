namespace GaitSense.Recording;

/// <summary>
/// MbientLab MetaBase CSV: the accelerometer (g) and the gyroscope (°/s) in files of their own, with times of their own in milliseconds since 1970.
/// The two files of a sensor are found by their common beginning of the name.
/// </summary>
internal sealed class MetaBaseImporter : IRecordingImporter
{
    private const string AccelWord = "Accelerometer", GyroWord = "Gyroscope";

    /// <inheritdoc/>
    public string Id => "metabase";

    /// <inheritdoc/>
    public string Name => "MbientLab MetaBase CSV";

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => Header(probe) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop)
    {
        List<ImportProbe> accels = [.. files.Where(IsAccel)], gyros = [.. files.Where(f => !IsAccel(f))];
        if (accels.Count == 1 && gyros.Count == 1) return [Pair(accels[0], gyros[0])];
        var sensors = new List<ImportedSensor>();
        foreach (ImportProbe gyro in gyros)
        {
            ImportProbe? accel = accels.Find(a => Belong(a.Path, gyro.Path)) ?? Beside(gyro, GyroWord, AccelWord, wantAccel: true);
            if (accel is null) throw Alone(gyro, "accelerometer");
            accels.RemoveAll(a => string.Equals(a.Path, accel.Path, StringComparison.Ordinal));
            sensors.Add(Pair(accel, gyro));
        }

        foreach (ImportProbe accel in accels)
            sensors.Add(Pair(accel, Beside(accel, AccelWord, GyroWord, wantAccel: false) ?? throw Alone(accel, "gyroscope")));
        return sensors;
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
                if (ImportProbe.Read(file) is var other && CanRead(other) && IsAccel(other) == wantAccel) return other;
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(folder, e);
        }

        return null;
    }

    private static ImportedSensor Pair(ImportProbe accel, ImportProbe gyro)
    {
        TableLayout accelLayout = Layout(accel, "*-axis (g)"), gyroLayout = Layout(gyro, "*-axis (deg/s)");
        return new ImportedSensor(gyro.Path, () => new MergedRows(accel.Path, accelLayout, gyro.Path, gyroLayout)) { Files = [accel.Path, gyro.Path] };
    }

    private static TableLayout Layout(ImportProbe probe, string pattern)
    {
        HeaderLine header = Header(probe)!;
        int[] axes = header.Axes(pattern) ?? throw new RecordingFormatException(probe.Path, header.Line + 1, "lacks an axis: MetaBase writes x, y and z");
        bool isAccel = IsAccel(probe);
        return new TableLayout
        {
            Separator = header.Separator,
            Time = new TimeRule(Array.FindIndex(header.Names, IsEpoch), 1000),
            Accel = isAccel ? axes : [],
            Gyro = isAccel ? [] : axes,
            AccelScale = TableLayout.Same(ImportUnits.GravityMps2),
            GyroScale = TableLayout.Same(ImportUnits.DegreeRadPerS),
            Names = header.Names,
        }.After(probe, header.Line + 1);
    }
}
