using Microsoft.EntityFrameworkCore.Storage;

namespace GaitSense.Storage;

/// <summary>How a store reads and writes: each write is one transaction with its lines of the audit, whole or not at all.</summary>
internal sealed class StoreCore(StoreDatabase database, StoreLocation location, StoreOptions options)
{
    /// <summary>The database.</summary>
    public StoreDatabase Database => database;

    /// <summary>Where the store is.</summary>
    public StoreLocation Location => location;

    /// <summary>How it was opened.</summary>
    public StoreOptions Options => options;

    /// <summary>The recordings beside the database.</summary>
    public RecordingPlace Recordings { get; } = new(Path.Combine(location.Folder, "recordings"));

    /// <summary>Who its people are.</summary>
    public IdentityFile Identities { get; } = new(Path.Combine(location.Folder, StoreFiles.Identities));

    /// <summary>Who was deleted.</summary>
    public TombstoneFile Tombstones { get; } = new(Path.Combine(location.Folder, StoreFiles.Tombstones));

    /// <summary>Reads, beside whoever else reads or writes.</summary>
    public async Task<T> ReadAsync<T>(Actor actor, Func<StoreContext, Task<T>> read)
    {
        try
        {
            await using StoreContext db = database.Open(actor.Scope);
            return await read(db);
        }
        catch (Exception e) when (database.Explains(e))
        {
            throw database.Explain(e)!;
        }
    }

    /// <summary>Writes in one transaction. When this has ended, the rows are on the disk.</summary>
    public async Task<T> WriteAsync<T>(Actor actor, Func<StoreWork, Task<T>> write, CancellationToken cancellation)
    {
        try
        {
            using IDisposable? turn = await database.EnterAsync(cancellation);
            await using StoreContext db = database.Open(actor.Scope);
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
            StoreWork work = new(db, actor, options);
            T result = await write(work);
            await work.SaveAsync(database, cancellation);
            await transaction.CommitAsync(CancellationToken.None); // who is told that it was stopped would not know whether it was
            return result;
        }
        catch (Exception e) when (database.Explains(e))
        {
            throw database.Explain(e)!;
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Actor actor, Func<StoreWork, Task> write, CancellationToken cancellation) => WriteAsync(
        actor,
        async work =>
        {
            await write(work);
            return true;
        },
        cancellation);
}
