using GaitSense.Recording.Import.Tables;

namespace GaitSense.Recording.Import;

/// <summary>
/// Gait Up Physilog CSV: lines that name the sensor (Physilog, Gait Up), then a table. Gait Up publishes no description of its columns, so they are found by
/// their names; units by the header or the line below it, else those of its toolkit: g, °/s and s.
/// </summary>
internal sealed class PhysilogImporter : IRecordingImporter
{
    private const int MaxDepth = 20;

    /// <inheritdoc/>
    public string Id => "physilog";

    /// <inheritdoc/>
    public string Name => "Gait Up Physilog CSV";

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => Header(probe) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop) => [.. files.Select(f => OfFile(f, options))];

    private static HeaderLine? Header(ImportProbe probe)
    {
        if (!probe.Lines.Take(MaxDepth).Any(l => l.Contains("physilog", StringComparison.OrdinalIgnoreCase) || l.Contains("gait up", StringComparison.OrdinalIgnoreCase)
            || l.Contains("gaitup", StringComparison.OrdinalIgnoreCase))) return null;
        return HeaderLine.Where(probe, names => Axes(names, HeaderKind.Accel) is not null || Axes(names, HeaderKind.Gyro) is not null);
    }

    private static int[]? Axes(string[] names, HeaderKind kind)
    {
        int[] columns = [-1, -1, -1];
        for (int i = names.Length - 1; i >= 0; i--)
            if (HeaderGuess.Of(names[i]) is { Axis: >= 0 } guess && guess.Kind == kind) columns[guess.Axis] = i;
        return columns.Contains(-1) ? null : columns;
    }

    private static ImportedSensor OfFile(ImportProbe probe, ImportOptions options)
    {
        HeaderLine header = Header(probe)!;
        int[]? accel = Axes(header.Names, HeaderKind.Accel), gyro = Axes(header.Names, HeaderKind.Gyro);
        if (accel is null || gyro is null)
            throw new RecordingFormatException(probe.Path, header.Line + 1, $"holds no three axes of {(accel is null ? "acceleration" : "angular rate")}: export both from the Physilog toolkit");
        int time = Array.FindIndex(header.Names, n => HeaderGuess.Of(n) is { Kind: HeaderKind.Time });
        if (time < 0 && options.RateHz is null) throw new RecordingFormatException(probe.Path, header.Line + 1, "has no column of times: give --rate HZ");
        string[] below = probe.Fields(header.Line + 1, header.Separator);
        bool hasUnits = accel[0] < below.Length && ImportUnits.Acceleration(below[accel[0]]) is not null;
        var assumed = new List<string>();
        double accelScale = Unit(accel[0], ImportUnits.Acceleration, ImportUnits.GravityMps2, "acceleration in g");
        double gyroScale = Unit(gyro[0], ImportUnits.AngularRate, ImportUnits.DegreeRadPerS, "angular rate in °/s");
        TableLayout layout = new TableLayout
        {
            Separator = header.Separator,
            Time = time < 0 ? TimeRule.Even(options.RateHz!.Value) : new TimeRule(time, Unit(time, ImportUnits.Time, 1e6, "time in s")),
            Accel = accel,
            Gyro = gyro,
            AccelScale = TableLayout.Same(accelScale),
            GyroScale = TableLayout.Same(gyroScale),
            Names = header.Names,
        }.After(probe, header.Line + (hasUnits ? 2 : 1));
        return new ImportedSensor(probe.Path, () =>
        {
            var rows = new TableRows(probe.Path, layout);
            rows.Notes.Add(assumed.Count == 0 ? "Units: as the file says." : $"Units: the file does not say all; taken: {string.Join(", ", assumed)}.");
            return rows;
        })
        {
            HasStatedUnits = assumed.Count == 0,
            IsEven = time < 0,
        };

        double Unit(int column, Func<string, double?> known, double usual, string words)
        {
            double? said = HeaderGuess.Of(header.Names[column])?.ToSi ?? (hasUnits && column < below.Length ? known(below[column]) : null);
            if (said is null) assumed.Add(words);
            return said ?? usual;
        }
    }
}
