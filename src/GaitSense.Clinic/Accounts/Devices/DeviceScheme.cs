using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GaitSense.Clinic.Accounts.Devices;

/// <summary>Knows a phone by its token (<c>Authorization: Bearer</c>). It is asked anew for each request: one that was let go is nobody at once.</summary>
internal sealed class DeviceScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DeviceBook devices) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string Name = "Device";

    /// <summary>Role of a phone: it pushes, and reads nothing.</summary>
    public const string Role = "device";

    /// <summary>Claim with whose phone it is.</summary>
    public const string PersonClaim = "person";

    private const string Start = "Bearer ";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Start, StringComparison.Ordinal)) return AuthenticateResult.NoResult();
        if (await devices.FindAsync(header[Start.Length..].Trim(), Context.RequestAborted) is not { } person) return AuthenticateResult.Fail("the token is not known here");
        ClaimsIdentity identity = new([new Claim(ClaimTypes.NameIdentifier, "device"), new Claim(PersonClaim, person.ToString()), new Claim(ClaimTypes.Role, Role)], Name, ClaimTypes.NameIdentifier, ClaimTypes.Role);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}
