using System.Globalization;
using GaitSense.Recording.Export;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import;

/// <summary>
/// BIDS-motion: <c>_motion.tsv</c> without a header (one that is there all the same is passed over), its columns described row by row in <c>_channels.tsv</c> (type ACCEL, GYRO or ANGVEL, LATENCY; tracked_point; units) and its
/// rate in <c>_motion.json</c>. Each tracked point with both quantities is a sensor; all of one file share the clock of the tracking system.
/// </summary>
internal sealed class BidsMotionImporter : IRecordingImporter
{
    /// <summary>How the files with the samples end.</summary>
    public const string MotionEnd = "_motion.tsv";

    private const string ChannelsEnd = "_channels.tsv";

    /// <inheritdoc/>
    public string Id => "bids-motion";

    /// <inheritdoc/>
    public string Name => "BIDS-motion";

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => IsChannels(probe) || ((IsNumbers(probe, 0) || IsNumbers(probe, 1)) && Sidecar(probe.Path, MotionEnd, ChannelsEnd) is { } channels
        && File.Exists(channels) && IsChannels(ImportProbe.Read(channels)));

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop)
    {
        var sensors = new List<ImportedSensor>();
        foreach (string motion in files.Select(f => IsChannels(f) ? Sidecar(f.Path, ChannelsEnd, MotionEnd) ?? f.Path : f.Path).Distinct(StringComparer.Ordinal))
        {
            if (Sidecar(motion, MotionEnd, ChannelsEnd) is not { } channels) throw new RecordingFormatException(motion, "describes channels, but is not named …_channels.tsv beside a …_motion.tsv: give the _motion.tsv");
            if (!File.Exists(motion)) throw new RecordingFormatException(motion, "is not there, though its channels are described");
            sensors.AddRange(OfFile(motion, ImportProbe.Read(channels), options));
        }

        return sensors;
    }

    private static bool IsChannels(ImportProbe probe) =>
        HeaderLine.With(probe, "name", "component", "type", "tracked_point", "units") is { Line: 0, Separator: '\t' };

    private static bool IsNumbers(ImportProbe probe, int line) => probe.Lines.Count > line
        && probe.Fields(line, '\t') is { Length: >= 6 } fields
        && Array.TrueForAll(fields, f => f is "n/a" || double.TryParse(f, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static string? Sidecar(string path, string end, string other) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? path[..^end.Length] + other : null;

    private static IEnumerable<ImportedSensor> OfFile(string motion, ImportProbe channels, ImportOptions options)
    {
        if (!IsChannels(channels)) throw new RecordingFormatException(channels.Path, "describes no channels: its first line should name name, component, type, tracked_point and units");
        HeaderLine header = HeaderLine.With(channels, "name", "component", "type", "tracked_point", "units")!;
        var rows = new List<string[]>();
        for (int line = 1; line < channels.Lines.Count && channels.Lines[line].Length > 0; line++)
        {
            string[] fields = channels.Fields(line, '\t');
            if (fields.Length < header.Names.Length) throw new RecordingFormatException(channels.Path, line + 1, FormattableString.Invariant($"the row has {fields.Length} fields, the header {header.Names.Length}"));
            rows.Add(fields);
        }

        int type = header.Of("type"), component = header.Of("component"), point = header.Of("tracked_point"), units = header.Of("units");
        int latency = rows.FindIndex(r => r[type].Equals("LATENCY", StringComparison.OrdinalIgnoreCase));
        BidsSidecars beside = BidsSidecars.Beside(motion);
        double? rateHz = options.RateHz ?? beside.RateHz;
        if (latency < 0 && rateHz is null) throw new RecordingFormatException(motion, "has no LATENCY channel, and its _motion.json states no SamplingFrequency: give --rate HZ");
        TimeRule time = latency >= 0 ? new TimeRule(latency, Unit(latency, ImportUnits.Time)) : TimeRule.Even(rateHz!.Value);
        var motionProbe = ImportProbe.Read(motion);
        int before = IsNumbers(motionProbe, 0) || !IsNumbers(motionProbe, 1) ? 0 : 1;
        foreach (IGrouping<string, int> of in Enumerable.Range(0, rows.Count).GroupBy(i => rows[i][point], StringComparer.Ordinal))
        {
            int[]? accel = Axes(of, "ACCEL"), gyro = Axes(of, "GYRO") ?? Axes(of, "ANGVEL");
            if (accel is null || gyro is null) continue;
            TableLayout layout = new TableLayout
            {
                Separator = '\t',
                Time = time,
                Accel = accel,
                Gyro = gyro,
                AccelScale = [.. accel.Select(c => Unit(c, ImportUnits.Acceleration))],
                GyroScale = [.. gyro.Select(c => Unit(c, ImportUnits.AngularRate))],
                Names = [.. rows.Select(r => r[header.Of("name")])],
            }.After(motionProbe, before);
            PlainSensor? stated = beside.Recording?.Sensors.FirstOrDefault(p => FootHint.Of(of.Key) == p.Foot);
            string said = $"Units: {rows[accel[0]][units]} and {rows[gyro[0]][units]}, as _channels.tsv says; time by {(latency >= 0 ? "the LATENCY channel" : FormattableString.Invariant($"rows at {rateHz!.Value:0.###} Hz, without gaps"))}.";
            yield return new ImportedSensor(motion, () =>
            {
                var samples = new TableRows(motion, layout);
                samples.Notes.Add(said);
                if (before > 0) samples.Notes.Add("Line 1 names the columns, which BIDS has in _channels.tsv alone: it was passed over.");
                return samples;
            })
            {
                Name = of.Key,
                Foot = stated?.Foot,
                Timeline = stated is null ? motion : beside.Recording!.Clock == RecordingClock.Shared ? Set(motion) : null,
                Recording = stated is null ? null : beside.Recording,
                IsSi = Array.TrueForAll([.. layout.AccelScale, .. layout.GyroScale], scale => scale == 1),
                KeepsTimes = latency >= 0,
                HasStatedUnits = true,
                IsEven = latency < 0,
            };
        }

        int[]? Axes(IEnumerable<int> channelsOfPoint, string wanted)
        {
            int[] columns = [-1, -1, -1];
            foreach (int i in channelsOfPoint)
            {
                if (!rows[i][type].Equals(wanted, StringComparison.OrdinalIgnoreCase)) continue;
                int axis = rows[i][component].ToLowerInvariant() switch { "x" => 0, "y" => 1, "z" => 2, _ => -1 };
                if (axis >= 0) columns[axis] = i;
            }

            return columns.Contains(-1) ? null : columns;
        }

        double Unit(int column, Func<string, double?> known) => known(rows[column][units]) ?? throw new RecordingFormatException(
            channels.Path, column + 2, $"{TextForPeople.Quote(rows[column][units])} is no unit that is known for {TextForPeople.Show(rows[column][type], 20)}", "units");
    }

    // What the files of one recording have in common, before the tracking system's label.
    private static string Set(string motion) =>
        motion.LastIndexOf(BidsNames.SystemWord, StringComparison.Ordinal) is > 0 and var at ? motion[..at] : motion;
}
