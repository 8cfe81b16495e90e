using GaitSense.Clinic.Accounts;

namespace GaitSense.Clinic.Api;

/// <summary>Who has signed in.</summary>
/// <param name="User">The user name; null: nobody has.</param>
/// <param name="Roles">What the account may do.</param>
internal sealed record Me(string? User, IReadOnlyList<string> Roles)
{
    /// <summary>Nobody.</summary>
    public static Me Nobody { get; } = new(null, []);

    /// <summary>An account.</summary>
    public static Me Of(Account account) => new(account.UserName ?? "", account.RoleList);
}
