using System.Collections.Concurrent;
using GaitSense.Recording.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>A store in one SQLite file: many readers, one writer in the process at a time.</summary>
internal sealed class SqliteDatabase : StoreDatabase
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    private readonly string _path;
    private readonly string _connection;
    private readonly SemaphoreSlim? _gate;

    /// <summary>Names the file; nothing is opened.</summary>
    /// <param name="path">The file, in full.</param>
    /// <param name="oneWriter">Writers of this process wait for each other here, not in SQLite, which wakes whoever asks first.</param>
    public SqliteDatabase(string path, bool oneWriter = true)
    {
        _path = path;
        _gate = oneWriter ? Gates.GetOrAdd(path, _ => new SemaphoreSlim(1)) : null;
        _connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 30 }.ConnectionString;
        Options = new DbContextOptionsBuilder<StoreContext>()
            .UseSqlite(_connection, sqlite => sqlite.MigrationsAssembly("GaitSense.Storage.Sqlite"))
            .AddInterceptors(SqliteSettings.Instance)
            .Options;
    }

    /// <inheritdoc/>
    public override DbContextOptions<StoreContext> Options { get; }

    /// <inheritdoc/>
    public override string Name => _path;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Rules { get; } =
    [
        Trigger("plan_in_use", "UPDATE ON plans WHEN EXISTS (SELECT 1 FROM sessions WHERE plan_id = OLD.id)", StoreRules.PlanInUse),
        Trigger("audit_no_update", "UPDATE ON audit", StoreRules.AuditStays),
        Trigger("audit_no_delete", "DELETE ON audit", StoreRules.AuditStays),
    ];

    /// <inheritdoc/>
    public override Task<bool> ExistsAsync(CancellationToken cancellation) => Task.FromResult(File.Exists(_path) && new FileInfo(_path).Length > 0);

    /// <inheritdoc/>
    public override async Task CreateAsync(CancellationToken cancellation)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(_path) ?? "");
        // The log and the index of it take the file's own permissions.
        if (!File.Exists(_path)) await PrivateFiles.Create(_path).DisposeAsync();
        await PrepareAsync(cancellation);
    }

    /// <inheritdoc/>
    public override Task PrepareAsync(CancellationToken cancellation) => RunAsync("PRAGMA journal_mode = WAL", cancellation); // a copy that was put in its place has none

    /// <inheritdoc/>
    public override async Task CheckAsync(bool isThorough, CancellationToken cancellation)
    {
        object? said;
        try
        {
            said = await RunAsync(isThorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)", cancellation);
        }
        catch (SqliteException e)
        {
            throw Explain(e) ?? new StoreException(StoreFailure.Unavailable, $"{_path}: cannot be opened: {e.Message}", e);
        }

        if (said is not "ok") throw Damaged(cause: null);
    }

    /// <inheritdoc/>
    public override async Task<bool> IsOthersAsync(CancellationToken cancellation) => await RunAsync(
        """
        SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' AND substr(name, 1, 4) <> '__EF')
           AND NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory')
        """,
        cancellation) is 1L;

    /// <inheritdoc/>
    public override async Task<string?> KeepBeforeAsync(string name, CancellationToken cancellation)
    {
        string copy = _path + StoreFiles.Before + name;
        await CopyAsync(copy, cancellation);
        return copy;
    }

    /// <inheritdoc/>
    public override Task RemoveCopiesAsync(CancellationToken cancellation)
    {
        string folder = Path.GetDirectoryName(_path)!;
        foreach (string copy in Directory.GetFiles(folder, Path.GetFileName(_path) + StoreFiles.Before + "*")) WholeFile.Delete(copy);
        foreach (string copy in Directory.GetDirectories(folder, Path.GetFileNameWithoutExtension(_path) + ".files" + StoreFiles.Before + "*")) Directory.Delete(copy, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Copies the database as it is at one moment, while others go on writing.</summary>
    /// <param name="copy">The file that is made, or made anew.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task CopyAsync(string copy, CancellationToken cancellation)
    {
        string pending = copy + ".tmp";
        WholeFile.Delete(pending);
        await PrivateFiles.Create(pending).DisposeAsync();
        await using (SqliteConnection from = await ConnectAsync(cancellation))
        {
            await using SqliteConnection to = new(new SqliteConnectionStringBuilder { DataSource = pending, Pooling = false }.ConnectionString);
            await to.OpenAsync(cancellation);
            from.BackupDatabase(to);
            // One file, without a log beside it.
            await using SqliteCommand whole = to.CreateCommand();
            whole.CommandText = "PRAGMA journal_mode = DELETE";
            await whole.ExecuteScalarAsync(cancellation);
        }

        WholeFile.Take(pending, copy);
    }

    /// <summary>Leaves one file, without a log beside it, and no connection.</summary>
    public async Task CloseAsOneFileAsync(CancellationToken cancellation)
    {
        await DisposeAsync();
        await RunAsync("PRAGMA journal_mode = DELETE", cancellation);
        await DisposeAsync();
    }

    /// <inheritdoc/>
    public override async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellation)
    {
        if (_gate is null) return null;
        await _gate.WaitAsync(cancellation);
        return new Turn(_gate);
    }

    /// <inheritdoc/>
    public override Task LockAuditAsync(StoreContext db, CancellationToken cancellation) => Task.CompletedTask; // the transaction has the file

    /// <inheritdoc/>
    public override async Task ScrubAsync(CancellationToken cancellation)
    {
        using IDisposable? turn = await EnterAsync(cancellation);
        // Overwritten already (secure_delete); this takes what stayed behind in pages that were split and joined, and all of the log.
        await RunAsync("VACUUM", cancellation);
        await RunAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }

    /// <inheritdoc/>
    public override StoreException? Explain(Exception e)
    {
        for (Exception? at = e; at is not null; at = at.InnerException)
            if (at is SqliteException sqlite)
                return sqlite.SqliteErrorCode switch
                {
                    SQLitePCL.raw.SQLITE_FULL => new StoreException(StoreFailure.Full, $"{_path}: the disk is full, and nothing of this was kept: make room", e),
                    SQLitePCL.raw.SQLITE_NOTADB => new StoreException(StoreFailure.Damaged, $"{_path}: is no database of gaitsense: check --store; a store that was damaged at its beginning comes back from a backup (gaitsense restore FILE --force keeps this file aside)", e),
                    SQLitePCL.raw.SQLITE_CORRUPT => Damaged(e),
                    SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new StoreException(StoreFailure.InUse, $"{_path}: another program writes in it: try again", e),
                    SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => new StoreException(StoreFailure.Unavailable, $"{_path}: cannot be opened or written: check its permissions", e),
                    SQLitePCL.raw.SQLITE_IOERR => new StoreException(StoreFailure.Unavailable, $"{_path}: the drive does not keep it: check the drive and its room", e),
                    SQLitePCL.raw.SQLITE_CONSTRAINT => Constraint(sqlite, e),
                    _ => null,
                };
        return null;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        using SqliteConnection pool = new(_connection);
        SqliteConnection.ClearPool(pool);
        return ValueTask.CompletedTask;
    }

    /// <summary>An open connection with this store's settings.</summary>
    internal async Task<SqliteConnection> ConnectAsync(CancellationToken cancellation)
    {
        SqliteConnection connection = new(_connection);
        try
        {
            await connection.OpenAsync(cancellation);
            SqliteSettings.Apply(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string Trigger(string name, string when, string words) =>
        $"DROP TRIGGER IF EXISTS {name}; CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{words}'); END;";

    private static StoreException Constraint(SqliteException sqlite, Exception e) => sqlite.SqliteExtendedErrorCode switch
    {
        SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY => new StoreException(StoreFailure.Conflict, "the store has another with that id or code", e),
        SQLitePCL.raw.SQLITE_CONSTRAINT_FOREIGNKEY => new StoreException(StoreFailure.Refused, "what it refers to is not in the store, or something refers to it", e),
        SQLitePCL.raw.SQLITE_CONSTRAINT_TRIGGER => new StoreException(StoreFailure.Refused, StoreRules.All.FirstOrDefault(r => sqlite.Message.Contains(r, StringComparison.Ordinal)) ?? "a rule of the store forbids it", e),
        _ => new StoreException(StoreFailure.Refused, "a rule of the store forbids it: a value is missing or out of its range", e),
    };

    private StoreException Damaged(Exception? cause) =>
        new(StoreFailure.Damaged, $"{_path}: the database is damaged: restore a backup (gaitsense restore FILE --force), it is kept aside then", cause);

    private async Task<object?> RunAsync(string sql, CancellationToken cancellation)
    {
        await using SqliteConnection connection = await ConnectAsync(cancellation);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellation);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
