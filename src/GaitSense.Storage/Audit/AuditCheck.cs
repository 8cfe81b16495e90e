namespace GaitSense.Storage;

/// <summary>Holds the audit against itself and against what was told of it elsewhere.</summary>
internal static class AuditCheck
{
    /// <summary>Looks through lines in their order.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="known">What was told elsewhere.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<AuditReport> RunAsync(IAsyncEnumerable<AuditEntry> lines, IEnumerable<AuditAnchor> known, CancellationToken cancellation)
    {
        ILookup<long, AuditAnchor> anchors = known.Where(k => k.Seq > 0).ToLookup(k => k.Seq);
        long count = 0;
        string hash = AuditEntry.FirstHash;
        AuditReport? fault = null;
        await foreach (AuditEntry line in lines.WithCancellation(cancellation))
        {
            count++;
            // The words first: an altered line does not fit the one before it, either, when that hash was altered.
            if (!string.Equals(line.ComputeHash(), line.Hash, StringComparison.Ordinal)) fault ??= new AuditReport(AuditState.Altered, 0, line.Seq);
            if (line.Seq != count || !string.Equals(line.PreviousHash, hash, StringComparison.Ordinal)) fault ??= new AuditReport(AuditState.Broken, 0, line.Seq);
            if (fault is null && anchors[line.Seq].Any(a => !string.Equals(a.Hash, line.Hash, StringComparison.Ordinal))) fault = new AuditReport(AuditState.Remade, 0, line.Seq);
            hash = line.Hash;
        }

        if (fault is null && anchors.Any(a => a.Key > count)) fault = new AuditReport(AuditState.CutOff, 0, count);
        return (fault ?? new AuditReport(AuditState.Whole, 0, Seq: null)) with { Lines = count };
    }
}
