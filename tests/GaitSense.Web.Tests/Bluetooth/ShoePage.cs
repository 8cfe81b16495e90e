using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>The walker's page in a browser with emulated shoes, and the hand that uses it. Touches are counted.</summary>
internal sealed class ShoePage
{
    /// <summary>A cue plan whose beats come after ten seconds of walking, as a short test needs them.</summary>
    public const string Soon = "p => ({ ...p, rhythm: { ...p.rhythm, baseline_s: 10, baseline_strides: 6 }, fading: { ...p.fading, probe_s: 0 } })";

    private readonly List<string> _errors = [];

    private ShoePage(IPage page, EmulatedRadio radio, DeviceList list) => (Page, Radio, List) = (page, radio, list);

    public IPage Page { get; }

    public EmulatedRadio Radio { get; }

    public DeviceList List { get; }

    /// <summary>Touches of the page so far; taps into the browser's own list are <see cref="DeviceList.Answered"/>.</summary>
    public int Touches { get; private set; }

    /// <summary>Questions that were answered.</summary>
    public int Questions { get; private set; }

    /// <summary>Errors of the page's scripts.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Opens the page.</summary>
    /// <param name="web">Where it is served.</param>
    /// <param name="browser">The browser.</param>
    /// <param name="radio">Its radio.</param>
    /// <param name="planOf">A function, JavaScript, that changes the walk's cue plan; null: it stays.</param>
    /// <param name="script">Runs before the page's own; null: nothing.</param>
    /// <param name="timed">Whether the worker measures what each notification takes.</param>
    public static async Task<ShoePage> OpenAsync(WebPage web, ShoeBrowser browser, EmulatedRadio radio, string? planOf = null, string? script = null, bool timed = false)
    {
        IBrowserContext context = browser.Browser.Contexts[0];
        context.SetDefaultTimeout(60_000);
        IPage page = context.Pages.Count > 0 ? context.Pages[0] : await context.NewPageAsync();
        ICDPSession session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Page.setBypassCSP", new(StringComparer.Ordinal) { ["enabled"] = true }); // a recorder of sound is a script that is not the page's
        await page.AddInitScriptAsync($"const recorder = {JsonSerializer.Serialize(WebPage.Double("recorder.js"))};\n{WebPage.Double("listen.js")}");
        await page.AddInitScriptAsync(WebPage.Double("notify.js"));
        await page.AddInitScriptAsync(WebPage.Double("witness.js"));
        await page.AddInitScriptAsync("speechSynthesis.speak = u => { (globalThis.spoken ??= []).push(u.text); };");
        if (planOf is not null) await page.AddInitScriptAsync($"globalThis.planOf = {planOf};");
        if (script is not null) await page.AddInitScriptAsync(script);
        if (timed) await MeasureAsync(page, web);
        ShoePage opened = new(page, radio, await DeviceList.OfAsync(page));
        page.PageError += (_, e) => opened._errors.Add(e);
        await page.GotoAsync(web.Url);
        return opened;
    }

    /// <summary>From Start to the shoes: questions of the day are answered with what lets one walk.</summary>
    public async Task ToShoesAsync()
    {
        await PressAsync("Start");
        ILocator heading = Page.Locator("h1");
        for (string asked = string.Empty; ;)
        {
            await WebPage.UntilAsync(Page, $"document.querySelector('h1').textContent !== {JsonSerializer.Serialize(asked)}");
            asked = (await heading.TextContentAsync())!;
            if (string.Equals(asked, "Your shoes", StringComparison.Ordinal)) return;
            if (!asked.EndsWith('?')) continue;
            await Page.WaitForTimeoutAsync(WebPage.GuardMs + 30);
            await Page.Locator(".acts button").First.ClickAsync();
            Questions++;
        }
    }

    /// <summary>A shoe is chosen: a touch of the page, and one of the browser's list.</summary>
    public async Task ChooseAsync(EmulatedShoe shoe)
    {
        List.Tap(shoe.Address);
        int before = List.Answered;
        await PressAsync(shoe.Foot == Core.Foot.Left ? "Choose the left shoe" : "Choose the right shoe");
        for (int i = 0; i < 400 && List.Answered == before; i++) await Task.Delay(25, TestContext.Current.CancellationToken);
        List.Answered.ShouldBe(before + 1, "the browser's list came");
    }

    /// <summary>Both shoes are chosen and connected, and the walk begins.</summary>
    public async Task WalkAsync()
    {
        await ToShoesAsync();
        foreach (EmulatedShoe shoe in Radio.Shoes) await ChooseAsync(shoe);
        await PressAsync("Walk");
        await Page.Locator(".stop").WaitForAsync();
    }

    /// <summary>STOP, unless there is a rest already, and that was all for today; the walk's summary is on the screen.</summary>
    public async Task EndAsync()
    {
        if (await Page.Locator(".stop").CountAsync() > 0) await Page.Locator(".stop").DispatchEventAsync("pointerdown");
        await PressAsync("Enough for today");
        await PressAsync("Tired");
        await PressAsync("No pain");
        await Page.GetByRole(AriaRole.Heading, new() { Name = "You are done" }).WaitForAsync();
    }

    /// <summary>The walk as a file, unpacked: the folder of its session.</summary>
    public async Task<string> SaveAsync(string folder)
    {
        IDownload download = await Page.RunAndWaitForDownloadAsync(() => WebPage.PressAsync(Page, "Save the walk as a file"));
        string file = Path.Combine(folder, "walk.zip");
        await download.SaveAsAsync(file);
        await System.IO.Compression.ZipFile.ExtractToDirectoryAsync(file, folder, TestContext.Current.CancellationToken);
        return Path.GetDirectoryName(Directory.GetFiles(folder, "session.gait", SearchOption.AllDirectories).Single())!;
    }

    public async Task PressAsync(string name)
    {
        await WebPage.PressAsync(Page, name);
        Touches++;
    }

    /// <summary>Waits for something in the page.</summary>
    public async Task UntilAsync(string condition, double withinS = 30)
    {
        for (double s = 0; s < withinS; s += 0.05)
        {
            if (await Page.EvaluateAsync<bool>($"() => Boolean({condition})")) return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"not within {withinS} s: {condition}; {await Page.EvaluateAsync<string>("JSON.stringify([witness.state, witness.states.slice(-12), witness.faults, document.body.innerText])")}; {string.Join("; ", Radio.Refused)}; {string.Join("; ", Radio.Trace)}");
    }

    /// <summary>Waits for words on the screen.</summary>
    public Task SeesAsync(string words, double withinS = 45) => UntilAsync($"document.body.innerText.includes({JsonSerializer.Serialize(words)})", withinS);

    /// <summary>The page's clock, ms.</summary>
    public Task<double> NowMsAsync() => Page.EvaluateAsync<double>("performance.timeOrigin + performance.now()");

    /// <summary>What each notification took the worker so far, and how long after it had come it was done with, ms.</summary>
    public async Task<(double[] Took, double[] After)> PacketTimesAsync()
    {
        IWorker worker = await WebPage.WalkAsync(Page);
        double[][] all = await worker.EvaluateAsync<double[][]>("globalThis.took ?? []");
        return ([.. all.Select(a => a[0])], [.. all.Select(a => a[1])]);
    }

    private static async Task MeasureAsync(IPage page, WebPage web)
    {
        const string Call = "live?.Notify(link, channel, value, at);";
        string worker = File.ReadAllText(Path.Combine(web.Dist, "walk", "worker.js"));
        worker.ShouldContain(Call);
        worker = worker.Replace(Call, "const from = performance.now(); " + Call + " (globalThis.took ??= []).push([performance.now() - from, page.now() - at]);", StringComparison.Ordinal);
        await page.RouteAsync("**/walk/worker.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = worker }));
    }
}
