using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GaitSense.Clinic.Accounts;

/// <summary>What a cookie says of an account: pseudonym, user name, roles, and the stamp that a change of them changes.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        ClaimsIdentity identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(user.RoleList.Select(r => new Claim(identity.RoleClaimType, r)));
        return identity;
    }
}
