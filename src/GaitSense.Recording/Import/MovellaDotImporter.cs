using GaitSense.Recording.Import.Tables;

namespace GaitSense.Recording.Import;

/// <summary>
/// Movella (Xsens) DOT CSV: the app's export, one file for each sensor, and the server's, which holds all sensors by their address. Header-driven;
/// acceleration in m/s², angular rate in °/s, time in whole microseconds that begin again at 2^32 (after 71.6 minutes). Logs of the PC tools count in ticks of 100 µs; a file's own
/// steps tell which, because a DOT measures at nine rates, 120 Hz at most. Sensors whose files say <c>SyncStatus: Synced</c> share the clock of the first one.
/// </summary>
internal sealed class MovellaDotImporter : IRecordingImporter
{
    private const long Wrap = 1L << 32;
    private const int MaxSensors = 16;

    /// <inheritdoc/>
    public string Id => "movella-dot";

    /// <inheritdoc/>
    public string Name => "Movella (Xsens) DOT CSV";

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => App(probe) is not null || Server(probe) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop) => [.. files.SelectMany(f => OfFile(f, options, stop))];

    // MT Manager writes the same names for rad/s; its files begin with // or hold matrices and q0: those are XsensMtwImporter's.
    private static HeaderLine? App(ImportProbe probe)
    {
        HeaderLine? header = HeaderLine.With(probe, "PacketCounter", "SampleTimeFine") ?? HeaderLine.With(probe, "SampleTimeFine", "Acc_X", "Gyr_X");
        return header is null || XsensMtwImporter.IsItsHeader(probe, header) ? null : header;
    }

    private static HeaderLine? Server(ImportProbe probe)
    {
        HeaderLine? header = HeaderLine.With(probe, "Timestamp", "Address");
        return header is { } h && (h.Of("q_w") >= 0 || h.Of("quat_w") >= 0 || Array.Exists(h.Names, n => n.Contains("acc", StringComparison.OrdinalIgnoreCase) || n.StartsWith("euler", StringComparison.OrdinalIgnoreCase)))
            ? header : null;
    }

    private static IEnumerable<ImportedSensor> OfFile(ImportProbe probe, ImportOptions options, CancellationToken stop)
    {
        HeaderLine? app = App(probe);
        HeaderLine header = app ?? Server(probe)!;
        int[]? accel = Axes(header, HeaderKind.Accel), gyro = Axes(header, HeaderKind.Gyro);
        if (accel is null || gyro is null) throw Incomplete(probe, header);
        DotTime time = app is null ? DotTime.Micros : DotTime.Of(probe, header, options);
        TableLayout layout = new TableLayout
        {
            Separator = header.Separator,
            Time = new TimeRule(header.Of(app is null ? "Timestamp" : "SampleTimeFine"), time.TickUs, Wrap),
            Accel = accel,
            Gyro = gyro,
            GyroScale = TableLayout.Same(ImportUnits.DegreeRadPerS),
            Names = header.Names,
        }.After(probe, header.Line + 1);
        return app is not null ? [Sensor(probe, layout, Stated(probe, header, "DeviceTag"), time.Words) with { Timeline = Synced(probe, header) }] : ByAddress(probe, layout, header.Of("Address"), stop);
    }

    private static IEnumerable<ImportedSensor> ByAddress(ImportProbe probe, TableLayout layout, int column, CancellationToken stop)
    {
        var addresses = new List<string>();
        using (var rows = new TableRows(probe.Path, layout with { Only = (column, "") }))
        {
            while (rows.NextText(column) is { } address)
            {
                stop.ThrowIfCancellationRequested();
                if (addresses.Contains(address, StringComparer.OrdinalIgnoreCase)) continue;
                addresses.Add(address);
                if (addresses.Count > MaxSensors) throw new RecordingFormatException(probe.Path, rows.Line, "more than 16 sensors are in one file: is the column Address what it says?");
            }
        }

        return addresses.Select(address => Sensor(probe, layout with { Only = (column, address) }, address, DotTime.Micros.Words));
    }

    private static ImportedSensor Sensor(ImportProbe probe, TableLayout layout, string? name, string time) => new(probe.Path, () =>
    {
        var rows = new TableRows(probe.Path, layout);
        rows.Notes.Add($"Units: acceleration in m/s², angular rate in °/s, {time}, as a DOT writes them.");
        return rows;
    })
    {
        Name = name,
        HasStatedUnits = true,
    };

    // Synced sensors count in the clock of the one they were synchronised with.
    private static string? Synced(ImportProbe probe, HeaderLine header) =>
        Stated(probe, header, "SyncStatus") is { } status && status.Equals("Synced", StringComparison.OrdinalIgnoreCase) ? "SyncStatus: Synced" : null;

    private static string? Stated(ImportProbe probe, HeaderLine header, string what)
    {
        for (int line = 0; line < header.Line; line++)
        {
            string[] fields = probe.Fields(line, header.Separator);
            if (fields.Length > 1 && fields[0].StartsWith(what, StringComparison.OrdinalIgnoreCase) && fields[1].Length > 0) return fields[1];
        }

        return null;
    }

    private static int[]? Axes(HeaderLine header, HeaderKind kind)
    {
        int[] columns = [-1, -1, -1];
        for (int i = 0; i < header.Names.Length; i++)
            if (HeaderGuess.Of(header.Names[i]) is { Axis: >= 0 } guess && guess.Kind == kind) columns[guess.Axis] = i;
        return columns.Contains(-1) ? null : columns;
    }

    private static RecordingFormatException Incomplete(ImportProbe probe, HeaderLine header)
    {
        string has = header.Of("dv[1]") >= 0 ? "turns and changes of speed (dq, dv)"
            : Array.Exists(header.Names, n => n.StartsWith("FreeAcc", StringComparison.OrdinalIgnoreCase)) ? "acceleration without gravity (FreeAcc)"
            : "orientation";
        return new(probe.Path, header.Line + 1, $"holds {has}, not acceleration and angular rate: record in a mode with Acc_X and Gyr_X (Rate quantities, or Custom mode 5)");
    }
}
