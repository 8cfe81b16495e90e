using System.IO.Compression;
using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests;

/// <summary>How the page behaves under a hand, a keyboard and a pocket; what it loads, and that nothing leaves.</summary>
[Collection(PageTests.Name)]
public sealed class ConductTests(WebPage web, ITestOutputHelper output)
{
    [Fact]
    public async Task Stop_ActsWhenItIsTouched_AndAtOnceAfterAChangeOfTheScreen()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await WebPage.WalkOnAsync(page);
        // No waiting: STOP has no guard. The finger stays down.
        await page.Locator(".stop").DispatchEventAsync("pointerdown");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Take a rest" }).WaitForAsync();
        JsonElement[] heard = await WebPage.HeardAsync(page);
        heard.Count(m => Is(m, "Ask", "cues-stop")).ShouldBe(1);
    }

    [Fact]
    public async Task ATouch_WithinHalfASecondOfAChangeOfTheScreen_DoesNothing()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        ILocator help = page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true });
        await help.WaitForAsync();
        await page.WaitForTimeoutAsync(WebPage.GuardMs + 50);
        // The page itself touches twice, so that no slow machine comes between.
        string[] titles = await page.EvaluateAsync<string[]>("""
            async () => {
              const title = () => document.querySelector('h1').textContent, press = name => [...document.querySelectorAll('button')].find(b => b.textContent === name).click(), shown = () => new Promise(r => setTimeout(r, 30));
              press('Help'); await shown(); const first = title(); press('Back'); await shown(); const early = title();
              await new Promise(r => setTimeout(r, 520)); press('Back'); await shown(); return [first, early, title()];
            }
            """);
        titles.ShouldBe(["Help", "Help", "Hello."]);
    }

    [Fact]
    public async Task AllButStop_ActsWhenItIsLetGo()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        ILocator help = page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true });
        await help.WaitForAsync();
        await page.WaitForTimeoutAsync(WebPage.GuardMs + 50);
        await help.HoverAsync();
        await page.Mouse.DownAsync();
        await page.WaitForTimeoutAsync(100);
        (await page.Locator("h1").TextContentAsync()).ShouldBe("Hello.");
        await page.Mouse.UpAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Help", Exact = true }).First.WaitForAsync();
    }

    [Fact]
    public async Task TheKeyboardAlone_IsEnoughForAWalk()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        foreach (string name in (string[])["Start", "No, as usual", "Walk", "STOP", "Enough for today", "Tired", "No pain", "Finish"])
        {
            ILocator button = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
            await button.WaitForAsync();
            await page.WaitForTimeoutAsync(WebPage.GuardMs + 50);
            for (int i = 0; i < 20 && !await button.EvaluateAsync<bool>("b => b === document.activeElement"); i++) await page.Keyboard.PressAsync("Tab");
            (await button.EvaluateAsync<bool>("b => b === document.activeElement && getComputedStyle(b).outlineStyle !== 'none'")).ShouldBeTrue(name + " is reached, and one sees it");
            await page.Keyboard.PressAsync("Enter");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).WaitForAsync();
    }

    [Fact]
    public async Task AnEmergency_EndsTheQuestionsAtOnce_AndCanBeTakenBack()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await WebPage.PressAsync(page, "Start");
        await WebPage.PressAsync(page, "Yes");
        await page.GetByText("Do not walk. Call 112 now.").WaitForAsync();
        (await page.GetByRole(AriaRole.Button, new() { Name = "Walk", Exact = true }).CountAsync()).ShouldBe(0);
        await WebPage.PressAsync(page, "Back");
        await page.GetByText("Is anything new since last time?").WaitForAsync();
    }

    [Fact]
    public async Task EveryScreen_IsSaidOnArrival_UnlessThatIsOff()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await WebPage.PressAsync(page, "Help");
        await WebPage.UntilAsync(page, "spoken.includes('How to stop')");
        await WebPage.PressAsync(page, "Back");
        await WebPage.PressAsync(page, "Settings");
        await WebPage.PressAsync(page, "Off");
        await page.EvaluateAsync("spoken.length = 0");
        await WebPage.PressAsync(page, "Back");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Hello." }).WaitForAsync();
        (await page.EvaluateAsync<string[]>("spoken")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ASoundThatIsTakenAway_StaysAway_UntilThePersonAsksForIt()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await WithoutHeadsetAsync(context);
        IWorker worker = await WebPage.WalkAsync(page);
        await worker.EvaluateAsync<object?>("say({ cue: { number: 7, clip: 'left', side: -1, gainDb: 0, at: performance.timeOrigin + performance.now() + 400 } })");
        await page.WaitForTimeoutAsync(600);
        JsonElement[] heard = await WebPage.HeardAsync(page);
        heard.Where(m => m.TryGetProperty("fate", out _)).Select(m => m.GetProperty("fate").GetProperty("fate").GetString()).ShouldBe(["cancelled"]);
        heard.Last(m => m.TryGetProperty("sound", out _)).GetProperty("sound").GetProperty("problem").GetString().ShouldBe("headset");
        await WebPage.PressAsync(page, "Sound on again");
        await page.GetByText("The headphones changed. So there is no sound.").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        for (int i = 0; i < 100 && !(await WebPage.HeardAsync(page)).Any(m => Is(m, "Ask", "cues-go")); i++) await page.WaitForTimeoutAsync(50);
        (await WebPage.HeardAsync(page)).Count(m => Is(m, "Ask", "cues-go")).ShouldBe(1);
    }

    [Fact]
    public async Task AFaultOfTheWalk_EndsItInSilence_AndThePersonIsAskedHowItWas()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await WebPage.WalkOnAsync(page);
        IWorker worker = await WebPage.WalkAsync(page);
        await worker.EvaluateAsync<object?>("say({ fault: { stack: 'a fault made by a test' } })");
        await page.GetByRole(AriaRole.Heading, new() { Name = "How tired are you now?" }).WaitForAsync();
        (await WebPage.HeardAsync(page)).Count(m => m.TryGetProperty("name", out JsonElement n) && n.ValueEquals("End")).ShouldBe(1);
    }

    [Fact]
    public async Task AWayToTheEar_ThatNobodyMeasured_IsSaidBeforeTheWalk_AndCanBeSetFromThere()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        IWorker worker = await WebPage.WalkAsync(page);
        await worker.EvaluateAsync<object?>("globalThis.way = ['page.ear.unknown']");
        await WebPage.PressAsync(page, "Start");
        await WebPage.PressAsync(page, "No, as usual");
        const string words = "Is the beat late in your ear? Set the time of the sound.";
        await page.GetByText(words).WaitForAsync();
        await WebPage.UntilAsync(page, $"spoken.includes({JsonSerializer.Serialize(words)})");
        JsonElement asked = (await WebPage.HeardAsync(page)).Last(m => m.TryGetProperty("name", out JsonElement n) && n.ValueEquals("Way")).GetProperty("args");
        (asked[1].GetBoolean(), asked[2].GetBoolean(), asked[3].GetBoolean()).ShouldBe((false, false, false), "not measured, not another one, not backward");
        await WebPage.PressAsync(page, "Set the time of the sound");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Tap with the beat" }).WaitForAsync();
        await WebPage.PressAsync(page, "Back");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Your shoes" }).WaitForAsync();
    }

    [Fact]
    public async Task ARest_ThatComesWhileTheSoundIsTakenAway_SaysSoOnTheScreen_AndIsNotReadAloud()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await WithoutHeadsetAsync(context);
        await page.EvaluateAsync("spoken.length = 0");
        IWorker worker = await WebPage.WalkAsync(page);
        await worker.EvaluateAsync<object?>("walking({ restDue: true })");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Take a rest" }).WaitForAsync();
        await page.GetByText("The headphones changed. So there is no sound.").WaitForAsync();
        await page.WaitForTimeoutAsync(300);
        (await page.EvaluateAsync<string[]>("spoken")).ShouldBeEmpty();
    }

    [Fact]
    public async Task AFault_ThatComesUpInAWalk_IsShownAndSaidOnce_ButNotWhileTheSoundIsTakenAway()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await WebPage.WalkOnAsync(page);
        IWorker worker = await WebPage.WalkAsync(page);
        const string full = "The phone is full. This walk is not kept.";
        for (int i = 0; i < 2; i++)
        {
            await worker.EvaluateAsync<object?>("walking({ storage: { bytes: 1, problem: 'the storage is full' } })");
            await page.GetByText(full).WaitForAsync();
        }

        (await page.EvaluateAsync<string[]>("spoken")).Count(s => string.Equals(s, full, StringComparison.Ordinal)).ShouldBe(1);
        await worker.EvaluateAsync<object?>("walking({})");
        await page.WaitForTimeoutAsync(300);
        await page.EvaluateAsync("navigator.mediaDevices.dispatchEvent(new Event('devicechange'))");
        await page.GetByText("The headphones changed. So there is no sound.").WaitForAsync();
        await page.EvaluateAsync("spoken.length = 0");
        await worker.EvaluateAsync<object?>("walking({ storage: { bytes: 1, problem: 'the storage is full' } })");
        await page.GetByText(full).WaitForAsync();
        (await page.EvaluateAsync<string[]>("spoken")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ThePhonesBackKey_InAWalk_Stops()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await WebPage.WalkOnAsync(page);
        await page.EvaluateAsync("history.back()");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Take a rest" }).WaitForAsync();
    }

    [Fact]
    public async Task NothingLeaves_AndNothingComesFromElsewhere()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        List<string> foreign = [], refused = [];
        context.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(web.Url, StringComparison.Ordinal) && !r.Url.StartsWith("blob:" + web.Url[..^1], StringComparison.Ordinal)) foreign.Add(r.Url);
            if (!r.Method.Equals("GET", StringComparison.Ordinal)) foreign.Add(r.Method + " " + r.Url);
        };
        context.Console += (_, m) =>
        {
            if (m.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refused.Add(m.Text);
        };
        IPage page = await web.OpenAsync(context);
        await WebPage.WalkOnAsync(page);
        await WebPage.PressAsync(page, "STOP");
        await WebPage.PressAsync(page, "Enough for today");
        await WebPage.PressAsync(page, "Tired");
        await WebPage.PressAsync(page, "No pain");
        await WebPage.PressAsync(page, "Finish");
        foreign.ShouldBeEmpty();
        refused.ShouldBeEmpty();
        // The policy holds: what a foreign script would do is refused.
        (await page.EvaluateAsync<string>("fetch('https://example.org/').then(() => 'sent', () => 'refused')")).ShouldBe("refused");
        (await page.EvaluateAsync<bool>("() => { const s = document.createElement('script'); s.textContent = 'window.inline = true'; document.head.append(s); return window.inline === true; }")).ShouldBeFalse();
        string html = await File.ReadAllTextAsync(Path.Combine(web.Dist, "index.html"), TestContext.Current.CancellationToken);
        html.ShouldContain("script-src 'self' 'wasm-unsafe-eval'");
        html.ShouldNotContain("unsafe-inline");
    }

    [Fact]
    public void TheFirstPage_AndTheWalksPart_AreSmall()
    {
        web.Require();
        string[] files = [Path.Combine(web.Dist, "index.html"), Path.Combine(web.Dist, "icon.svg"), Path.Combine(web.Dist, "manifest.webmanifest"), .. Directory.GetFiles(Path.Combine(web.Dist, "assets"))];
        double packed = files.Sum(Packed) / 1000.0, words = Directory.GetFiles(Path.Combine(web.Dist, "words")).Sum(f => new FileInfo(f).Length) / 1e6;
        output.WriteLine(FormattableString.Invariant($"first page: {packed:0.0} kB gz in {files.Length} files; spoken words: {words:0.00} MB"));
        packed.ShouldBeLessThan(150);
        words.ShouldBeLessThan(2);
        if (Directory.GetFiles(Path.Combine(web.Dist, "walk"), "*.br", SearchOption.AllDirectories) is not { Length: > 0 } walk) return; // built without the walk's part
        double walkMB = walk.Sum(f => new FileInfo(f).Length) / 1e6;
        output.WriteLine(FormattableString.Invariant($"the .NET part in Brotli: {walkMB:0.00} MB"));
        walkMB.ShouldBeLessThan(2.8);
    }

    // A walk whose headphones have changed.
    private async Task<IPage> WithoutHeadsetAsync(IBrowserContext context)
    {
        IPage page = await web.OpenAsync(context);
        await WebPage.WalkOnAsync(page);
        await page.WaitForTimeoutAsync(300);
        await page.EvaluateAsync("navigator.mediaDevices.dispatchEvent(new Event('devicechange'))");
        await page.GetByText("The headphones changed. So there is no sound.").WaitForAsync();
        return page;
    }

    private static long Packed(string file)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(File.ReadAllBytes(file));
        return packed.Length;
    }

    private static bool Is(JsonElement message, string name, string argument) =>
        message.TryGetProperty("name", out JsonElement n) && n.ValueEquals(name) && message.GetProperty("args")[0].ValueEquals(argument);
}
