using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests;

/// <summary>
/// The walker's page as it is built and as <c>gaitsense serve</c> serves it, in Debian's Chromium. GAITSENSE_WEB names a build that is there already; without it one is made with npm. In tests of
/// screens a double stands for the walk's worker.
/// </summary>
public sealed class WebPage : IAsyncLifetime
{
    /// <summary>What the browser is told when it is started.</summary>
    internal static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--autoplay-policy=user-gesture-required"];
    /// <summary>The browser's program; null where there is none. CHROMIUM names another than Debian's.</summary>
    internal static readonly string? Chromium = new[] { Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    private ServedPage? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;


    /// <summary>What drives browsers.</summary>
    internal IPlaywright Playwright => _playwright!;

    /// <summary>The folder of the build.</summary>
    public string Dist { get; private set; } = "";

    /// <summary>Where it is served.</summary>
    public string Url => _server!.Url;

    /// <summary>Where pictures of screens go.</summary>
    public static string Pictures => Directory.CreateDirectory(Repository.At("artifacts", "web-screens")).FullName;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null || await BuildAsync() is not { } dist) return;
        Dist = dist;
        _server = await ServedPage.StartAsync(dist);
        _playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments, Headless = true });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <summary>Skips the test where there is no browser or no build.</summary>
    internal void Require() => Assert.SkipWhen(_browser is null, "There is no Chromium, or neither npm nor GAITSENSE_WEB: the walker's page is not looked at.");

    /// <summary>Skips the test where the build has no walk in it.</summary>
    internal void RequireWalk()
    {
        Require();
        Assert.SkipUnless(File.Exists(Path.Combine(Dist, "walk", "worker.js")), "This build has the page alone: GaitSense.Browser was not published before npm run build.");
    }

    /// <summary>Serves nothing any more: the network is gone.</summary>
    internal ValueTask EndServerAsync() => _server!.DisposeAsync();

    /// <summary>Another server of the same build.</summary>
    internal async Task ServeAgainAsync() => _server = await ServedPage.StartAsync(Dist);

    /// <summary>A context of its own, in a language.</summary>
    internal async Task<IBrowserContext> ContextAsync(string locale = "en-GB", bool offline = false, bool listen = false)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new()
        {
            Locale = locale,
            ViewportSize = new() { Width = 390, Height = 844 },
            ServiceWorkers = offline ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ReducedMotion = ReducedMotion.Reduce,
            BypassCSP = listen, // a recorder is a script that is not the page's
        });
        context.SetDefaultTimeout(30_000);
        return context;
    }

    /// <summary>A context of its own for the clinician's desk, in English.</summary>
    internal async Task<IBrowserContext> DeskContextAsync()
    {
        IBrowserContext context = await _browser!.NewContextAsync(new() { Locale = "en-GB", ViewportSize = new() { Width = 1400, Height = 900 }, ServiceWorkers = ServiceWorkerPolicy.Block, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(15_000);
        return context;
    }

    /// <summary>The page with the double and simulated shoes that are never spoken to; nothing is said aloud. The walk's part is not there before <paramref name="loads"/>, where that is given.</summary>
    internal async Task<IPage> OpenAsync(IBrowserContext context, string query = "?demo", bool listen = false, Task? loads = null)
    {
        IPage page = await context.NewPageAsync();
        await page.RouteAsync("**/walk/worker.js", async route =>
        {
            await (loads ?? Task.CompletedTask);
            await route.FulfillAsync(new() { ContentType = "text/javascript", Body = Double("worker.js") });
        });
        await page.RouteAsync("**/walk/shoes.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "onmessage = () => postMessage({ id: 1 });" }));
        if (listen) await page.AddInitScriptAsync($"const recorder = {JsonSerializer.Serialize(Double("recorder.js"))};\n{Double("listen.js")}");
        await page.AddInitScriptAsync("speechSynthesis.speak = u => { (globalThis.spoken ??= []).push(u.text); };");
        await page.GotoAsync(Url + query);
        return page;
    }

    /// <summary>The double's worker.</summary>
    internal static async Task<IWorker> WalkAsync(IPage page)
    {
        for (int i = 0; i < 100; i++)
        {
            if (page.Workers.FirstOrDefault(w => w.Url.EndsWith("/walk/worker.js", StringComparison.Ordinal)) is { } worker) return worker;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The page has no worker.");
    }

    /// <summary>What the double's worker has heard, in its order.</summary>
    internal static async Task<JsonElement[]> HeardAsync(IPage page) => [.. JsonDocument.Parse(await (await WalkAsync(page)).EvaluateAsync<string>("JSON.stringify(heard)")).RootElement.EnumerateArray()];

    /// <summary>The calls among it, by name.</summary>
    internal static async Task<string[]> CallsAsync(IPage page) => [.. (await HeardAsync(page)).Where(m => m.TryGetProperty("name", out _)).Select(m => m.GetProperty("name").GetString()!)];

    /// <summary>Presses a button by its words, after the half second in which a touch may still be meant for the screen before.</summary>
    internal static async Task PressAsync(IPage page, string name)
    {
        ILocator button = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        await button.WaitForAsync();
        await page.WaitForTimeoutAsync(GuardMs + 30);
        await button.ClickAsync();
    }

    /// <summary>Waits until something holds in the page. Playwright's own way builds a function from text, which the page's policy forbids.</summary>
    internal static async Task UntilAsync(IPage page, string condition)
    {
        for (int i = 0; i < 600; i++)
        {
            if (await page.EvaluateAsync<bool>($"() => Boolean({condition})")) return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(condition);
    }

    /// <summary>From Start to the walk.</summary>
    internal static async Task WalkOnAsync(IPage page, string start = "Start", string usual = "No, as usual", string walk = "Walk")
    {
        await PressAsync(page, start);
        await PressAsync(page, usual);
        await PressAsync(page, walk);
        await page.Locator(".stop").WaitForAsync();
    }

    /// <summary>So long after a change of the screen nothing is taken as meant for it, ms.</summary>
    internal const int GuardMs = 500;

    /// <summary>A script of the folder Double.</summary>
    internal static string Double(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Double", name));

    private static async Task<string?> BuildAsync()
    {
        if (Environment.GetEnvironmentVariable("GAITSENSE_WEB") is { Length: > 0 } there) return Path.GetFullPath(there, Repository.Root);
        string folder = Repository.At("src", "GaitSense.Web");
        foreach (string[] arguments in (string[][])[["ci", "--no-audit", "--no-fund"], ["run", "build"]])
        {
            try
            {
                using Process npm = Process.Start(new ProcessStartInfo("npm", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true })!;
                npm.StandardInput.Close();
                await npm.WaitForExitAsync();
                npm.ExitCode.ShouldBe(0, "npm " + string.Join(' ', arguments));
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return null; // there is no npm
            }
        }

        return Path.Combine(folder, "dist");
    }
}
