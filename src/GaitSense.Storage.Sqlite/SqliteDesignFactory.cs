using Microsoft.EntityFrameworkCore.Design;

namespace GaitSense.Storage.Sqlite;

/// <summary>The model for dotnet-ef, which compares it with the migrations; no database is reached.</summary>
public sealed class SqliteDesignFactory : IDesignTimeDbContextFactory<StoreContext>
{
    /// <inheritdoc/>
    public StoreContext CreateDbContext(string[] args) => StoreDesign.Sqlite();
}
