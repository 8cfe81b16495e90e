using GaitSense.Training.People;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>What is done in one transaction, and its lines of the audit.</summary>
internal sealed class StoreWork(StoreContext db, Actor actor, StoreOptions options)
{
    private readonly List<(string Verb, Guid? Subject, string What)> _lines = [];

    /// <summary>The rows.</summary>
    public StoreContext Db => db;

    /// <summary>Who does it.</summary>
    public Actor Actor => actor;

    /// <summary>How the store was opened.</summary>
    public StoreOptions Options => options;

    /// <summary>Now, as it is kept.</summary>
    public DateTimeOffset Now { get; } = Microseconds.Kept(options.Clock.GetUtcNow());

    /// <summary>Adds a line to the audit, kept if all of this is.</summary>
    /// <param name="verb">What was done.</param>
    /// <param name="subject">The random id of the person, from <see cref="SubjectAsync"/>; null: nobody.</param>
    /// <param name="what">An id, a hash, a rule; never a word about a person.</param>
    public void Record(string verb, Guid? subject = null, string what = "") => _lines.Add((verb, subject, what));

    /// <summary>The random id that the audit knows a person by.</summary>
    /// <exception cref="StoreException">There is no such person in this scope.</exception>
    public async Task<Guid> SubjectAsync(Guid personId, CancellationToken cancellation)
    {
        Guid? subject = await db.Set<Person>().Where(p => p.Id == personId).Select(p => (Guid?)EF.Property<Guid>(p, StoreModel.AuditId)).FirstOrDefaultAsync(cancellation);
        return subject ?? throw new StoreException(StoreFailure.NotFound, "the person is not in the store");
    }

    /// <summary>Writes everything, the audit's lines last.</summary>
    public async Task SaveAsync(StoreDatabase database, CancellationToken cancellation)
    {
        if (_lines.Count > 0)
        {
            await database.LockAuditAsync(db, cancellation);
            var last = await db.Set<AuditEntry>().OrderByDescending(a => a.Seq).Select(a => new { a.Seq, a.Hash }).FirstOrDefaultAsync(cancellation);
            (long seq, string hash) = (last?.Seq ?? 0, last?.Hash ?? AuditEntry.FirstHash);
            foreach ((string verb, Guid? subject, string what) in _lines)
            {
                AuditEntry line = new() { Seq = ++seq, At = Now, Account = actor.Account, Verb = verb, Subject = subject, What = what, PreviousHash = hash, Hash = "" };
                line = line with { Hash = hash = line.ComputeHash() };
                db.Add(line);
            }
        }

        await db.SaveChangesAsync(cancellation);
    }
}
