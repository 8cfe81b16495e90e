using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>The audit of a store: who did what when, each line chained to the one before.</summary>
public sealed class StoredAudit
{
    private readonly StoreCore _core;
    private readonly Actor _actor;

    internal StoredAudit(StoreCore core, Actor actor) => (_core, _actor) = (core, actor);

    /// <summary>The last line, whose hash stands for all before it; null: there is none.</summary>
    public Task<AuditEntry?> LastAsync(CancellationToken cancellation = default) =>
        _core.ReadAsync(_actor, db => db.Set<AuditEntry>().OrderByDescending(a => a.Seq).FirstOrDefaultAsync(cancellation));

    /// <summary>Lines from a number on.</summary>
    /// <param name="afterSeq">The lines after this number; 0: from the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<IReadOnlyList<AuditEntry>> ListAsync(long afterSeq = 0, int limit = 1000, CancellationToken cancellation = default) => _core.ReadAsync<IReadOnlyList<AuditEntry>>(_actor, async db =>
        await db.Set<AuditEntry>().Where(a => a.Seq > afterSeq).OrderBy(a => a.Seq).Take(limit).ToListAsync(cancellation));

    /// <summary>The last line of a verb about one thing; null: there is none.</summary>
    /// <param name="verb">What was done.</param>
    /// <param name="start">How <see cref="AuditEntry.What"/> begins: an id.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AuditEntry?> FindLastAsync(string verb, string start, CancellationToken cancellation = default) => _core.ReadAsync(_actor, db =>
        db.Set<AuditEntry>().Where(a => a.Verb == verb && a.What.StartsWith(start)).OrderByDescending(a => a.Seq).FirstOrDefaultAsync(cancellation));

    /// <summary>Looks whether the audit is as it was written.</summary>
    /// <param name="known">What backups and reports tell of it: without it, an audit that was made anew as a whole, or cut off at its end, cannot be told from another.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AuditReport> VerifyAsync(IEnumerable<AuditAnchor>? known = null, CancellationToken cancellation = default) =>
        _core.ReadAsync(_actor, db => AuditCheck.RunAsync(db.Set<AuditEntry>().OrderBy(a => a.Seq).AsAsyncEnumerable(), known ?? [], cancellation));

    /// <summary>Adds a line about something that changes no row: an export, a report, a sign-in.</summary>
    /// <param name="verb">What was done.</param>
    /// <param name="personId">To whom; null: to nobody.</param>
    /// <param name="what">An id, a hash, a rule; never a word about a person.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task AddAsync(string verb, Guid? personId = null, string what = "", CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(verb);
        ArgumentNullException.ThrowIfNull(what);
        return _core.WriteAsync(_actor, async work => work.Record(verb, personId is { } id ? await work.SubjectAsync(id, cancellation) : null, what), cancellation);
    }
}
