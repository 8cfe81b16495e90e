using GaitSense.Recording.Import.Tables;

namespace GaitSense.Recording.Import;

/// <summary>x-io CSV: <c>Gyroscope X (deg/s)</c> to <c>Accelerometer Z (g)</c> with a time; NGIMU writes it in seconds, x-IMU3 in microseconds.</summary>
internal sealed class XioImporter(string id, string name, string timeName, double tickUs) : IRecordingImporter
{
    /// <inheritdoc/>
    public string Id => id;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => Header(probe) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop) => [.. files.Select(OfFile)];

    private HeaderLine? Header(ImportProbe probe) => HeaderLine.With(probe, timeName, "Gyroscope X (deg/s)", "Accelerometer X (g)");

    private ImportedSensor OfFile(ImportProbe probe)
    {
        HeaderLine header = Header(probe)!;
        int[]? accel = header.Axes("Accelerometer * (g)"), gyro = header.Axes("Gyroscope * (deg/s)");
        if (accel is null || gyro is null) throw new RecordingFormatException(probe.Path, header.Line + 1, "an axis of the accelerometer or the gyroscope is missing: export all three of both");
        TableLayout layout = new TableLayout
        {
            Separator = header.Separator,
            Time = new TimeRule(header.Of(timeName), tickUs),
            Accel = accel,
            Gyro = gyro,
            AccelScale = TableLayout.Same(ImportUnits.GravityMps2),
            GyroScale = TableLayout.Same(ImportUnits.DegreeRadPerS),
            Names = header.Names,
        }.After(probe, header.Line + 1);
        return new ImportedSensor(probe.Path, () =>
        {
            var rows = new TableRows(probe.Path, layout);
            rows.Notes.Add($"Units: acceleration in g, angular rate in °/s, time in {(tickUs < 2 ? "microseconds" : "seconds")}, as the header says.");
            return rows;
        })
        {
            HasStatedUnits = true,
        };
    }
}
