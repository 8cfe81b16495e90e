using GaitSense.Core;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>What differs between the databases a store can be in.</summary>
internal abstract class StoreDatabase : IAsyncDisposable
{
    /// <summary>How a unit of work reaches the database.</summary>
    public abstract DbContextOptions<StoreContext> Options { get; }

    /// <summary>The database for a line that people read.</summary>
    public abstract string Name { get; }

    /// <summary>Whether there is one.</summary>
    public abstract Task<bool> ExistsAsync(CancellationToken cancellation);

    /// <summary>Makes an empty database where there is none.</summary>
    public abstract Task CreateAsync(CancellationToken cancellation);

    /// <summary>Brings a database that is there into the mode that writers need.</summary>
    public virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Looks whether the database is whole.</summary>
    /// <param name="isThorough">All of it, indexes against tables too; otherwise what is quick.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StoreException">It is not.</exception>
    public abstract Task CheckAsync(bool isThorough, CancellationToken cancellation);

    /// <summary>Whether a database that is there is another program's: it has tables, and nothing of a store.</summary>
    public virtual Task<bool> IsOthersAsync(CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Keeps the database as it is before its tables are changed.</summary>
    /// <param name="name">What the copy is named by.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Where it is kept; null: the database's own backups have to serve.</returns>
    public abstract Task<string?> KeepBeforeAsync(string name, CancellationToken cancellation);

    /// <summary>Takes copies away that were kept from before a migration or a restore: a person who is deleted is in them, too.</summary>
    public abstract Task RemoveCopiesAsync(CancellationToken cancellation);

    /// <summary>The rules that the database itself holds up, as statements that may be repeated after each change of its tables.</summary>
    public abstract IReadOnlyList<string> Rules { get; }

    /// <summary>Waits until this is the one that writes; what comes back ends that.</summary>
    public abstract ValueTask<IDisposable?> EnterAsync(CancellationToken cancellation);

    /// <summary>Within a transaction: nobody else adds to the audit until its end.</summary>
    public abstract Task LockAuditAsync(StoreContext db, CancellationToken cancellation);

    /// <summary>Takes the bytes of rows that were deleted out of the database's files.</summary>
    public abstract Task ScrubAsync(CancellationToken cancellation);

    /// <summary>The failure behind what the database threw, for a person; null: none that it knows.</summary>
    public abstract StoreException? Explain(Exception e);

    /// <summary>Whether <see cref="Explain"/> has words for an exception that is not in words already.</summary>
    public bool Explains(Exception e) => e is not GaitSenseException && Explain(e) is not null;

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>A unit of work.</summary>
    public StoreContext Open(PersonScope scope) => new(Options, scope);
}
