using GaitSense.Clinic.Accounts.Devices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace GaitSense.Clinic.Accounts;

/// <summary>Who may call a route. A route without one of these is closed to everybody: what was forgotten is not open.</summary>
public static class Policies
{
    /// <summary>Whoever has signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Clinicians.</summary>
    public const string Clinician = "clinician";

    /// <summary>Who may see days and weeks of a person: clinicians of theirs, and walkers their own.</summary>
    public const string Walking = "walking";

    /// <summary>Who may let data leave: clinicians for care and research, researchers for research.</summary>
    public const string Exports = "exports";

    /// <summary>Administrators.</summary>
    public const string Admin = "admin";

    /// <summary>Phones that were enrolled; they push, and nothing else.</summary>
    public const string Device = "device";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, p => p.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser());
        Role(Clinician, Roles.Clinician);
        Role(Walking, Roles.Clinician, Roles.Walker);
        Role(Exports, Roles.Clinician, Roles.Researcher);
        Role(Admin, Roles.Admin);
        options.AddPolicy(Device, p => p.AddAuthenticationSchemes(DeviceScheme.Name).RequireRole(DeviceScheme.Role));
        AuthorizationPolicy closed = new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme).RequireAssertion(_ => false).Build();
        (options.DefaultPolicy, options.FallbackPolicy) = (closed, closed);

        void Role(string name, params string[] roles) => options.AddPolicy(name, p => p.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireRole(roles));
    }
}
