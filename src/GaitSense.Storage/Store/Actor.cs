namespace GaitSense.Storage;

/// <summary>Who does something in a store.</summary>
/// <param name="Account">The account's pseudonym, as the audit has it: never a name.</param>
/// <param name="Scope">Whose rows it sees.</param>
public sealed record Actor(string Account, PersonScope Scope)
{
    /// <summary>The owner of the store at the command line: sees everyone.</summary>
    public static Actor Owner { get; } = new("owner", PersonScope.Everyone);

    /// <summary>A rule of the program itself (retention, a stale session): sees everyone.</summary>
    public static Actor Rule { get; } = new("rule", PersonScope.Everyone);
}
