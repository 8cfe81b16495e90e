using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests;

/// <summary>After the first visit the page needs no network.</summary>
[Collection(PageTests.Name)]
public sealed class OfflineTests(WebPage web, ITestOutputHelper output)
{
    [Fact]
    public async Task ThePage_OnceVisited_StartsWithoutAServer()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync(offline: true);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(web.Url);
        await page.EvaluateAsync("navigator.serviceWorker.ready");
        string[] kept = await page.EvaluateAsync<string[]>("async () => { const all = []; for (const n of await caches.keys()) for (const r of await (await caches.open(n)).keys()) all.push(new URL(r.url).pathname); return all; }");
        output.WriteLine($"{kept.Length} files kept");
        kept.ShouldContain("/index.html", StringComparer.Ordinal);
        kept.ShouldContain("/words/de.json", StringComparer.Ordinal);
        kept.ShouldNotContain(k => k.EndsWith(".br", StringComparison.Ordinal));
        string url = web.Url;
        await web.EndServerAsync();
        try
        {
            DateTime from = DateTime.UtcNow;
            await page.GotoAsync(url);
            await page.Locator("h1").WaitForAsync();
            output.WriteLine(FormattableString.Invariant($"started without a server in {(DateTime.UtcNow - from).TotalMilliseconds:0} ms"));
            (await page.EvaluateAsync<int>("document.styleSheets.length")).ShouldBe(1);
        }
        finally
        {
            await web.ServeAgainAsync();
        }
    }

    [Fact]
    public async Task ThePage_IsInstallable()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync(offline: true);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(web.Url);
        await page.EvaluateAsync("navigator.serviceWorker.ready");
        ICDPSession devTools = await context.NewCDPSessionAsync(page);
        JsonElement manifest = (await devTools.SendAsync("Page.getAppManifest"))!.Value;
        manifest.GetProperty("errors").GetArrayLength().ShouldBe(0);
        JsonElement faults = (await devTools.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors");
        // A context of a test leaves no trace, and cannot be installed from for that reason alone.
        faults.EnumerateArray().Select(f => f.GetProperty("errorId").GetString()).Where(f => f is not "in-incognito").ShouldBeEmpty();
    }
}
