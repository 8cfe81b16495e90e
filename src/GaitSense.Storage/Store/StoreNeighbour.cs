using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>
/// Tables of another part of the program in the store's own database: the accounts of a server. They have a context, migrations and a history of their own; in PostgreSQL a schema of
/// their own too, which a restore of the store leaves alone.
/// </summary>
public static class StoreNeighbour
{
    /// <summary>Whether a store is a SQLite file; otherwise it is in PostgreSQL.</summary>
    public static bool IsSqlite(StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return location.Path is not null;
    }

    /// <summary>How a context reaches the database of a store, with the store's settings.</summary>
    /// <param name="options">Receives it.</param>
    /// <param name="location">The store, which has been opened: its database is there.</param>
    /// <param name="history">The table of the context's own migrations; begins with <c>__EF</c>.</param>
    /// <param name="schema">The schema in PostgreSQL.</param>
    public static void Configure(DbContextOptionsBuilder options, StoreLocation location, string history, string schema)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(location);
        if (location.Path is { } path)
        {
            string connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 30 }.ConnectionString;
            options.UseSqlite(connection, sqlite => sqlite.MigrationsHistoryTable(history)).AddInterceptors(SqliteSettings.Instance);
        }
        else
        {
            options.UseNpgsql(location.Connection, npgsql => npgsql.MigrationsHistoryTable(history, schema));
        }
    }
}
