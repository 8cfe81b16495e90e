using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;

namespace GaitSense.Sessions.Tests;

/// <summary>A session file whose blocks are whole and whose records are not what they were: bits changed, cut, doubled, left out, of another kind or time.</summary>
internal static class ChangedRecords
{
    /// <summary>Copies the first records of a session with changes.</summary>
    /// <returns>How many records were changed.</returns>
    public static int Write(string from, string to, Random random)
    {
        int changed = 0, copied = 0;
        double share = random.NextDouble() * random.NextDouble();
        using SessionFileReader reader = SessionFileReader.Open(from);
        using var writer = new SessionFileWriter(new FolderStore(Path.GetDirectoryName(to)!).Create(Path.GetFileName(to), isLive: true), (uint)random.Next());
        writer.Rename(Path.GetFileName(to));
        while (copied++ < 1500 && reader.TryRead(out SessionRecord record))
        {
            bool change = random.NextDouble() < share && (record.Kind != SessionRecordKind.Manifest || random.Next(4) == 0);
            if (!change)
            {
                writer.Write(record.Kind, record.Time, record.Body);
                continue;
            }

            changed++;
            byte[] body = record.Body.ToArray();
            (byte kind, long us) = (record.Kind, record.Time.Microseconds);
            switch (random.Next(7))
            {
                case 0 when body.Length > 0:
                    for (int i = random.Next(1, 5); i > 0; i--) body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    body = body[..random.Next(body.Length + 1)];
                    break;
                case 2:
                    body = [.. body, .. Enumerable.Range(0, random.Next(1, 600)).Select(_ => (byte)random.Next(256))];
                    break;
                case 3:
                    kind = (byte)random.Next(256);
                    break;
                case 4:
                    us += random.NextInt64(-100_000_000, 100_000_000);
                    break;
                case 5:
                    us = random.NextInt64(long.MinValue, long.MaxValue);
                    break;
                default:
                    writer.Write(kind, record.Time, body);
                    break;
            }

            if (random.Next(10) > 0) writer.Write(kind, new HostTime(us), body);
        }

        return changed;
    }
}
