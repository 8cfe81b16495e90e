using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GaitSense.Storage;

/// <summary>A store in a schema of its own in a PostgreSQL database.</summary>
/// <param name="location">Where it is.</param>
internal sealed class PostgresDatabase(StoreLocation location) : StoreDatabase
{
    // "gait" and "audit" in hexadecimal letters: the number by which all programs wait for each other at the audit.
    private const long AuditLock = 0x6761_6974_61;

    private const string CopyStart = StoreContext.Schema + "_before_";

    /// <inheritdoc/>
    public override DbContextOptions<StoreContext> Options { get; } = new DbContextOptionsBuilder<StoreContext>()
        .UseNpgsql(location.Connection, npgsql => npgsql.MigrationsAssembly("GaitSense.Storage.Postgres").MigrationsHistoryTable("__EFMigrationsHistory", StoreContext.Schema))
        .Options;

    /// <inheritdoc/>
    public override string Name => location.Name;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Rules { get; } =
    [
        Trigger("plan_in_use", "plans", "UPDATE", $"IF EXISTS (SELECT 1 FROM {StoreContext.Schema}.sessions WHERE plan_id = OLD.id) THEN RAISE EXCEPTION '{StoreRules.PlanInUse}'; END IF; RETURN NEW;"),
        Trigger("audit_stays", "audit", "UPDATE OR DELETE", $"RAISE EXCEPTION '{StoreRules.AuditStays}';"),
        // The owner's own rights, too: an edit then needs a GRANT, which the server's log shows, before it meets the trigger.
        $"REVOKE UPDATE, DELETE, TRUNCATE ON {StoreContext.Schema}.audit FROM PUBLIC, CURRENT_USER;",
    ];

    /// <inheritdoc/>
    public override async Task<bool> ExistsAsync(CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await ConnectAsync(cancellation);
        await using NpgsqlCommand command = new($"SELECT to_regclass('{StoreContext.Schema}.\"__EFMigrationsHistory\"') IS NOT NULL", connection);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <inheritdoc/>
    public override Task CreateAsync(CancellationToken cancellation) => RunAsync($"CREATE SCHEMA IF NOT EXISTS {StoreContext.Schema}", cancellation);

    /// <inheritdoc/>
    public override Task CheckAsync(bool isThorough, CancellationToken cancellation) => Task.CompletedTask; // the server checks its own pages

    /// <inheritdoc/>
    public override async Task<string?> KeepBeforeAsync(string name, CancellationToken cancellation)
    {
        string copy = CopyStart + name.ToLowerInvariant();
        await RunAsync(
            $"""
            DO $do$ DECLARE t text; BEGIN
              DROP SCHEMA IF EXISTS "{copy}" CASCADE;
              CREATE SCHEMA "{copy}";
              FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = '{StoreContext.Schema}' LOOP
                EXECUTE format('CREATE TABLE "{copy}".%I AS TABLE {StoreContext.Schema}.%I', t, t);
              END LOOP;
            END $do$
            """,
            cancellation);
        return $"{Name}, schema {copy}";
    }

    /// <inheritdoc/>
    public override Task RemoveCopiesAsync(CancellationToken cancellation) => RunAsync(
        $"""
        DO $do$ DECLARE s text; BEGIN
          FOR s IN SELECT nspname FROM pg_namespace WHERE nspname LIKE '{CopyStart.Replace("_", @"\_", StringComparison.Ordinal)}%' LOOP
            EXECUTE format('DROP SCHEMA %I CASCADE', s);
          END LOOP;
        END $do$
        """,
        cancellation);

    /// <summary>Puts the store's tables aside, under another name in the same database, and begins anew.</summary>
    /// <param name="name">What the copy is named by.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Where they are.</returns>
    public async Task<string> PutAsideAsync(string name, CancellationToken cancellation)
    {
        string copy = CopyStart + name.ToLowerInvariant();
        await RunAsync($"ALTER SCHEMA {StoreContext.Schema} RENAME TO \"{copy}\"", cancellation);
        return $"{Name}, schema {copy}";
    }

    /// <inheritdoc/>
    public override ValueTask<IDisposable?> EnterAsync(CancellationToken cancellation) => ValueTask.FromResult<IDisposable?>(null); // the server orders its writers

    /// <inheritdoc/>
    public override Task LockAuditAsync(StoreContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AuditLock})", cancellation);

    /// <inheritdoc/>
    public override async Task ScrubAsync(CancellationToken cancellation)
    {
        foreach (string table in StoreModel.Tables.Where(t => t.Key != typeof(AuditEntry)).Select(t => t.Value)) await RunAsync($"VACUUM (FULL) {StoreContext.Schema}.{table}", cancellation);
    }

    /// <inheritdoc/>
    public override StoreException? Explain(Exception e)
    {
        for (Exception? at = e; at is not null; at = at.InnerException)
        {
            if (at is PostgresException postgres)
                return postgres.SqlState switch
                {
                    PostgresErrorCodes.UniqueViolation => new StoreException(StoreFailure.Conflict, "the store has another with that id or code", e),
                    PostgresErrorCodes.ForeignKeyViolation => new StoreException(StoreFailure.Refused, "what it refers to is not in the store, or something refers to it", e),
                    PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation => new StoreException(StoreFailure.Refused, "a rule of the store forbids it: a value is missing or out of its range", e),
                    PostgresErrorCodes.RaiseException => new StoreException(StoreFailure.Refused, StoreRules.All.FirstOrDefault(r => postgres.MessageText.Contains(r, StringComparison.Ordinal)) ?? "a rule of the store forbids it", e),
                    PostgresErrorCodes.InsufficientPrivilege => new StoreException(StoreFailure.Refused, $"{Name}: this account of the database has no right to do that", e),
                    PostgresErrorCodes.DiskFull => new StoreException(StoreFailure.Full, $"{Name}: the server's disk is full, and nothing of this was kept: make room", e),
                    PostgresErrorCodes.InvalidCatalogName => new StoreException(StoreFailure.NotFound, $"{Name}: there is no such database on the server: make it (createdb), or check the connection string", e),
                    PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new StoreException(StoreFailure.Unavailable, $"{Name}: the server refuses the user or the password", e),
                    _ => new StoreException(StoreFailure.Unavailable, $"{Name}: the server refused it ({postgres.SqlState})", e),
                };
            if (at is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException) return new StoreException(StoreFailure.Unavailable, $"{Name}: the server cannot be reached: check that it runs, and the connection string", e);
        }

        return null;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        using NpgsqlConnection pool = new(location.Connection);
        NpgsqlConnection.ClearPool(pool);
        return ValueTask.CompletedTask;
    }

    private static string Trigger(string name, string table, string when, string body) =>
        $"""
        CREATE OR REPLACE FUNCTION {StoreContext.Schema}.{name}() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN {body} END $body$;
        DROP TRIGGER IF EXISTS {name} ON {StoreContext.Schema}.{table};
        CREATE TRIGGER {name} BEFORE {when} ON {StoreContext.Schema}.{table} FOR EACH ROW EXECUTE FUNCTION {StoreContext.Schema}.{name}();
        """;

    private async Task RunAsync(string sql, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await ConnectAsync(cancellation);
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        NpgsqlConnection connection = new(location.Connection);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch (Exception e)
        {
            await connection.DisposeAsync();
            throw Explain(e) ?? e;
        }
    }
}
