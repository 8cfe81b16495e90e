using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GaitSense.Storage;

/// <summary>Copies all rows of a database into another of the same model, whichever of the two kinds each is.</summary>
internal static class StoreCopy
{
    private const int RowsAtOnce = 500;

    /// <summary>Copies as of one moment.</summary>
    /// <param name="from">Where from; others go on writing.</param>
    /// <param name="to">Where to: migrated, without rows.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task RunAsync(StoreDatabase from, StoreDatabase to, CancellationToken cancellation)
    {
        await using StoreContext source = from.Open(PersonScope.Everyone);
        await using StoreContext target = to.Open(PersonScope.Everyone);
        // One picture of all tables.
        await using var reading = await source.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        await using var writing = await target.Database.BeginTransactionAsync(cancellation);
        foreach (IEntityType entity in Ordered(source.Model.GetEntityTypes()))
            await (Task)typeof(StoreCopy).GetMethod(nameof(CopyAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(entity.ClrType).Invoke(obj: null, [source, target, entity, cancellation])!;
        await writing.CommitAsync(cancellation);
    }

    // What is referred to comes first.
    private static List<IEntityType> Ordered(IEnumerable<IEntityType> entities)
    {
        List<IEntityType> ordered = [];
        void Add(IEntityType entity)
        {
            if (ordered.Contains(entity)) return;
            foreach (IForeignKey key in entity.GetForeignKeys().Where(k => k.PrincipalEntityType != entity)) Add(key.PrincipalEntityType);
            ordered.Add(entity);
        }

        foreach (IEntityType entity in entities.OrderBy(e => e.Name, StringComparer.Ordinal)) Add(entity);
        return ordered;
    }

    private static async Task CopyAsync<T>(StoreContext source, StoreContext target, IEntityType entity, CancellationToken cancellation)
        where T : class
    {
        string[] shadows = [.. entity.GetProperties().Where(p => p.IsShadowProperty()).Select(p => p.Name)];
        int rows = 0;
        // Tracked, for columns that no member has are known to what tracks alone.
        await foreach (T row in source.Set<T>().IgnoreQueryFilters().AsTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            EntityEntry<T> read = source.Entry(row), written = target.Entry(row);
            foreach (string shadow in shadows) written.Property(shadow).CurrentValue = read.Property(shadow).CurrentValue;
            written.State = EntityState.Added;
            if (++rows % RowsAtOnce != 0) continue;
            await target.SaveChangesAsync(cancellation);
            target.ChangeTracker.Clear();
            source.ChangeTracker.Clear();
        }

        await target.SaveChangesAsync(cancellation);
        target.ChangeTracker.Clear();
        source.ChangeTracker.Clear();
    }
}
