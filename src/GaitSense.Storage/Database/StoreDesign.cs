namespace GaitSense.Storage;

/// <summary>The model of each database without one: for the tools that write migrations.</summary>
public static class StoreDesign
{
    /// <summary>The model of SQLite.</summary>
    public static StoreContext Sqlite() => new SqliteDatabase(Path.GetFullPath("design.db")).Open(PersonScope.Everyone);

    /// <summary>The model of PostgreSQL.</summary>
    public static StoreContext Postgres() => new PostgresDatabase(StoreLocation.Of("Host=localhost;Database=design")).Open(PersonScope.Everyone);
}
