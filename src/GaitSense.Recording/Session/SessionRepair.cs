using System.Security.Cryptography;

namespace GaitSense.Recording;

/// <summary>Makes a mended copy of a damaged session: all that is whole, and nothing else.</summary>
public static class SessionRepair
{
    private const int BlockBytes = 64 * 1024;

    /// <summary>Copies what is whole. The original is only read.</summary>
    /// <param name="sessionFile">The session file.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="outFolder">Folder of the copy; must hold no session.</param>
    /// <returns>How many records were copied, and what was damaged.</returns>
    /// <exception cref="RecordingFormatException">It cannot be read.</exception>
    /// <exception cref="RecordingWriteException">The copy cannot be written, or there is a session already.</exception>
    public static (long Records, IReadOnlyList<SessionDamage> Damage) Mend(string sessionFile, SessionManifest manifest, string outFolder)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        using SessionFileReader reader = SessionFileReader.Open(sessionFile);
        try
        {
            Directory.CreateDirectory(outFolder);
            byte[] json = manifest.ToJson();
            using var writer = new SessionFileWriter(Path.Combine(outFolder, SessionFolder.SessionFile), BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));
            File.WriteAllBytes(Path.Combine(outFolder, SessionFolder.ManifestFile), json);
            long records = 0;
            while (reader.TryRead(out SessionRecord record))
            {
                // The manifest comes first, from wherever it was whole.
                if (records++ == 0) writer.Write(SessionRecordKind.Manifest, record.Time, json);
                if (record.Kind != SessionRecordKind.Manifest) writer.Write(record.Kind, record.Time, record.Body);
                if (writer.WaitingBytes > BlockBytes) writer.Flush();
            }

            writer.Flush();
            return (records, reader.Damage);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(outFolder, e);
        }
    }
}
