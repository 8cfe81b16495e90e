using Npgsql;

namespace GaitSense.Storage;

/// <summary>Where a store is: a SQLite file or a PostgreSQL database, and the folder of the files beside it (recordings, identity, tombstones).</summary>
public sealed record StoreLocation
{
    private const string FilesEnd = ".files";

    private StoreLocation(string? path, string? connection, string folder, string name) => (Path, Connection, Folder, Name) = (path, connection, folder, name);

    /// <summary>The SQLite file; null: PostgreSQL.</summary>
    public string? Path { get; }

    /// <summary>The folder of the files beside the database.</summary>
    public string Folder { get; }

    /// <summary>The store for a line that people read: the file, or host and database, never a password.</summary>
    public string Name { get; }

    /// <summary>The connection string of PostgreSQL; null: SQLite.</summary>
    internal string? Connection { get; }

    /// <summary>The place of a user's own store: <c>gaitsense/store.db</c> in the user's data folder (<c>$XDG_DATA_HOME</c>, <c>~/.local/share</c>).</summary>
    public static string DefaultPath => System.IO.Path.Combine(DataFolder, "gaitsense", "store.db");

    /// <summary>A store by what a person gave: a file, or a connection string (<c>Host=...;Database=...</c>, <c>postgresql://user@host/database</c>).</summary>
    /// <param name="given">What was given; null or empty: <see cref="DefaultPath"/>.</param>
    /// <param name="folder">The folder of the files; null: beside a SQLite file <c>NAME.files</c>, for PostgreSQL <c>gaitsense/DATABASE.files</c> in the user's data folder.</param>
    /// <exception cref="StoreException">The connection string cannot be read, or what was given is a folder, blank, or of another database.</exception>
    public static StoreLocation Of(string? given, string? folder = null)
    {
        if (string.IsNullOrEmpty(given)) given = DefaultPath;
        if (string.IsNullOrWhiteSpace(given)) throw new StoreException(StoreFailure.Unavailable, "the name of the store is blank: give a file, or PostgreSQL (Host=...;Database=...)");
        if (!IsConnection(given))
        {
            if (given.IndexOf("://", StringComparison.Ordinal) is > 1 and var scheme)
                throw new StoreException(StoreFailure.Unavailable, $"{given[..scheme]}:// names no store that is known here: give a file, or PostgreSQL (postgresql://user@host/database)");
            string path = System.IO.Path.GetFullPath(given);
            if (Directory.Exists(path)) throw new StoreException(StoreFailure.Unavailable, $"{path}: is a folder, and a store is a file: give a file in it, like {System.IO.Path.Combine(path, "store.db")}");
            return new StoreLocation(path, connection: null, folder ?? System.IO.Path.ChangeExtension(path, null) + FilesEnd, path);
        }

        try
        {
            NpgsqlConnectionStringBuilder connection = given.Contains("://", StringComparison.Ordinal) ? OfUri(new Uri(given)) : new(given);
            if (string.IsNullOrWhiteSpace(connection.Host)) throw new FormatException("no host");
            string database = connection.Database is { Length: > 0 } named ? named : connection.Username ?? "gaitsense";
            // What the server says of an error stays out of messages: it may hold values.
            connection.IncludeErrorDetail = false;
            connection.ApplicationName ??= "gaitsense";
            return new StoreLocation(path: null, connection.ConnectionString, folder ?? System.IO.Path.Combine(DataFolder, "gaitsense", database + FilesEnd), $"{connection.Host}/{database}");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or UriFormatException)
        {
            throw new StoreException(StoreFailure.Unavailable, "the connection string of the store cannot be read: give Host=...;Database=...;Username=..., or a file", e);
        }
    }

    private static string DataFolder => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

    private static bool IsConnection(string given) =>
        given.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || given.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        || (given.Contains('=', StringComparison.Ordinal) && given.Split(';').Any(p => p.TrimStart().StartsWith("Host", StringComparison.OrdinalIgnoreCase) || p.TrimStart().StartsWith("Server", StringComparison.OrdinalIgnoreCase)));

    private static NpgsqlConnectionStringBuilder OfUri(Uri uri)
    {
        string[] user = uri.UserInfo.Split(':', 2);
        NpgsqlConnectionStringBuilder connection = new() { Host = uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        if (uri.Port > 0) connection.Port = uri.Port;
        if (user[0].Length > 0) connection.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) connection.Password = Uri.UnescapeDataString(user[1]);
        return connection;
    }
}
