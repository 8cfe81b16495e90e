using System.Security.Claims;
using GaitSense.Clinic.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GaitSense.Clinic.Accounts;

/// <summary>The cookie of who has signed in: ten minutes without a request, and the desk is locked.</summary>
internal static class CookieRules
{
    /// <summary>Header by which a page says that a request is its own (a clock's tick) and nobody's hand: it does not keep the desk open.</summary>
    public const string IdleHeader = "X-GaitSense-Idle";

    private static readonly TimeSpan Renewed = TimeSpan.FromSeconds(30);

    /// <summary>Sets the rules.</summary>
    public static void Set(CookieAuthenticationOptions options, ClinicOptions clinic)
    {
        options.Cookie.Name = "gaitsense";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = clinic.IdleLock;
        options.SlidingExpiration = true;
        options.Events = new CookieAuthenticationEvents
        {
            OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized, "Sign in first."),
            OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden, "This account may not do that."),
            OnValidatePrincipal = ValidateAsync,
            OnCheckSlidingExpiration = context =>
            {
                context.ShouldRenew = context.ElapsedTime > Renewed && !context.Request.Headers.ContainsKey(IdleHeader);
                return Task.CompletedTask;
            },
        };
    }

    // The account as it is now: one that is gone, or whose roles or password changed, is nobody at once.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        string? id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), stamp = context.Principal?.FindFirstValue("AspNet.Identity.SecurityStamp");
        AccountContext db = context.HttpContext.RequestServices.GetRequiredService<AccountContext>();
        string? now = id is null ? null : await db.Users.Where(u => u.Id == id).Select(u => u.SecurityStamp).FirstOrDefaultAsync(context.HttpContext.RequestAborted);
        bool isFine = now is not null && string.Equals(now, stamp, StringComparison.Ordinal) && ClearText.WhyNot(context.HttpContext, Roles.All.Where(context.Principal!.IsInRole)) is null;
        if (isFine) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status, string title) => Problems.WriteAsync(context.HttpContext, status, title);
}
