using System.Text;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;
using GaitSense.Recording.Text;
using GaitSense.Recording.Units;

namespace GaitSense.Recording.Export;

/// <summary>
/// Writes a plain recording as a BIDS data set (BIDS 1.9, motion: https://bids-specification.readthedocs.io/en/stable/modality-specific-files/motion.html). Each
/// foot is a tracking system with its own times (LATENCY) and samples. Numbers keep all their digits, so that reading it back gives the recording again.
/// The person is a label and nothing else.
/// </summary>
public static class BidsExport
{
    private static readonly string[] ChannelColumns = ["name", "component", "type", "tracked_point", "units", "reference_frame"];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a data set.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="folder">Where it goes; nothing that is there is written over.</param>
    /// <param name="options">Labels and events.</param>
    /// <param name="progress">Called with the share that is done, 0 to 1; null: none.</param>
    /// <param name="stop">Ends it; nothing is left behind.</param>
    /// <exception cref="RecordingFormatException">The recording cannot be read whole, or a file is in the way.</exception>
    /// <exception cref="UnitSlipException">Its numbers are in other units than its format says.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static ExportResult Write(PlainRecording recording, string folder, BidsExportOptions options, Action<double>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(options);
        if (!BidsExportOptions.IsLabel(options.Participant) || !BidsExportOptions.IsLabel(options.Task))
            throw new ArgumentException("A label has letters and digits only.", nameof(options));
        var names = new BidsNames(options.Participant, options.Task);
        new OutputRule([recording.Folder]).CheckFree(folder, [BidsNames.Description, BidsNames.Participants, BidsNames.Readme, names.Subject]);
        var run = new Run(recording, names, options);
        using var target = new ExportFolder(folder);
        try
        {
            run.Write(target, progress, stop);
            target.Complete();
        }
        finally
        {
            run.Dispose();
        }

        return new ExportResult(folder, run.Files, run.Samples, run.Notes);
    }

    private static PendingFile Text(string folder, string name, string text)
    {
        var file = new PendingFile(folder, name);
        try
        {
            file.Write(Utf8.GetBytes(text));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>One data set while it is written: all files take their names together at the end, the description last.</summary>
    private sealed class Run(PlainRecording recording, BidsNames names, BidsExportOptions options) : IDisposable
    {
        private readonly List<(Action Complete, IDisposable File)> _open = [];

        public List<string> Files { get; } = [];

        public List<string> Notes { get; } = [];

        public long Samples { get; private set; }

        public void Write(ExportFolder target, Action<double>? progress, CancellationToken stop)
        {
            PlainRecordingInfo info = recording.Info;
            string motion = target.Sub(names.Folder), subject = target.Sub(names.Subject);
            var events = BidsEvents.Of(recording, options, Notes);
            long[] bytes = [.. info.Sensors.Select(s => new FileInfo(recording.PathOf(s)).Length)];
            long before = 0;
            for (int i = 0; i < info.Sensors.Count; i++)
            {
                PlainSensor sensor = info.Sensors[i];
                long done = before, own = bytes[i];
                GapMeter samples = Motion(motion, sensor, share => progress?.Invoke((done + (share * own)) / Math.Max(1, bytes.Sum())), stop);
                before += own;
                Add(names.Folder, names.Of(sensor.Foot, "motion.json"), name => BidsMetadata.Json(motion, name, json => BidsMetadata.Motion(json, info, sensor, names, samples)));
                Table(motion, names.Folder, names.Of(sensor.Foot, "channels.tsv"), ChannelColumns, t => BidsMetadata.ChannelRows(t, sensor.Foot));
                Add(names.Folder, names.Of(sensor.Foot, "channels.json"), name => BidsMetadata.Json(motion, name, json => BidsMetadata.Channels(json, info, sensor)));
                if (!events.Has(sensor.Foot)) continue;
                Table(motion, names.Folder, names.Of(sensor.Foot, "events.tsv"), BidsEvents.Columns, t => events.Rows(t, sensor.Foot));
                Add(names.Folder, names.Of(sensor.Foot, "events.json"), name => BidsMetadata.Json(motion, name, events.Describe));
            }

            // Latencies that compare have one onset. When that was is not known and not told: any day before 1925 says so (BIDS, "Units").
            string onset = info.Sensors.Count > 1 && info.Clock == RecordingClock.Shared ? "1900-01-01T00:00:00.000000" : "n/a";
            Table(subject, names.Subject, names.Scans, ["filename", "acq_time"], t =>
            {
                foreach (PlainSensor sensor in info.Sensors) t.Text("motion/" + names.Of(sensor.Foot, "motion.tsv")).Text(onset).EndRow();
            });
            if (info.Description is not null) Notes.Add("The recording's description goes along (TaskDescription): see that it names nobody.");
            Add("", BidsNames.Participants, name => Text(target.Path, name, $"participant_id\n{names.Subject}\n"));
            Add("", BidsNames.Readme, name => Text(target.Path, name, Readme(info)));
            Add("", BidsNames.Description, name => BidsMetadata.Json(target.Path, name, json => BidsMetadata.DataSet(json, info, options)));
            foreach ((Action complete, _) in _open) complete();
        }

        public void Dispose()
        {
            foreach ((_, IDisposable file) in _open) file.Dispose();
        }

        private GapMeter Motion(string folder, PlainSensor sensor, Action<double> progress, CancellationToken stop)
        {
            string name = names.Of(sensor.Foot, "motion.tsv"), path = recording.PathOf(sensor);
            var table = new TableWriter(folder, name, [], separator: '\t', missing: "n/a");
            Keep(names.Folder, name, table.Complete, table);
            using SampleReader reader = recording.OpenSensor(sensor);
            var units = new UnitCheck(path);
            var block = new ImuSample[1024];
            GapMeter? meter = null;
            for (int n; (n = reader.Read(block)) > 0;)
            {
                stop.ThrowIfCancellationRequested();
                meter ??= new GapMeter(GapMeter.PeriodOf(block.AsSpan(0, n).ToArray()));
                foreach (ref readonly ImuSample sample in block.AsSpan(0, n))
                {
                    meter.Push(in sample);
                    table.Time(sample.Time).Vector(sample.AccelMps2, 5, exact: true).Vector(sample.GyroRadPerS, 6, exact: true).EndRow();
                }

                units.Push(block.AsSpan(0, n));
                units.ThrowIfSlipped();
                progress(reader.Fraction);
            }

            units.Complete();
            units.ThrowIfSlipped();
            foreach (RecordingWarning warning in reader.Warnings)
            {
                if (warning.IsDamage) throw new RecordingFormatException(warning.Path, warning.Line ?? 1, warning.Message + "; only whole files are exported");
                Notes.Add(warning.ToString());
            }

            meter ??= new GapMeter(0);
            Samples += meter.Samples;
            Notes.Add($"{(sensor.Foot == Foot.Left ? "Left" : "Right")}: {meter.Sentence()}");
            return meter;
        }

        private void Table(string folder, string shown, string name, string[] columns, Action<TableWriter> rows)
        {
            var table = new TableWriter(folder, name, columns, separator: '\t', missing: "n/a");
            Keep(shown, name, table.Complete, table);
            rows(table);
        }

        private void Add(string shown, string name, Func<string, PendingFile> write)
        {
            PendingFile file = write(name);
            Keep(shown, name, file.Complete, file);
        }

        private void Keep(string shown, string name, Action complete, IDisposable file)
        {
            _open.Add((complete, file));
            Files.Add(shown.Length == 0 ? name : $"{shown}/{name}");
        }

        private static string Readme(PlainRecordingInfo info)
        {
            string clock = info.Sensors.Count < 2 ? "" : info.Clock == RecordingClock.Shared
                ? " The latencies of both feet count from one onset and compare (acq_time is the same; its date is not the real one)."
                : " Each foot's latencies are those of its own clock and do not compare.";
            string origin = info.IsSimulated ? "Nobody walked this: the samples were simulated.\n\n" : "";
            return origin + $"""
                Walking, recorded with motion sensors worn on the {string.Join(" and the ", info.Sensors.Select(s => Words.Of(s.Foot)))} foot: specific force (with gravity) and angular
                rate in the sensors' own axes.{clock} Lost samples are left out:
                the LATENCY channel shows the gaps. "{BidsNames.OwnKey}" in _channels.json holds what BIDS has no word for.

                """.ReplaceLineEndings("\n");
        }
    }
}
