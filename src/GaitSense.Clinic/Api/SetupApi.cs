using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Hosting;
using GaitSense.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>The first run: whoever reads the code on the console becomes the administrator. On this computer alone, with no proxy between, and once.</summary>
internal static class SetupApi
{
    /// <summary>Maps it.</summary>
    public static void MapSetupApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/setup", (SetupCode setup) => new { needed = setup.Code is not null }).AllowAnonymous();
        api.MapPost("/setup", SetUpAsync).AllowAnonymous().RequireRateLimiting(ClinicServices.Tries);
    }

    private static async Task<IResult> SetUpAsync(Given given, HttpContext context, SetupCode setup, AccountBook accounts, SignInManager<Account> signIn, TrainingStore store, CancellationToken stop)
    {
        if (setup.Code is null) return Answers.Problem(StatusCodes.Status404NotFound, "This is set up already.");
        if (!OwnComputer.Asks(context)) return Answers.Problem(StatusCodes.Status403Forbidden, "The first run is done at the computer itself, without a proxy between: open the desk there.");
        await setup.Turn.WaitAsync(stop);
        try
        {
            if (setup.Code is not { } code || !await accounts.IsEmptyAsync(stop)) return Answers.Problem(StatusCodes.Status404NotFound, "This is set up already.");
            if (!ShortCode.Same(code, given.Code ?? ""))
            {
                await store.As(Auditor.Nobody).Audit.AddAsync("set-up failed", what: "code", cancellation: stop);
                return Answers.Problem(StatusCodes.Status403Forbidden, "This is not the code that stands on the console.");
            }

            Account account = await accounts.AddAsync(given.User ?? "", given.Password ?? "", given.Clinician ? [Roles.Admin, Roles.Clinician] : [Roles.Admin]);
            setup.Close();
            await store.As(Auditor.Of(account)).Audit.AddAsync("account added", what: $"{account.Id} {account.RoleWords}, first run", cancellation: stop);
            await signIn.SignInAsync(account, isPersistent: false);
            return Results.Ok(Me.Of(account));
        }
        finally
        {
            setup.Turn.Release();
        }
    }

    internal sealed record Given(string? Code, string? User, string? Password, bool Clinician = false);
}
