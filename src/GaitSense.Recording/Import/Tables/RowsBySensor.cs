using System.Globalization;

namespace GaitSense.Recording.Import.Tables;

/// <summary>Tables with the rows of several sensors below each other, told apart by a column: <c>sensor</c>, <c>foot</c>, <c>location</c>.</summary>
internal static class RowsBySensor
{
    private const int MaxSensors = 32;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
        { "sensor", "sensorid", "sensorname", "imu", "foot", "side", "location", "placement", "position", "device", "deviceid", "devicename", "node", "address", "segment", "bodypart", "body", "id", "name", "mac", "limb", "serial" };

    /// <summary>The sensors of such a table; null where it holds one.</summary>
    /// <param name="probe">The file.</param>
    /// <param name="sketch">The table.</param>
    /// <param name="isOnly">Whether the header names the columns of one sensor only.</param>
    /// <param name="sensor">Its columns.</param>
    /// <param name="stop">Ends it.</param>
    public static List<ImportedSensor>? Split(ImportProbe probe, TableSketch sketch, bool isOnly, CsvSensor sensor, CancellationToken stop)
    {
        if (!isOnly || Column(sketch) is not { } column) return null;
        var names = new List<string>();
        TableLayout all = sketch.Layout(new TimeRule(-1, 1), [], []) with { Only = (column, "") };
        using (var rows = new TableRows(probe.Path, all))
        {
            while (rows.NextText(column) is { } name)
            {
                stop.ThrowIfCancellationRequested();
                if (name.Length == 0 || string.Equals(name, sketch.Header.Names[column], StringComparison.OrdinalIgnoreCase) || names.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
                names.Add(name);
                if (names.Count > MaxSensors) return null;
            }
        }

        return names.Count == 0 ? null : [.. names.Select(n => sensor.ToSensor((column, n)))];
    }

    private static int? Column(TableSketch sketch)
    {
        for (int i = 0; i < sketch.Header.Names.Length; i++)
        {
            string name = string.Concat(sketch.Header.Names[i].Where(char.IsLetterOrDigit)).ToLowerInvariant();
            string[] values = [.. sketch.Rows.Select(r => TableSketch.Text(r, i)).Where(v => v.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxSensors + 1)];
            if (values.Length is 0 or > MaxSensors) continue;
            bool areFeet = Array.TrueForAll(values, v => FootHint.Of(v) is not null && !double.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
            if (areFeet || (Words.Contains(name) && values.Length > 1)) return i;
        }

        return null;
    }
}
