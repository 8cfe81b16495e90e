using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Browser.Tests;

/// <summary>
/// GaitSense.Browser as it is published, in Debian's Chromium. GAITSENSE_BROWSER names a publish that is there already; without it one is made, which takes a
/// minute the first time. Without a Chromium there is no page, and <see cref="Require"/> says why.
/// </summary>
public sealed class WalkPage : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>The browser's program; null where there is none. CHROMIUM names another than Debian's.</summary>
    internal static readonly string? Chromium = new[] { Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    private StaticServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage? _page;

    /// <summary>From the page's request until the first call can be made, ms.</summary>
    public double StartMs { get; private set; }

    /// <summary>What the page loaded, bytes on the wire.</summary>
    public long DownloadBytes { get; private set; }

    /// <summary>In how many files.</summary>
    public int DownloadFiles { get; private set; }

    /// <summary>What the page and its workers wrote to the console: the reason where a runtime ended.</summary>
    internal System.Collections.Concurrent.ConcurrentQueue<string> Said { get; } = [];

    /// <summary>How long the last call took in the worker, ms.</summary>
    public double LastMs { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null) return;
        _server = new StaticServer(await PublishAsync());
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments, Headless = true });
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        _server?.Dispose();
    }

    /// <summary>Skips the test where there is no browser.</summary>
    internal void Require() => Assert.SkipWhen(_page is null, "There is no Chromium here (Debian: apt-get install chromium; elsewhere CHROMIUM names the program): nothing is known of walks in a browser.");

    /// <summary>Opens the page anew, in a context without a cache: nothing is loaded, compiled or warm.</summary>
    internal async Task OpenAsync()
    {
        if (_page is not null) await _page.Context.CloseAsync();
        (long bytes, int files) = (_server!.Bytes, _server.Files);
        _page = await (await _browser!.NewContextAsync()).NewPageAsync();
        _page.Console += (_, said) => Said.Enqueue(said.Text);
        long from = Stopwatch.GetTimestamp();
        await _page.GotoAsync(_server.Url);
        await _page.EvaluateAsync("walk.ready");
        (StartMs, DownloadBytes, DownloadFiles) = (Stopwatch.GetElapsedTime(from).TotalMilliseconds, _server.Bytes - bytes, _server.Files - files);
    }

    /// <summary>Calls an export; what it returns is thrown away.</summary>
    internal Task CallAsync(string name, params object[] arguments) => CallAsync<object?>(name, arguments);

    /// <summary>Calls an export.</summary>
    internal async Task<T> CallAsync<T>(string name, params object[] arguments)
    {
        T value = await _page!.EvaluateAsync<T>("([name, args]) => walk.call(name, ...args)", new object[] { name, arguments });
        LastMs = await _page.EvaluateAsync<double>("walk.ms");
        return value;
    }

    /// <summary>What a line of the page's script comes to.</summary>
    internal Task<T> ScriptAsync<T>(string script, object? argument = null) => _page!.EvaluateAsync<T>(script, argument);

    /// <summary>The bytes of a file that the page's storage keeps.</summary>
    internal async Task<byte[]> KeptAsync(string folder, string file) => Convert.FromBase64String(await _page!.EvaluateAsync<string>(
        "async ([folder, file]) => { const b = new Uint8Array(await (await walk.call('KeptFile', folder, file)).arrayBuffer()); let s = ''; for (let i = 0; i < b.length; i += 8192) s += String.fromCharCode(...b.subarray(i, i + 8192)); return btoa(s); }",
        new[] { folder, file }));

    /// <summary>Loads the page again in the same browser: the worker is killed with what it did, the storage stays.</summary>
    internal async Task ReloadAsync()
    {
        await _page!.ReloadAsync();
        await _page.EvaluateAsync("walk.ready");
    }

    /// <summary>Puts all files of a folder of this machine into one of the page's.</summary>
    internal async Task PutFolderAsync(string folder, string to)
    {
        foreach (string file in Directory.GetFiles(folder)) await PutAsync(file, to + "/" + Path.GetFileName(file));
    }

    /// <summary>Puts a file.</summary>
    internal async Task PutAsync(string file, string to) =>
        await _page!.EvaluateAsync("([to, text]) => walk.call('Put', to, Uint8Array.from(atob(text), c => c.charCodeAt(0)))", new[] { to, Convert.ToBase64String(await File.ReadAllBytesAsync(file)) });

    /// <summary>A file's bytes.</summary>
    internal async Task<byte[]> GetAsync(string path) => Convert.FromBase64String(await _page!.EvaluateAsync<string>(
        "async path => { let s = ''; const b = await walk.call('Get', path); for (let i = 0; i < b.length; i += 8192) s += String.fromCharCode(...b.subarray(i, i + 8192)); return btoa(s); }", path));

    /// <summary>Processor seconds of the page and its worker so far, by the browser's count: what a busy machine does not change much.</summary>
    internal async Task<double> CpuSecondsAsync()
    {
        ICDPSession browser = await _browser!.NewBrowserCDPSessionAsync();
        JsonElement all = (await browser.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo");
        await browser.DetachAsync();
        return all.EnumerateArray().Where(p => p.GetProperty("type").ValueEquals("renderer")).Sum(p => p.GetProperty("cpuTime").GetDouble());
    }

    private static async Task<string> PublishAsync()
    {
        if (Environment.GetEnvironmentVariable("GAITSENSE_BROWSER") is { Length: > 0 } there) return Path.GetFullPath(there, Repository.Root);
        string folder = Repository.At("artifacts", "browser");
        await CommandLine.RunAsync("dotnet", "publish", "src/GaitSense.Browser", "-c", "Release", "-o", folder, "-v", "quiet", "-nologo");
        return Path.Combine(folder, "wwwroot");
    }
}
