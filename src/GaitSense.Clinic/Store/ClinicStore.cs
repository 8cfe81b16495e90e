using System.Security.Claims;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using Microsoft.AspNetCore.Http;

namespace GaitSense.Clinic.Store;

/// <summary>The store as the account of a request uses it: its people alone are there, and the audit has its pseudonym. Everybody else's rows are not found.</summary>
/// <param name="store">The server's store, open as long as the server runs.</param>
/// <param name="accessor">The request.</param>
/// <param name="clock">The clock.</param>
public sealed class ClinicStore(TrainingStore store, IHttpContextAccessor accessor, TimeProvider clock)
{
    private TrainingStore? _mine;

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal User => accessor.HttpContext?.User ?? new ClaimsPrincipal();

    /// <summary>The account's pseudonym: what the audit and memberships have; "nobody" without one.</summary>
    public string Account => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "nobody";

    /// <summary>The account's user name, for a sign-off, a note, a release.</summary>
    public string UserName => User.Identity?.Name ?? "";

    /// <summary>Now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The store with the account's people.</summary>
    public TrainingStore Mine => _mine ??= Of(PersonScope.MembersOf(Account));

    /// <summary>The store with everybody, for what an administrator does with accounts and backups; the audit has the account all the same.</summary>
    public TrainingStore Everybody => Of(PersonScope.Everyone);

    /// <summary>A person of the account.</summary>
    /// <exception cref="StoreException">There is none of that id for this account.</exception>
    public async Task<Person> PersonAsync(Guid id, CancellationToken stop) => await Mine.People.FindAsync(id, stop) ?? throw Missing("person");

    /// <summary>A plan of one of the account's people.</summary>
    /// <exception cref="StoreException">There is none of that id for this account.</exception>
    public async Task<Plan> PlanAsync(Guid id, CancellationToken stop) => await Mine.Plans.FindAsync(id, stop) ?? throw Missing("plan");

    /// <summary>A session of one of the account's people.</summary>
    /// <exception cref="StoreException">There is none of that id for this account.</exception>
    public async Task<Session> SessionAsync(Guid id, CancellationToken stop) => await Mine.Sessions.FindAsync(id, stop) ?? throw Missing("session");

    /// <summary>Whether the account has a role.</summary>
    public bool Is(string role) => User.IsInRole(role);

    private TrainingStore Of(PersonScope scope) => store.As(new Actor(Account, scope));

    private static StoreException Missing(string what) => new(StoreFailure.NotFound, $"the {what} is not in the store");
}
