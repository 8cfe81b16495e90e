using System.Globalization;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import;

/// <summary>Writes the chosen sensors as a plain recording, sample by sample, and says what was assumed.</summary>
internal static class ImportWriter
{
    // Two loggers of one walk are started within an hour of each other; beyond that the dates say nothing about the feet.
    private const double MaxApartS = 3600;

    /// <summary>Writes them. Refused or stopped, it leaves no folder behind that was not there.</summary>
    /// <exception cref="RecordingFormatException">A file is not what its format says, or its numbers are in other units.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static ImportResult Write(string format, FootChoice choice, string folder, ImportOptions options, Action<double>? progress, OutputNote? note, CancellationToken stop)
    {
        var sides = new List<ImportSide>();
        string? made = NewFolders.TopOf(folder);
        bool isDone = false;
        try
        {
            if (choice.Left is { } left) sides.Add(new ImportSide(Foot.Left, left, options));
            if (choice.Right is { } right) sides.Add(new ImportSide(Foot.Right, right, options));
            ImportResult result = Write(format, choice, sides, folder, options, progress, note, stop);
            isDone = true;
            return result;
        }
        finally
        {
            foreach (ImportSide side in sides) side.Dispose();
            if (!isDone) NewFolders.Remove(folder, made);
        }
    }

    private static ImportResult Write(string format, FootChoice choice, List<ImportSide> sides, string folder, ImportOptions options, Action<double>? progress, OutputNote? note, CancellationToken stop)
    {
        var notes = new List<string>(choice.Why);
        if (options.Settings is { } settings) notes.Insert(0, $"Settings: {settings} says how these files are read.");
        RecordingClock clock = Clock(sides, options, notes);
        bool keepsTimes = sides.TrueForAll(s => s.Sensor.KeepsTimes);
        long? origin = keepsTimes ? 0 : Origin(sides, clock);
        DateTimeOffset? started = sides.TrueForAll(s => s.IsEpoch) ? DateTimeOffset.UnixEpoch.AddMicroseconds(origin ?? sides.Min(s => s.FirstUs)) : sides[0].Sensor.StartedAt;
        var info = new PlainRecordingInfo
        {
            Clock = clock,
            Description = $"Imported from {format}.",
            StartedAt = started,
            Participant = options.Participant,
            Visit = options.Visit,
            Group = options.Group,
            Sensors = [.. sides.Select(s => new PlainSensor(s.Foot, Words.Of(s.Foot) + ".csv", s.RateHz, s.Mounting))],
        };
        if (sides.TrueForAll(s => s.Sensor.Recording is not null))
        {
            PlainRecordingInfo stated = sides[0].Sensor.Recording!;
            info = info with { Description = stated.Description, Source = stated.Source, Licence = stated.Licence, StartedAt = stated.StartedAt, Losses = stated.Losses };
        }

        // Where one foot's file says that nobody walked, nobody walked with the other foot either.
        if (sides.Select(s => s.Sensor.Recording).FirstOrDefault(r => r is { IsSimulated: true }) is { } simulated) info = info with { Source = simulated.Source };

        using (var writer = new PlainRecordingWriter(folder, info) { KeepsDigits = sides.TrueForAll(s => s.Sensor.IsSi), Note = note })
        {
            for (int i = 0; i < sides.Count; i++)
            {
                int done = i;
                sides[i].WriteTo(writer, origin ?? sides[i].FirstUs, share => progress?.Invoke((done + share) / sides.Count), stop);
            }

            notes.Add(TimeNote(sides, keepsTimes, origin, info.StartedAt));
            notes.Add(sides.TrueForAll(s => s.Mounting is not null) ? "Axes: as the sensor has them; how it sits on the foot stands in the file."
                : "Axes: as the sensor has them; how it sits on the foot is unknown and is learned from the signal.");
            foreach (ImportSide side in sides) notes.AddRange(side.Sentences());
            foreach (string left in sides.Select(s => s.Sensor.Left).OfType<string>().Distinct(StringComparer.Ordinal)) notes.Add(left);
            // Files bring their own words into some of them.
            notes = notes.ConvertAll(n => TextForPeople.Show(n, 700));
            writer.SetAssumptions(notes);
            writer.Complete();
        }

        return new ImportResult(folder, format, clock, [.. sides.Select(s => s.Foot)], sides.Sum(s => s.Samples), notes);
    }

    // The time that becomes 0 for both feet; null: each foot's own first sample, because nothing relates the two.
    private static long? Origin(List<ImportSide> sides, RecordingClock clock)
    {
        bool relates = clock == RecordingClock.Shared || (sides.TrueForAll(s => s.IsEpoch) && Math.Abs(sides[0].FirstUs - sides[^1].FirstUs) < MaxApartS * 1e6);
        return relates ? sides.Min(s => s.FirstUs) : null;
    }

    private static string TimeNote(List<ImportSide> sides, bool keepsTimes, long? origin, DateTimeOffset? started)
    {
        if (keepsTimes) return "Time: as in the file, from the beginning of its recording.";
        string when = started is { } at ? string.Create(CultureInfo.InvariantCulture, $", {at:yyyy-MM-dd HH:mm:ss.fff} by the sensor's clock") : "";
        if (sides.Count == 1) return $"Time: starts at 0 with the first sample{when}.";
        long apartUs = Math.Abs(sides[0].FirstUs - sides[^1].FirstUs);
        return apartUs == 0 ? $"Time: starts at 0 with the first sample of both feet{when}." : origin is null ? $"Time: starts at 0 with each foot's first sample{when}."
            : string.Create(CultureInfo.InvariantCulture, $"Time: starts at 0 with the first sample of both feet{when}; the {Words.Of(sides.MaxBy(s => s.FirstUs)!.Foot)} foot's begins {apartUs / 1e6:0.000} s later.");
    }

    private static RecordingClock Clock(List<ImportSide> sides, ImportOptions options, List<string> notes)
    {
        if (sides.Count < 2) return RecordingClock.Shared;
        if (options.Clock is { } said)
        {
            notes.Add($"Clock: {(said == RecordingClock.Shared ? "shared by the feet" : "each foot has its own")}, as said.");
            return said;
        }

        if (sides[0].Sensor.Timeline is { } timeline && string.Equals(timeline, sides[1].Sensor.Timeline, StringComparison.Ordinal))
        {
            notes.Add($"Clock: shared by the feet, as the files show ({TextForPeople.Show(timeline, 60)}).");
            return RecordingClock.Shared;
        }

        bool isOneDay = sides.TrueForAll(s => s.IsEpoch) && Math.Abs(sides[0].FirstUs - sides[1].FirstUs) < MaxApartS * 1e6;
        notes.Add("Clock: nothing shows that the feet share one, so no step times and no double support (--clock shared says that they were synchronised)."
            + (isOneDay ? " Both feet's times count from 1970 and lie together: if one device wrote them, or both were set by it, they are on one clock." : ""));
        return RecordingClock.Separate;
    }
}
