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
            var store = new FolderStore(outFolder);
            if (store.Exists(SessionFolder.SessionFile)) throw new IOException("there is a session already");
            byte[] json = manifest.ToJson();
            using var writer = new SessionFileWriter(store.Create(SessionFolder.SessionFile, isLive: true), BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));
            long records = 0;
            while (reader.TryRead(out SessionRecord record))
            {
                // The manifest comes first, from wherever it was whole.
                if (records++ == 0) writer.Write(SessionRecordKind.Manifest, record.Time, json);
                if (record.Kind != SessionRecordKind.Manifest) writer.Write(record.Kind, record.Time, record.Body);
                if (writer.WaitingBytes > BlockBytes) writer.Flush();
            }

            writer.Flush();
            WholeFile.Write(Path.Combine(outFolder, SessionFolder.ManifestFile), json);
            writer.Rename(SessionFolder.SessionFile);
            return (records, reader.Damage);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(outFolder, e);
        }
    }
}
