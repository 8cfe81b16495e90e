using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import;

/// <summary>
/// Shimmer Consensys CSV: a line <c>sep=</c>, a line of names (<c>…_Timestamp_Unix_CAL</c>, <c>…_Accel_WR_X_CAL</c>, <c>…_Gyro_X_CAL</c>), a line of units.
/// A file may hold several sensors, told apart by the beginning of the names. The wide-range accelerometer is taken where there are two: the low-noise one clips at 2 g, which every landing exceeds.
/// </summary>
internal sealed class ShimmerImporter : IRecordingImporter
{
    /// <inheritdoc/>
    public string Id => "shimmer";

    /// <inheritdoc/>
    public string Name => "Shimmer Consensys CSV";

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => Header(probe) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop) => [.. files.SelectMany(OfFile)];

    private static HeaderLine? Header(ImportProbe probe) => HeaderLine.Where(probe, names =>
        Array.Exists(names, n => n.Contains("Timestamp", StringComparison.OrdinalIgnoreCase) && IsShimmers(n))
        && Array.Exists(names, n => (n.Contains("Accel_", StringComparison.OrdinalIgnoreCase) || n.Contains("Gyro_", StringComparison.OrdinalIgnoreCase)) && IsShimmers(n)));

    private static bool IsShimmers(string name) =>
        name.EndsWith("_CAL", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_RAW", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_UNCAL", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ImportedSensor> OfFile(ImportProbe probe)
    {
        HeaderLine header = Header(probe)!;
        string?[] sensors = [.. header.Names.Where(IsShimmers).Select(n => Prefix(n, "_Gyro_")).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        if (sensors.Length == 0) sensors = [null];
        string[] without = [.. header.Names.Where(IsShimmers).Select(n => Prefix(n, "_Accel_")).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Except(sensors.OfType<string>(), StringComparer.OrdinalIgnoreCase)];
        string? left = without.Length == 0 || sensors is [null] ? null : $"Left out: {TextForPeople.Show(string.Join(", ", without), 120)}, without a gyroscope.";
        return [.. sensors.Select(s => OfSensor(probe, header, s) with { Left = left })];
    }

    private static ImportedSensor OfSensor(ImportProbe probe, HeaderLine header, string? sensor)
    {
        string[] units = probe.Fields(header.Line + 1, header.Separator);
        int time = Column("Timestamp_Unix_CAL");
        if (time < 0) time = Column("Timestamp_CAL");
        if (time < 0) throw Bad("holds no Timestamp_Unix_CAL or Timestamp_CAL: export with the time as numbers (Unix, ms)");
        int[]? wide = Axes("Accel_WR_*_CAL"), low = Axes("Accel_LN_*_CAL"), accel = wide ?? low, gyro = Axes("Gyro_*_CAL");
        if (accel is null || gyro is null)
            throw Bad($"holds no calibrated {(accel is null ? "acceleration" : "angular rate")} ({(accel is null ? "Accel_WR_X_CAL" : "Gyro_X_CAL")}): switch the sensor on, and export calibrated data from Consensys");
        double tickUs = Unit(time, ImportUnits.Time), accelScale = Unit(accel[0], ImportUnits.Acceleration), gyroScale = Unit(gyro[0], ImportUnits.AngularRate);
        TableLayout layout = new TableLayout
        {
            Separator = header.Separator,
            Time = new TimeRule(time, tickUs) { IsEpoch = header.Names[time].EndsWith("Timestamp_Unix_CAL", StringComparison.OrdinalIgnoreCase) },
            Accel = accel,
            Gyro = gyro,
            AccelScale = TableLayout.Same(accelScale),
            GyroScale = TableLayout.Same(gyroScale),
            Names = header.Names,
        }.After(probe, header.Line + 2);
        string which = wide is not null && low is not null ? "the wide-range accelerometer (the low-noise one clips at landings)" : wide is not null ? "the wide-range accelerometer" : "the low-noise accelerometer: it clips at 2 g, which landings exceed";
        return new ImportedSensor(probe.Path, () =>
        {
            var rows = new TableRows(probe.Path, layout);
            rows.Notes.Add($"Units: {units[accel[0]]} and {units[gyro[0]]}, time in {units[time]}, as the file says; acceleration of {which}.");
            return rows;
        })
        {
            Name = sensor,
            HasStatedUnits = true,
            // Consensys writes sensors of one file at the rows of one clock.
            Timeline = Path.GetFileName(probe.Path),
        };

        // A time that stands once for all has no sensor's name, or the first one's.
        int Column(string end)
        {
            int own = Array.FindIndex(header.Names, n => n.EndsWith(end, StringComparison.OrdinalIgnoreCase) && (sensor is null || n.StartsWith(sensor + "_", StringComparison.OrdinalIgnoreCase)));
            return own >= 0 || !end.StartsWith("Timestamp", StringComparison.Ordinal) ? own : Array.FindIndex(header.Names, n => n.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        }

        int[]? Axes(string pattern)
        {
            int[] columns = [.. "XYZ".Select(axis => Column(pattern.Replace('*', axis)))];
            return columns.Contains(-1) ? null : columns;
        }

        double Unit(int column, Func<string, double?> known) => (column < units.Length ? known(units[column]) : null) ?? throw new RecordingFormatException(
            probe.Path, header.Line + 2, $"the line of units does not say a known unit ({TextForPeople.Quote(column < units.Length ? units[column] : null)})", TextForPeople.Show(header.Names[column], 40));

        RecordingFormatException Bad(string reason) => new(probe.Path, header.Line + 1, reason);
    }

    private static string? Prefix(string name, string before) =>
        name.IndexOf(before, StringComparison.OrdinalIgnoreCase) is > 0 and var at ? name[..at] : null;
}
