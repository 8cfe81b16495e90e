using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Hosting;
using GaitSense.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>A forgotten password, set anew by whoever read the code that <c>gaitsense serve reset-password</c> printed; on this computer alone.</summary>
internal static class ResetApi
{
    /// <summary>Maps it.</summary>
    public static void MapResetApi(this IEndpointRouteBuilder api) => api.MapPost("/auth/reset", ResetAsync).AllowAnonymous().RequireRateLimiting(ClinicServices.Tries);

    private static async Task<IResult> ResetAsync(Given given, HttpContext context, AccountBook accounts, SignInManager<Account> signIn, GuessGate gate, TrainingStore store, CancellationToken stop)
    {
        if (!OwnComputer.Asks(context)) return Answers.Problem(StatusCodes.Status403Forbidden, "A forgotten password is set anew at the computer itself, without a proxy between: open the desk there.");
        string user = given.User is { Length: > 0 and <= 100 } name ? name : "", codes = "code of " + user; // guesses of codes beside those of passwords: who forgot one has guessed enough
        if (gate.Begin(codes, context.Connection.RemoteIpAddress) is not null) return Answers.Problem(StatusCodes.Status429TooManyRequests, "Too many attempts. Wait.");
        Account? account = user.Length > 0 ? await accounts.FindAsync(user) : null;
        if (account is null || !await accounts.ResetPasswordAsync(account, given.Code ?? "", given.Password ?? "", stop))
        {
            await store.As(account is null ? Auditor.Nobody : Auditor.Of(account)).Audit.AddAsync("password reset failed", cancellation: stop);
            return Answers.Problem(StatusCodes.Status403Forbidden, "This is not the code that stands on the console.");
        }

        foreach (string tried in new[] { user, codes }) gate.Succeeded(tried, context.Connection.RemoteIpAddress);
        await store.As(Auditor.Of(account)).Audit.AddAsync("password reset", cancellation: stop);
        return await AuthApi.CompleteAsync(account, signIn, store, "code", stop);
    }

    internal sealed record Given(string? Code, string? User, string? Password);
}
