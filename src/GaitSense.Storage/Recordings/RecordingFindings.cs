namespace GaitSense.Storage;

/// <summary>What a look at the kept recordings finds.</summary>
/// <param name="Kept">How many are kept.</param>
/// <param name="Orphans">Hashes of files that the database does not know: a writer was cut off before its row was kept. They may be removed.</param>
/// <param name="Missing">Hashes of recordings whose file is not there.</param>
/// <param name="Altered">Hashes of recordings whose file has other bytes.</param>
public sealed record RecordingFindings(int Kept, IReadOnlyList<string> Orphans, IReadOnlyList<string> Missing, IReadOnlyList<string> Altered)
{
    /// <summary>All is as it should be.</summary>
    public bool IsWhole => Orphans.Count + Missing.Count + Altered.Count == 0;
}
