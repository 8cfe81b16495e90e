using GaitSense.Recording.Import.Tables;

namespace GaitSense.Recording.Import;

/// <summary>
/// Xsens MTw (Awinda) text from MT Manager: lines that begin with //, then a table of tabs or commas. Acceleration in m/s², angular rate in rad/s; time by
/// SampleTimeFine (units of 100 µs) where it is filled, else by PacketCounter and the update rate.
/// </summary>
internal sealed class XsensMtwImporter : IRecordingImporter
{
    /// <inheritdoc/>
    public string Id => "xsens-mtw";

    /// <inheritdoc/>
    public string Name => "Xsens MTw text";

    /// <summary>Whether a header of Xsens' names is MT Manager's rather than a DOT's.</summary>
    public static bool IsItsHeader(ImportProbe probe, HeaderLine header) =>
        header.Of("PacketCounter") >= 0
        && (Enumerable.Range(0, header.Line).Any(i => probe.Lines[i].StartsWith("//", StringComparison.Ordinal))
            || Array.Exists(header.Names, n => n is "Quat_q0" or "ori_q0" or "OriInc_q0" or "VelInc_X" or "Mat[1][1]" or "Roll" or "UTC_Nano"));

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => Header(probe) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop) => [.. files.Select(f => OfFile(f, options))];

    private static HeaderLine? Header(ImportProbe probe) =>
        HeaderLine.With(probe, "PacketCounter") is { } header && IsItsHeader(probe, header) ? header : null;

    private static ImportedSensor OfFile(ImportProbe probe, ImportOptions options)
    {
        HeaderLine header = Header(probe)!;
        int[]? accel = header.Axes("Acc_*"), gyro = header.Axes("Gyr_*");
        if (accel is null || gyro is null)
            throw new RecordingFormatException(probe.Path, header.Line + 1, "holds no Acc_X to Gyr_Z: export inertial data (acceleration and rate of turn) from MT Manager");
        string[] first = probe.Fields(header.Line + 1, header.Separator);
        int fine = header.Of("SampleTimeFine"), counter = header.Of("PacketCounter");
        bool hasFine = fine >= 0 && fine < first.Length && first[fine].Length > 0 && !string.Equals(first[fine], "NaN", StringComparison.OrdinalIgnoreCase);
        double? rateHz = options.RateHz ?? Rate(probe, header.Line);
        if (!hasFine && rateHz is null)
            throw new RecordingFormatException(probe.Path, "states neither times (SampleTimeFine is empty) nor an update rate: give --rate HZ");
        TableLayout layout = new TableLayout
        {
            Separator = header.Separator,
            Time = hasFine ? new TimeRule(fine, 100, 1L << 32) : new TimeRule(counter, 1e6 / rateHz!.Value, 1L << 16),
            Accel = accel,
            Gyro = gyro,
            Names = header.Names,
        }.After(probe, header.Line + 1);
        string time = hasFine ? "SampleTimeFine (100 µs)"
            : FormattableString.Invariant($"PacketCounter at {rateHz!.Value:0.###} Hz ({(options.RateHz is null ? "the file's update rate" : "--rate")}); lost packets are gaps");
        return new ImportedSensor(probe.Path, () =>
        {
            var rows = new TableRows(probe.Path, layout);
            rows.Notes.Add($"Units: acceleration in m/s², angular rate in rad/s, as MT Manager writes them; time by {time}.");
            return rows;
        })
        {
            Name = Stated(probe, header.Line, "DeviceId"),
            HasStatedUnits = true,
            IsEven = !hasFine && options.RateHz is not null,
            // One station drives all its sensors' counters, so those that begin with the same packet are of one recording.
            Timeline = counter < first.Length && first[counter].Length > 0 ? $"packet {first[counter]}" : null,
        };
    }

    private static double? Rate(ImportProbe probe, int lines)
    {
        string? text = Stated(probe, lines, "Update Rate")?.Replace("Hz", "", StringComparison.OrdinalIgnoreCase);
        return double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double rate) && rate is > 0 and < 1e5 ? rate : null;
    }

    private static string? Stated(ImportProbe probe, int lines, string what)
    {
        for (int i = 0; i < lines; i++)
        {
            string line = probe.Lines[i].TrimStart('/', ' ');
            if (line.StartsWith(what + ":", StringComparison.OrdinalIgnoreCase) && line[(what.Length + 1)..].Trim() is { Length: > 0 } said) return said;
        }

        return null;
    }
}
