namespace GaitSense.Storage;

/// <summary>Names of the files beside a database.</summary>
internal static class StoreFiles
{
    /// <summary>Who the people are, encrypted.</summary>
    public const string Identities = "identity.json";

    /// <summary>Who was deleted, by random ids.</summary>
    public const string Tombstones = "tombstones.txt";

    /// <summary>Put after the folder's name: the lock by which programs know of each other. It is no file in the folder, for a restore changes the folder.</summary>
    public const string LockEnd = ".lock";

    /// <summary>Put after a database's name: a copy from before a migration or a restore.</summary>
    public const string Before = ".before-";
}
