using System.Collections.Concurrent;
using System.Net;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Hosting;
using GaitSense.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace GaitSense.Clinic.Tests;

/// <summary>The real server on a port that was free, with a store of its own that is gone afterwards, and people who have signed in.</summary>
internal sealed class ClinicHost : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    // Tables are made once, and copied: what making them takes is tried elsewhere.
    private static readonly Lazy<Task<TestFolder>> s_empty = new(MakeEmptyAsync);

    private readonly TestFolder _folder = new();
    private readonly ConcurrentDictionary<string, Desk> _desks = new(StringComparer.Ordinal);

    private ClinicHost()
    {
    }

    public ClinicServer Server { get; private set; } = null!;

    /// <summary>All lines of the server's log.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>The folder with the store and everything that came of it.</summary>
    public TestFolder Folder => _folder;

    public Uri Address => new(Server.Address);

    /// <summary>The store as its owner has it.</summary>
    public TrainingStore Store => Server.Services.GetRequiredService<TrainingStore>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A server in its first run.</summary>
    public static async Task<ClinicHost> NewAsync(Func<ClinicOptions, ClinicOptions>? with = null, StoreLocation? place = null)
    {
        ClinicHost host = new();
        if (place is null) File.Copy((await s_empty.Value)["clinic.db"], host._folder["clinic.db"]);
        ClinicOptions options = new()
        {
            Store = place ?? StoreLocation.Of(host._folder["clinic.db"]),
            IdentityKeyFile = host._folder["identity.key"],
            TriesPerMinute = 10_000,
            PasswordRounds = 100, // dozens of people sign in
            Log = host.Log.Enqueue,
        };
        host.Server = await ClinicServer.StartAsync(with?.Invoke(options) ?? options, Cancellation);
        return host;
    }

    /// <summary>A server that is set up: "admin" signed in, and is a clinician too.</summary>
    public static async Task<ClinicHost> SetUpAsync(Func<ClinicOptions, ClinicOptions>? with = null, StoreLocation? place = null)
    {
        ClinicHost host = await NewAsync(with, place);
        Desk admin = host.Nobody();
        using HttpResponseMessage answer = await admin.PostAsync("setup", new { code = host.Server.SetupCode, user = "admin", password = Password, clinician = true });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        host._desks["admin"] = admin;
        return host;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public Desk Nobody() => new(Address);

    /// <summary>The administrator.</summary>
    public Desk Admin => _desks["admin"];

    /// <summary>An account with roles, signed in; made the first time.</summary>
    public async Task<Desk> SignedInAsync(string user, params string[] roles)
    {
        if (_desks.TryGetValue(user, out Desk? there)) return there;
        if (roles.Length > 0) (await Admin.PostAsync("accounts", new { user, password = Password, roles })).StatusCode.ShouldBe(HttpStatusCode.Created);
        Desk desk = Nobody();
        (await desk.SignInAsync(user, Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        return _desks[user] = desk;
    }

    /// <summary>A clinician, signed in.</summary>
    public Task<Desk> ClinicianAsync(string user = "pt1") => SignedInAsync(user, Roles.Clinician);

    /// <summary>A phone of a person, enrolled by a clinician.</summary>
    public async Task<Desk> PhoneAsync(Desk clinician, Guid person)
    {
        string code = (await clinician.JsonAsync("POST", $"people/{person}/enrolments", new { }))["code"]!.GetValue<string>();
        Desk phone = Nobody();
        phone.Token = (await phone.JsonAsync("POST", "enrol", new { code }))["token"]!.GetValue<string>();
        return phone;
    }

    /// <summary>The verbs of the audit, from the first.</summary>
    public async Task<string[]> VerbsAsync() => [.. (await Store.Audit.ListAsync(cancellation: Cancellation)).Select(a => a.Verb)];

    private static async Task<TestFolder> MakeEmptyAsync()
    {
        TestFolder folder = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        ClinicServer server = await ClinicServer.StartAsync(new ClinicOptions { Store = StoreLocation.Of(folder["clinic.db"]) }, CancellationToken.None);
        await server.StopAsync();
        await server.DisposeAsync();
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Desk desk in _desks.Values) desk.Dispose();
        await Server.StopAsync();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
