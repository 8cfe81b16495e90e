using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Store;
using GaitSense.Storage;
using GaitSense.Training.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>Accounts, and who sees whom. An administrator works with codes alone.</summary>
internal static class AccountsApi
{
    /// <summary>Maps it.</summary>
    public static void MapAccountsApi(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder accounts = api.MapGroup("/accounts").RequireAuthorization(Policies.Admin);
        accounts.MapGet("", ListAsync);
        accounts.MapPost("", AddAsync);
        accounts.MapDelete("/{user}", DeleteAsync);
        accounts.MapPost("/{user}/people", SeesAsync);
        accounts.MapDelete("/{user}/people/{code}", SeesNoLongerAsync);
    }

    private static async Task<IResult> ListAsync(AccountBook accounts, ClinicStore store, CancellationToken stop)
    {
        List<object> items = [];
        foreach (Account account in await accounts.ListAsync(stop))
            items.Add(new { user = account.UserName, id = account.Id, roles = account.RoleList, people = await store.Everybody.Members.CodesAsync(account.Id, stop) });
        return Answers.List(items);
    }

    private static async Task<IResult> AddAsync(Given given, AccountBook accounts, ClinicStore store, CancellationToken stop)
    {
        Account account = await accounts.AddAsync(given.User ?? "", given.Password ?? "", given.Roles ?? []);
        await store.Everybody.Audit.AddAsync("account added", what: $"{account.Id} {account.RoleWords}", cancellation: stop);
        return Answers.Json(new { user = account.UserName, id = account.Id, roles = account.RoleList, people = Array.Empty<string>() }, StatusCodes.Status201Created);
    }

    private static async Task<IResult> DeleteAsync(string user, AccountBook accounts, ClinicStore store, CancellationToken stop)
    {
        Account account = await FindAsync(accounts, user);
        await accounts.DeleteAsync(account, stop);
        await store.Everybody.Members.RemoveAllAsync(account.Id, stop);
        await store.Everybody.Audit.AddAsync("account deleted", what: account.Id, cancellation: stop);
        return Results.NoContent();
    }

    private static async Task<IResult> SeesAsync(string user, Whom given, AccountBook accounts, ClinicStore store, CancellationToken stop)
    {
        Account account = await FindAsync(accounts, user);
        await store.Everybody.Members.AddAsync(account.Id, (await PersonAsync(store, given.Code, stop)).Id, stop);
        return Results.NoContent();
    }

    private static async Task<IResult> SeesNoLongerAsync(string user, string code, AccountBook accounts, ClinicStore store, CancellationToken stop)
    {
        Account account = await FindAsync(accounts, user);
        await store.Everybody.Members.RemoveAsync(account.Id, (await PersonAsync(store, code, stop)).Id, stop);
        return Results.NoContent();
    }

    private static async Task<Account> FindAsync(AccountBook accounts, string user) => await accounts.FindAsync(user) ?? throw new StoreException(StoreFailure.NotFound, "there is no account of that name");

    private static async Task<Person> PersonAsync(ClinicStore store, string? code, CancellationToken stop) =>
        await store.Everybody.People.FindAsync(code ?? "", stop) ?? throw new StoreException(StoreFailure.NotFound, "nobody of that code is in the store");

    internal sealed record Given(string? User, string? Password, string[]? Roles);

    internal sealed record Whom(string? Code);
}
