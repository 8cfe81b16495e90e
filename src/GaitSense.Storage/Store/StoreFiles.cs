namespace GaitSense.Storage;

/// <summary>Names of the files beside a database.</summary>
internal static class StoreFiles
{
    /// <summary>Who the people are, encrypted.</summary>
    public const string Identities = "identity.json";

    /// <summary>Who was deleted, by random ids.</summary>
    public const string Tombstones = "tombstones.txt";

    /// <summary>The lock by which programs know of each other.</summary>
    public const string Lock = "lock";

    /// <summary>Put after a database's name: a copy from before a migration or a restore.</summary>
    public const string Before = ".before-";
}
