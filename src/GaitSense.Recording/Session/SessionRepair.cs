using System.Security.Cryptography;
using GaitSense.Core;
using GaitSense.Recording.Files;

namespace GaitSense.Recording.Session;

/// <summary>Makes a mended copy of a damaged session: all that is whole, and what was lost as sentences of its manifest. The copy is closed, so that what is cut off it later shows.</summary>
public static class SessionRepair
{
    private const int BlockBytes = 64 * 1024;

    /// <summary>Copies what is whole. The original is only read.</summary>
    /// <param name="sessionFile">The session file.</param>
    /// <param name="manifest">Its manifest, with what was lost (<see cref="SessionManifest.Losses"/>).</param>
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
            HostTime last = new(manifest.StartedHostUs);
            while (reader.TryRead(out SessionRecord record))
            {
                // The manifest comes first, from wherever it was whole.
                if (records++ == 0)
                {
                    writer.Write(SessionRecordKind.Manifest, record.Time, json);
                    if (reader.HasHole) WriteOpening(writer, manifest.Opening);
                }

                if (record.Kind is not (SessionRecordKind.Manifest or SessionRecordKind.Closed)) writer.Write(record.Kind, record.Time, record.Body);
                if (record.Time > last) last = record.Time;
                if (writer.WaitingBytes > BlockBytes) writer.Flush();
            }

            if (records == 0) writer.Write(SessionRecordKind.Manifest, last, json);
            writer.WriteEnd(last);
            writer.Flush();
            WholeFile.Write(Path.Combine(outFolder, SessionFolder.ManifestFile), (Beside(sessionFile, manifest) with { FileHeader = writer.FileHeader }).ToJson());
            writer.Rename(SessionFolder.SessionFile);
            return (records, reader.Damage);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(outFolder, e);
        }
    }

    // The first block is lost, and with it how the connections were opened.
    private static void WriteOpening(SessionFileWriter writer, byte[]? opening)
    {
        int at = 0;
        long lastUs = 0;
        while (SessionOpening.TryRead(opening, ref at, ref lastUs, out SessionRecord record)) writer.Write(record.Kind, record.Time, record.Body);
    }

    // The manifest beside a recording says more: when it ended, what was marked.
    private static SessionManifest Beside(string sessionFile, SessionManifest manifest) =>
        SessionManifests.TryBeside(sessionFile) is { } beside && beside.StartedUtc == manifest.StartedUtc ? beside with { Losses = manifest.Losses } : manifest;
}
