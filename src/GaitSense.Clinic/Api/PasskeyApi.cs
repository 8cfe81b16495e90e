using System.Buffers.Text;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Hosting;
using GaitSense.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>Passkeys: a key of a browser or a phone instead of a password. Browsers have them where the address is a name with https, or localhost.</summary>
internal static class PasskeyApi
{
    /// <summary>Maps it.</summary>
    public static void MapPasskeyApi(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder passkey = api.MapGroup("/auth/passkey");
        passkey.MapPost("/options", OptionsAsync).RequireAuthorization(Policies.SignedIn);
        passkey.MapPost("/register", RegisterAsync).RequireAuthorization(Policies.SignedIn);
        passkey.MapGet("", ListAsync).RequireAuthorization(Policies.SignedIn);
        passkey.MapDelete("/{key}", RemoveAsync).RequireAuthorization(Policies.SignedIn);
        passkey.MapPost("/sign-in-options", SignInOptionsAsync).AllowAnonymous().RequireRateLimiting(ClinicServices.Tries);
        passkey.MapPost("/sign-in", SignInAsync).AllowAnonymous().RequireRateLimiting(ClinicServices.Tries);
    }

    private static async Task<IResult> OptionsAsync(HttpContext context, SignInManager<Account> signIn)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } account) return Results.Unauthorized();
        return Answers.JsonText(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.UserName!, DisplayName = account.UserName! }));
    }

    private static async Task<IResult> RegisterAsync(Given given, HttpContext context, SignInManager<Account> signIn, TrainingStore store, CancellationToken stop)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } account) return Results.Unauthorized();
        PasskeyAttestationResult? result = await AskedAsync(given, signIn.PerformPasskeyAttestationAsync);
        if (result is not { Succeeded: true }) return Answers.Problem(StatusCodes.Status422UnprocessableEntity, "This passkey cannot be taken. Try again.");
        await signIn.UserManager.AddOrUpdatePasskeyAsync(account, result.Passkey);
        await store.As(Auditor.Of(account)).Audit.AddAsync("passkey added", cancellation: stop);
        return Results.NoContent();
    }

    private static async Task<IResult> ListAsync(HttpContext context, SignInManager<Account> signIn)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } account) return Results.Unauthorized();
        return Answers.List((await signIn.UserManager.GetPasskeysAsync(account)).OrderBy(k => k.CreatedAt).Select(k => new { id = IdOf(k), made = k.CreatedAt }));
    }

    // A key that was lost opens nothing any more.
    private static async Task<IResult> RemoveAsync(string key, HttpContext context, SignInManager<Account> signIn, TrainingStore store, CancellationToken stop)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } account) return Results.Unauthorized();
        if ((await signIn.UserManager.GetPasskeysAsync(account)).FirstOrDefault(k => string.Equals(IdOf(k), key, StringComparison.Ordinal)) is not { } kept) return Answers.Problem(StatusCodes.Status404NotFound, "There is no such passkey.");
        await signIn.UserManager.RemovePasskeyAsync(account, kept.CredentialId);
        await store.As(Auditor.Of(account)).Audit.AddAsync("passkey removed", cancellation: stop);
        return Results.NoContent();
    }

    private static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    private static async Task<IResult> SignInOptionsAsync(SignInManager<Account> signIn) => Answers.JsonText(await signIn.MakePasskeyRequestOptionsAsync(user: null));

    private static async Task<IResult> SignInAsync(Given given, HttpContext context, SignInManager<Account> signIn, TrainingStore store, CancellationToken stop)
    {
        PasskeyAssertionResult<Account>? result = await AskedAsync(given, signIn.PerformPasskeyAssertionAsync);
        if (result is not { Succeeded: true })
        {
            await store.As(Auditor.Nobody).Audit.AddAsync("sign-in failed", what: "passkey", cancellation: stop);
            return Answers.Problem(StatusCodes.Status401Unauthorized, "This passkey is not known here.");
        }

        if (ClearText.WhyNot(context, result.User.RoleList) is { } why) return Answers.Problem(StatusCodes.Status403Forbidden, why);
        await signIn.UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return await AuthApi.CompleteAsync(result.User, signIn, store, "passkey", stop);
    }

    // Null: no options were asked for before, or they are over.
    private static async Task<T?> AskedAsync<T>(Given given, Func<string, Task<T>> perform)
        where T : class
    {
        if (string.IsNullOrEmpty(given.Credential)) return null;
        try
        {
            return await perform(given.Credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What the browser answered, as JSON in a text.</summary>
    internal sealed record Given(string? Credential);
}
