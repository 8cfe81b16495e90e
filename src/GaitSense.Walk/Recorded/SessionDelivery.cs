using GaitSense.Analysis.Cues;
using GaitSense.Feedback.Sound;
using GaitSense.Recording;
using GaitSense.Recording.Session;

namespace GaitSense.Walk;

/// <summary>What became of the cues of a recorded walk as sound, from the rows of <see cref="CueDelivery.Name"/> in its session file.</summary>
public static class SessionDelivery
{
    /// <summary>Counts them; null where the walk had no sound, or nothing of it was recorded.</summary>
    /// <exception cref="RecordingFormatException">The file cannot be read.</exception>
    public static CueDelivered? Of(SessionSource session)
    {
        ArgumentNullException.ThrowIfNull(session);
        using SessionRowReader rows = new(session.Path);
        byte[][] fates = [.. CueDelivery.Fates<VoiceFate>().Select(System.Text.Encoding.UTF8.GetBytes)];
        long[] counts = new long[fates.Length];
        while (rows.TryRead(out string table, out ReadOnlySpan<byte> row))
        {
            if (!string.Equals(table, CueDelivery.Name, StringComparison.Ordinal)) continue;
            ReadOnlySpan<byte> line = row.Trim("\r\n "u8);
            int output = line.LastIndexOf((byte)',');
            if (output < 0 || !line[(output + 1)..].SequenceEqual("sound"u8)) continue; // a motor's
            ReadOnlySpan<byte> fate = line[..output];
            fate = fate[(fate.LastIndexOf((byte)',') + 1)..];
            for (int i = 0; i < fates.Length; i++)
                if (fate.SequenceEqual(fates[i])) counts[i]++;
        }

        return counts.Sum() == 0 ? null : new CueDelivered
        {
            Device = null,
            Begun = counts[(int)VoiceFate.Begun],
            Missed = counts[(int)VoiceFate.Missed],
            NotPlaced = counts[(int)VoiceFate.Crowded] + counts[(int)VoiceFate.NotPlaced] + counts[(int)VoiceFate.NotTaken],
            Underruns = null,
            Failure = null,
        };
    }
}
