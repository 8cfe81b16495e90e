using System.Globalization;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Hosting;
using GaitSense.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>Signing in and out.</summary>
internal static class AuthApi
{
    private const string WrongWords = "The user name or the password is another.";

    /// <summary>Maps it.</summary>
    public static void MapAuthApi(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder auth = api.MapGroup("/auth");
        auth.MapPost("/sign-in", SignInAsync).AllowAnonymous().RequireRateLimiting(ClinicServices.Tries);
        auth.MapPost("/sign-out", SignOutAsync).RequireAuthorization(Policies.SignedIn);
        auth.MapGet("/me", MeAsync).AllowAnonymous(); // a page asks before anybody has signed in: nobody is an answer
        auth.MapPost("/password", PasswordAsync).RequireAuthorization(Policies.SignedIn).RequireRateLimiting(ClinicServices.Tries);
    }

    private static async Task<IResult> SignInAsync(Given given, HttpContext context, SignInManager<Account> signIn, UserManager<Account> users, GuessGate gate, TrainingStore store, CancellationToken stop)
    {
        string user = given.User is { Length: > 0 and <= 100 } name ? name : "";
        if (gate.Begin(user, context.Connection.RemoteIpAddress) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            return Answers.Problem(StatusCodes.Status429TooManyRequests, "Too many attempts. Wait, or sign in from another computer.");
        }

        Account? account = user.Length > 0 ? await users.FindByNameAsync(user) : null;
        if (account is null)
        {
            // As long as with an account, so that the time does not tell which names there are.
            users.PasswordHasher.HashPassword(new Account(), given.Password ?? "");
            await store.As(Auditor.Nobody).Audit.AddAsync("sign-in failed", cancellation: stop);
            return Answers.Problem(StatusCodes.Status401Unauthorized, WrongWords);
        }

        SignInResult result = await signIn.CheckPasswordSignInAsync(account, given.Password ?? "", lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await store.As(Auditor.Of(account)).Audit.AddAsync("sign-in failed", what: result.IsLockedOut ? "locked" : "", cancellation: stop);
            return result.IsLockedOut ? Answers.Problem(StatusCodes.Status429TooManyRequests, "Too many attempts from many places. Wait a quarter of an hour, or use a passkey.") : Answers.Problem(StatusCodes.Status401Unauthorized, WrongWords);
        }

        if (ClearText.WhyNot(context, account.RoleList) is { } why) return Answers.Problem(StatusCodes.Status403Forbidden, why);
        gate.Succeeded(user, context.Connection.RemoteIpAddress);
        return await CompleteAsync(account, signIn, store, "password", stop);
    }

    /// <summary>Signs an account in that has shown who it is.</summary>
    public static async Task<IResult> CompleteAsync(Account account, SignInManager<Account> signIn, TrainingStore store, string by, CancellationToken stop)
    {
        await signIn.SignInAsync(account, isPersistent: false);
        await store.As(Auditor.Of(account)).Audit.AddAsync("sign-in", what: by, cancellation: stop);
        return Results.Ok(Me.Of(account));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SignInManager<Account> signIn, TrainingStore store, CancellationToken stop)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is { } account) await store.As(Auditor.Of(account)).Audit.AddAsync("sign-out", cancellation: stop);
        await signIn.SignOutAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> MeAsync(HttpContext context, UserManager<Account> users) =>
        Results.Ok(await users.GetUserAsync(context.User) is { } account ? Me.Of(account) : Me.Nobody);

    private static async Task<IResult> PasswordAsync(Change given, HttpContext context, SignInManager<Account> signIn, AccountBook accounts, GuessGate gate, TrainingStore store, CancellationToken stop)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } account) return Results.Unauthorized();
        // Whoever finds a desk unlocked does not guess here either.
        if (gate.Begin(account.UserName!, context.Connection.RemoteIpAddress) is not null) return Answers.Problem(StatusCodes.Status429TooManyRequests, "Too many attempts. Wait.");
        await accounts.ChangePasswordAsync(account, given.Old ?? "", given.New ?? "");
        gate.Succeeded(account.UserName!, context.Connection.RemoteIpAddress);
        await store.As(Auditor.Of(account)).Audit.AddAsync("password changed", cancellation: stop);
        await signIn.RefreshSignInAsync(account);
        return Results.NoContent();
    }

    internal sealed record Given(string? User, string? Password);

    internal sealed record Change(string? Old, string? New);
}
