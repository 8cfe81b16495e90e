using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GaitSense.Storage;

/// <summary>
/// What SQLite must be told for each connection: a row is on the disk when its transaction has ended (FULL), deleted bytes are overwritten, and another program that
/// writes is waited for by SQLite itself, which asks again after milliseconds (the library above it would sleep for 150).
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA busy_timeout = 20000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;";

    public static SqliteSettings Instance { get; } = new();

    /// <summary>Tells a connection that was opened.</summary>
    public static void Apply(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }
}
