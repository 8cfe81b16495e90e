namespace GaitSense.Storage;

/// <summary>Whose rows a store shows. Rows outside of it are not there: they are neither listed, found nor changed.</summary>
public sealed record PersonScope
{
    private PersonScope(string? account) => Account = account;

    /// <summary>All people: the command line of the store's owner, backups, administration of the store itself.</summary>
    public static PersonScope Everyone { get; } = new(account: null);

    /// <summary>The account whose people are shown; null: everyone.</summary>
    public string? Account { get; }

    /// <summary>The people an account is a member for (<see cref="Membership"/>).</summary>
    /// <param name="account">The account's pseudonym.</param>
    public static PersonScope MembersOf(string account)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        return new PersonScope(account);
    }
}
