namespace GaitSense.Storage;

/// <summary>What a store refuses, or what failed in it.</summary>
public enum StoreFailure
{
    /// <summary>The store, or what was asked for in it, is not there, or is nobody's in this scope.</summary>
    NotFound,

    /// <summary>Something with that id or code is there already, and it is another.</summary>
    Conflict,

    /// <summary>A rule of the store forbids it.</summary>
    Refused,

    /// <summary>Another program has the store.</summary>
    InUse,

    /// <summary>The store was made by a newer program.</summary>
    Newer,

    /// <summary>The store, or a file of it, is damaged.</summary>
    Damaged,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The database, or the key, cannot be had.</summary>
    Unavailable,
}
