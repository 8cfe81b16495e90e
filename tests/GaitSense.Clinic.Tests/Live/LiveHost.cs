using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Hosting;
using GaitSense.Clinic.Live;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GaitSense.Clinic.Tests.Live;

/// <summary>A server that has nothing but live sessions, over a store of its own, on a free port of this computer.</summary>
internal sealed class LiveHost : IAsyncDisposable
{
    public const string Anna = "anna:clinician", Ben = "ben:clinician", Walker = "wim:walker", Admin = "ada:admin";

    private readonly TestFolder _folder;
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private readonly List<HubClient> _clients = [];

    private LiveHost(TestFolder folder, TrainingStore store, WebApplication app) => (_folder, Store, _app) = (folder, store, app);

    public TrainingStore Store { get; }

    public LiveSessions Sessions => _app.Services.GetRequiredService<LiveSessions>();

    public string Address => _app.Urls.First();

    /// <summary>Answers that let anybody walk.</summary>
    public static JsonObject Well => new() { ["news"] = "no", ["fall"] = "no", ["warm"] = "no", ["company"] = "yes" };

    public static async Task<LiveHost> StartAsync(Func<LiveSetup, LiveSetup>? change = null, StoreOptions? options = null)
    {
        TestFolder folder = new();
        TrainingStore store = await TrainingStore.OpenAsync(StoreLocation.Of(folder["store.db"]), options);
        LiveSetup setup = new()
        {
            Store = store,
            Node = "node-test",
            ActorOf = user => user.IsInRole(Roles.Clinician) ? new Actor(user.Identity!.Name!, PersonScope.MembersOf(user.Identity.Name!)) : null,
        };
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        builder.Services.AddAuthentication(TestAccounts.Scheme_).AddScheme<AuthenticationSchemeOptions, TestAccounts>(TestAccounts.Scheme_, null);
        builder.Services.AddAuthorization(o => o.AddPolicy(Policies.Clinician, p => p.AddAuthenticationSchemes(TestAccounts.Scheme_).RequireRole(Roles.Clinician)));
        setup = change?.Invoke(setup) ?? setup;
        builder.Services.AddLive(_ => setup);
        WebApplication app = builder.Build();
        app.Use(OwnOrigin.GuardAsync);
        app.UseWebSockets();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGroup("/api/v1").MapLiveApi();
        app.MapLiveHub();
        await app.StartAsync();
        return new LiveHost(folder, store, app);
    }

    public async Task<Person> PersonAsync(string code, string account = Anna)
    {
        Person person = new() { Id = Guid.CreateVersion7(), Code = code, Zone = "Etc/UTC" };
        string name = account.Split(':')[0];
        await Store.As(new Actor(name, PersonScope.MembersOf(name))).People.AddAsync(person, TestContext.Current.CancellationToken);
        return person;
    }

    public async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? account = Anna)
    {
        using HttpRequestMessage request = new(method, $"{Address}/api/v1/{path}");
        request.Headers.Add(OwnOrigin.Header, "1");
        if (account is not null) request.Headers.Add(TestAccounts.Header, account);
        if (body is not null) request.Content = JsonContent.Create(body);
        using HttpResponseMessage answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>Begins a session that must begin.</summary>
    public async Task<(Guid Id, string Token)> BeginAsync(JsonObject request, string account = Anna)
    {
        (int status, JsonNode? body) = await SendAsync(HttpMethod.Post, "sessions", request, account);
        status.ShouldBe(201, body?.ToJsonString());
        return (body!["session"]!.GetValue<Guid>(), body["stop_token"]!.GetValue<string>());
    }

    public async Task<HubClient> ConnectAsync(string account = Anna)
    {
        HubClient client = await HubClient.ConnectAsync($"{Address}/live", account);
        _clients.Add(client);
        return client;
    }

    /// <summary>A session of the store, once it has ended.</summary>
    public async Task<Session> EndedAsync(Guid id)
    {
        for (int i = 0; i < 600; i++)
        {
            if (await Store.Sessions.FindAsync(id, TestContext.Current.CancellationToken) is { Status: not SessionStatus.Running } session) return session;
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("the session does not end");
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (HubClient client in _clients) await client.DisposeAsync();
        await _app.DisposeAsync();
        await Store.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }
}
