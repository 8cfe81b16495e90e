using GaitSense.Clinic.Accounts.Devices;
using GaitSense.Clinic.Accounts.Keys;
using GaitSense.Clinic.Hosting;
using GaitSense.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace GaitSense.Clinic.Accounts;

/// <summary>Accounts, sign-in and devices as services of the server.</summary>
internal static class AccountServices
{
    /// <summary>Failed passwords of one account from anywhere until it is locked for a while: what many addresses together may try.</summary>
    public const int MostFromAnywhere = 50;

    private const int PasswordCharacters = 12;

    /// <summary>Adds them.</summary>
    public static void AddAccounts(this IServiceCollection services, ClinicOptions clinic, StoreLocation location)
    {
        services.AddScoped(_ => AccountContext.Open(location));
        services.AddScoped<DeviceBook>();
        services.AddScoped<AccountBook>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<GuessGate>();
        services.AddSingleton(new KeyLock(Path.Combine(location.Folder, "clinic.key")));
        services.AddDataProtection().SetApplicationName("gaitsense").PersistKeysToDbContext<AccountContext>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyLock>((keys, locked) => keys.XmlEncryptor = new KeyEncryptor(locked));
        services.AddIdentityCore<Account>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            options.Password = new PasswordOptions { RequiredLength = PasswordCharacters, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 4 };
            options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = MostFromAnywhere, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
        }).AddEntityFrameworkStores<AccountContext>().AddSignInManager().AddClaimsPrincipalFactory<AccountClaims>();
        if (clinic.PasswordRounds is { } rounds) services.Configure<PasswordHasherOptions>(o => o.IterationCount = rounds);
        services.AddHttpContextAccessor();
        AuthenticationBuilder authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddCookie(IdentityConstants.ApplicationScheme, options => CookieRules.Set(options, clinic));
        // Holds the challenge of a passkey between two requests.
        authentication.AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = "gaitsense-passkey";
            options.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict;
            options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        authentication.AddScheme<AuthenticationSchemeOptions, DeviceScheme>(DeviceScheme.Name, configureOptions: null);
        services.AddAuthorization(Policies.Add);
    }
}
