using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import;

/// <summary>
/// Any table of samples: told what its columns are (<c>--columns</c>, <c>--units</c>, <c>--scale</c>, <c>--rate</c>), or read by a header that names them with their units; one sensor or several, side
/// by side or row by row. Units that are not stated are asked for, not guessed.
/// </summary>
internal sealed class GenericCsvImporter : IRecordingImporter
{
    /// <inheritdoc/>
    public string Id => "csv";

    /// <inheritdoc/>
    public string Name => "CSV";

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => Header(probe) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop) =>
        [.. files.SelectMany(probe => options.Columns is { } columns ? Declared(probe, columns, options) : ByHeader(probe, options, stop))];

    private static HeaderLine? Header(ImportProbe probe) =>
        HeaderLine.Where(probe, fields => HeaderSensors.Of(fields, []).Any(s => s.IsWhole));

    private static List<ImportedSensor> ByHeader(ImportProbe probe, ImportOptions options, CancellationToken stop)
    {
        HeaderLine header = Header(probe) ?? throw Unnamed(probe);
        var sketch = TableSketch.Of(probe, header);
        string[] above = header.Line > 0 ? probe.Fields(header.Line - 1, header.Separator) : [];
        HeaderSensors[] found = [.. HeaderSensors.Of(header.Names, above)];
        if (Array.Find(found, f => f is { IsAmbiguous: true, IsWhole: false }) is { } twice)
        {
            int column = twice.Accel.Concat(twice.Gyro).First(c => c >= 0);
            string key = DeclaredColumns.Keys[1 + Array.IndexOf([.. twice.Accel, .. twice.Gyro], column)];
            throw ImportAdvice.Refuse(sketch, probe.Path, $"several columns look like {key}: say which with --columns", ImportAdvice.Columns(sketch));
        }

        HeaderSensors[] whole = [.. found.Where(f => f.IsWhole)];
        var sensors = new List<ImportedSensor>();
        foreach (HeaderSensors one in whole)
        {
            var table = new CsvSensor(probe, sketch, options) { Place = one.Place, Accel = one.Accel, Gyro = one.Gyro, By = "the header" };
            sensors.AddRange(RowsBySensor.Split(probe, sketch, whole.Length == 1, table, stop) ?? [table.ToSensor()]);
        }

        string[] parts = [.. found.Where(f => !f.IsWhole).Select(f => f.Place.Length > 0 ? f.Place : "one without a name")];
        if (parts.Length > 0) sensors[0] = sensors[0] with { Left = $"Left out: {TextForPeople.Show(string.Join(", ", parts), 200)}, without all three axes of acceleration and angular rate." };
        return sensors;
    }

    private static List<ImportedSensor> Declared(ImportProbe probe, string text, ImportOptions options)
    {
        (HeaderLine header, List<(string Place, int Time, int[] Axes, double[] Signs)> told) = DeclaredColumns.Find(probe, text);
        var sketch = TableSketch.Of(probe, header);
        return [.. told.Select(t => new CsvSensor(probe, sketch, options) { Place = t.Place, Accel = t.Axes[..3], Gyro = t.Axes[3..], Signs = t.Signs, Time = t.Time, By = "--columns" }.ToSensor())];
    }

    private static RecordingFormatException Unnamed(ImportProbe probe) => Unreadable.Of(probe) ?? new RecordingFormatException(
        probe.Path, $"no header names its columns: give --columns {string.Join(',', DeclaredColumns.Keys.Select(k => k + "=…"))} (names, or numbers from 1)");
}
