using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace GaitSense.Clinic.Tests.Live;

/// <summary>A page that watches, without a page: all that it is told.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private static readonly string[] s_methods = ["snapshot", "step", "cue", "notice", "test", "ended"];

    private readonly HubConnection _hub;
    private readonly ConcurrentQueue<(string Method, JsonElement What)> _told = new();
    private readonly ConcurrentQueue<double> _delays = new();
    private readonly SemaphoreSlim _news = new(0);

    private HubClient(HubConnection hub)
    {
        _hub = hub;
        foreach (string method in s_methods)
            hub.On<JsonElement>(method, what =>
            {
                if (Same(method, "notice") && what.Is("kind", "probe")) _delays.Enqueue(Stopwatch.GetElapsedTime((long)what.GetProperty("at_s").GetDouble()).TotalMilliseconds);
                _told.Enqueue((method, what));
                _news.Release();
            });
    }

    public static async Task<HubClient> ConnectAsync(string address, string? account, string? origin = null, System.Net.CookieContainer? cookies = null)
    {
        HubConnection hub = new HubConnectionBuilder().WithUrl(address, HttpTransportType.WebSockets, o =>
        {
            o.SkipNegotiation = true;
            if (account is not null) o.Headers[TestAccounts.Header] = account;
            if (origin is not null) o.Headers["Origin"] = origin;
            if (cookies is not null) o.Cookies = cookies;
        }).Build();
        HubClient client = new(hub);
        try
        {
            await hub.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }

        return client;
    }

    /// <summary>How long probes took, ms.</summary>
    public IReadOnlyCollection<double> Delays => _delays;

    public JsonElement[] Told(string method) => [.. _told.Where(t => Same(t.Method, method)).Select(t => t.What)];

    public Task<JsonElement> WatchAsync(Guid session) => AskAsync<JsonElement>("Watch", session);

    public Task<T> AskAsync<T>(string method, params object?[] arguments) => _hub.InvokeCoreAsync<T>(method, arguments, TestContext.Current.CancellationToken);

    public Task AskAsync(string method, params object?[] arguments) => _hub.InvokeCoreAsync(method, arguments, TestContext.Current.CancellationToken);

    /// <summary>Waits for something to be told that was not told before; what came in between is passed over.</summary>
    public async Task<JsonElement> UntilAsync(string method, Func<JsonElement, bool> isIt)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        while (true)
        {
            while (_told.TryDequeue(out (string Method, JsonElement What) next))
                if (Same(next.Method, method) && isIt(next.What)) return next.What;
            await _news.WaitAsync(patience.Token);
        }
    }

    public Task<JsonElement> UntilStateAsync(string state) => UntilAsync("test", v => v.Is("state", state));

    public Task<JsonElement> UntilEndedAsync() => UntilAsync("ended", static _ => true);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _news.Dispose();
    }
}

internal static class Telling
{
    public static bool Is(this JsonElement told, string name, string value) => string.Equals(told.GetProperty(name).GetString(), value, StringComparison.Ordinal);
}
