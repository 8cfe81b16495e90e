using System.Globalization;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Plain;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>Makes a plain recording of a session.</summary>
public static class SessionExport
{
    /// <summary>Writes all samples of a session as they came out of the alignment of the clocks; without the person.</summary>
    /// <param name="source">The session.</param>
    /// <param name="folder">Folder of the plain recording; must not hold one.</param>
    /// <param name="cancellationToken">Ends it; what was written is discarded.</param>
    /// <exception cref="RecordingWriteException">It cannot be written.</exception>
    public static async Task ToPlainAsync(SessionSource source, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        using PlainRecordingWriter writer = new(folder, new PlainRecordingInfo
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"Recorded over Bluetooth with GaitSense {source.Manifest.Software}; times are those of the sensors, aligned with each other."),
            StartedAt = source.StartedAt,
            // What says that nobody walked comes first, where it is looked for.
            Source = string.Join("; ", source.Manifest.Source is { } from ? [from, .. source.Assumptions] : source.Assumptions),
            Clock = source.Walk.SharedClock || source.Feet.Count == 1 ? RecordingClock.Shared : RecordingClock.Separate,
            Sensors = [.. source.Manifest.Sensors.OrderBy(s => s.Foot).Select(s => new PlainSensor(
                s.Foot, $"{Words.Of(s.Foot)}.csv", s.RateHz ?? 100, s.Foot == Foot.Left ? source.Walk.Left.Mounting : source.Walk.Right.Mounting))],
        });
        await foreach (SampleBlock block in source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            using (block)
            {
                foreach (Core.FootedSample sample in block.Samples) writer.Write(sample.Foot, sample.Sample);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        writer.SetLosses(source.Losses);
        writer.Complete();
    }
}
