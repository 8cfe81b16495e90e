using Microsoft.AspNetCore.Identity;

namespace GaitSense.Clinic.Accounts;

/// <summary>Who signs in. The id is a pseudonym, which the audit and memberships have; the user name is for people.</summary>
internal sealed class Account : IdentityUser
{
    /// <summary>Creates an account with a new pseudonym.</summary>
    public Account() => Id = "a-" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));

    /// <summary>What it may do: words of <see cref="Roles"/>, with commas between.</summary>
    public string RoleWords { get; set; } = "";

    /// <summary>When it was made, microseconds since 1970, UTC.</summary>
    public long CreatedUs { get; set; }

    /// <summary>What it may do.</summary>
    public IReadOnlyList<string> RoleList => RoleWords.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
