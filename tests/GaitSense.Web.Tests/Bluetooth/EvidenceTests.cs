using System.Globalization;
using GaitSense.Core;
using GaitSense.Simulation.Presets;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>What the page costs and what it stands: figures for benchmarks/results/page.md, with few limits of their own. GAITSENSE_FULL=1; GAITSENSE_HIDDEN_MIN: how long the walk of a hidden page is.</summary>
[Collection(PageTests.Name)]
public sealed class EvidenceTests(WebPage web, ITestOutputHelper output)
{
    private const double RateHz = 200, WalkS = 60, WarmS = 120, EighthOfACore = 0.125;

    /// <summary>From when on the processor is held.</summary>
    public enum Since
    {
        FirstStep,
        FirstStepOfASecondVisit,
        ThirdMinute,
    }

    private static readonly double HiddenWalkS = double.TryParse(Environment.GetEnvironmentVariable("GAITSENSE_HIDDEN_MIN"), CultureInfo.InvariantCulture, out double minutes) ? 60 * minutes : 60;

    [Theory]
    [InlineData(1.0)]
    [InlineData(EighthOfACore)]
    [InlineData(2.0)]
    public Task Packets_AreHandled_AlsoOnAShareOfACore(double share) => HoldAsync(share, ofThePageAlone: false, Since.FirstStep);

    // What emulates the radio, which no phone has, is free.
    [Theory]
    [InlineData(0.25)]
    [InlineData(EighthOfACore)]
    public Task Packets_AreHandled_WhereThePageHasAShareOfACore(double share) => HoldAsync(share, ofThePageAlone: true, Since.FirstStep);

    [Fact]
    public Task Packets_AreHandled_WhereThePageHasAnEighthOfACoreOnASecondVisit() => HoldAsync(EighthOfACore, ofThePageAlone: true, Since.FirstStepOfASecondVisit);

    [Fact]
    public Task Packets_AreHandled_WhereThePageHasAnEighthOfACoreFromTheThirdMinuteOn() => HoldAsync(EighthOfACore, ofThePageAlone: true, Since.ThirdMinute);

    private async Task HoldAsync(double share, bool ofThePageAlone, Since since)
    {
        Require();
        CoreShare? group = CoreShare.TryMake(2, out string why); // free until the walk begins: loading is another question
        Assert.SkipWhen(group is null, $"no cgroup can be made here: {why}");
        using CoreShare held = group;
        using var folder = new TestFolder();
        if (since == Since.FirstStepOfASecondVisit) await WalkBeforeAsync(folder);
        (ShoeBrowser browser, EmulatedRadio radio, ShoePage page) = await OpenAsync(folder, WarmS + WalkS, held, script: WithoutRests(WarmS + WalkS), timed: true);
        await using ShoeBrowser closing = browser;
        await using EmulatedRadio ending = radio;
        await page.WalkAsync();
        if (since == Since.ThirdMinute) await Task.Delay(TimeSpan.FromSeconds(WarmS), TestContext.Current.CancellationToken);
        int before = (await page.PacketTimesAsync()).Took.Length;
        (IReadOnlyDictionary<string, double> cpuS, _) = await browser.UseAsync();
        if (ofThePageAlone) held.Free(browser.ProcessId);
        double from = await page.NowMsAsync();
        held.Set(share);
        await Task.Delay(TimeSpan.FromSeconds(WalkS), TestContext.Current.CancellationToken);
        int[] sent = [.. radio.Shoes.Select(s => s.Sent.Count)];
        held.Set(2);
        double lastedS = (await page.NowMsAsync() - from) / 1000;
        (IReadOnlyDictionary<string, double> cpuAfterS, double memoryMB) = await browser.UseAsync();
        (double[] took, double[] after) = await page.PacketTimesAsync();
        HeardBeats heard = await HeardBeats.OfAsync(page.Page);
        string name = share >= 2 ? "the whole machine" : FormattableString.Invariant($"{share:0.###} of a core{(ofThePageAlone ? " for the page alone" : "")}");
        output.WriteLine(FormattableString.Invariant($"{name} since {since}, {lastedS:0} s: {took.Length - before} notifications; in the worker ms: {Spread(took[before..])}; from its event to its end ms: {Spread(after[before..])}"));
        output.WriteLine(FormattableString.Invariant($"  processor of all the browser's processes {Share(cpuS, cpuAfterS, lastedS)} of a core; memory of the page's process {memoryMB:0} MB; packets sent {sent[0]} and {sent[1]}, at most {radio.Shoes.Max(s => s.LongestQueue)} waited, {radio.Shoes.Sum(s => s.Dropped)} dropped by the shoes; {heard}"));
        await page.EndAsync();
        string session = await page.SaveAsync(folder["file"]);
        foreach (EmulatedShoe shoe in radio.Shoes)
        {
            byte[][] kept = SessionPackets.Of(session, shoe.Foot);
            kept.ShouldBe([.. shoe.Sent.Take(kept.Length)], "all that was sent is kept");
            kept.Length.ShouldBeGreaterThanOrEqualTo(sent[(int)shoe.Foot]);
        }

        heard.BesideScheduleMs.ShouldAllBe(ms => ms < 1);
    }

    // What the browser keeps of compiled code is made in a walk; of the walk itself nothing is left, for there is one a day.
    private async Task WalkBeforeAsync(TestFolder folder)
    {
        (ShoeBrowser browser, EmulatedRadio radio, ShoePage page) = await OpenAsync(folder, WarmS);
        await using ShoeBrowser closing = browser;
        await using EmulatedRadio ending = radio;
        await page.WalkAsync();
        await Task.Delay(TimeSpan.FromSeconds(WarmS), TestContext.Current.CancellationToken);
        await page.EndAsync();
        await page.Page.EvaluateAsync("(async () => { const root = await navigator.storage.getDirectory(); for await (const name of root.keys()) await root.removeEntry(name, { recursive: true }); localStorage.clear(); })()");
        await Task.Delay(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken); // the browser's own stores are written now and then
    }

    // Two, so that each can be run by itself: twenty minutes of it are long.
    [Fact]
    public Task Beats_OfAHiddenPage_AreCounted() => HideAsync(hasBed: true);

    [Fact]
    public Task Beats_OfAHiddenPageWithoutTheBedSound_AreCounted() => HideAsync(hasBed: false);

    private async Task HideAsync(bool hasBed)
    {
        Require();
        using var folder = new TestFolder();
        (ShoeBrowser browser, EmulatedRadio radio, ShoePage page) = await OpenAsync(folder, HiddenWalkS, canHide: true, script: WithoutRests(HiddenWalkS) + (hasBed ? "" : "HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('no bed in this test', 'NotAllowedError'));"));
        await using ShoeBrowser closing = browser;
        await using EmulatedRadio ending = radio;
        await page.WalkAsync();
        await page.UntilAsync("witness.fates.some(f => f.fate === 'begun')", 60);
        await Task.Delay(TimeSpan.FromSeconds(HiddenWalkS / 6), TestContext.Current.CancellationToken);
        IPage other = await page.Page.Context.NewPageAsync();
        await other.BringToFrontAsync();
        await page.UntilAsync("document.hidden", 10);
        await Task.Delay(TimeSpan.FromSeconds(HiddenWalkS * 4 / 6), TestContext.Current.CancellationToken);
        await other.CloseAsync();
        await page.Page.BringToFrontAsync();
        await page.UntilAsync("!document.hidden", 10);
        await Task.Delay(TimeSpan.FromSeconds(HiddenWalkS / 6), TestContext.Current.CancellationToken);
        HeardBeats heard = await HeardBeats.OfAsync(page.Page);
        int hidden = heard.Begun.Count(b => b.Hidden), unheard = heard.Begun.Count(b => b.Hidden && !heard.OnsetsMs.Any(o => Math.Abs(o - b.AtMs) < 40));
        output.WriteLine(FormattableString.Invariant($"hidden for {HiddenWalkS * 4 / 6:0} of {HiddenWalkS:0} s {(hasBed ? "with" : "without")} the bed sound: {hidden} beats begun while hidden, {unheard} of them not recorded within 40 ms of their time; {heard}"));
        output.WriteLine(FormattableString.Invariant($"  at most {radio.Shoes.Max(s => s.LongestQueue)} packets waited, {radio.Shoes.Sum(s => s.Dropped)} dropped"));
        hidden.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task StartAndDownload_AreSaid()
    {
        Require();
        using var folder = new TestFolder();
        long from = System.Diagnostics.Stopwatch.GetTimestamp();
        ShoeBrowser browser = await ShoeBrowser.StartAsync(web, folder["profile"]);
        double startedMs = System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        await using EmulatedRadio radio = await EmulatedRadio.StartAsync(browser.Browser, RateHz, _ => Array.Empty<ImuSample>());
        from = System.Diagnostics.Stopwatch.GetTimestamp();
        ShoePage page = await ShoePage.OpenAsync(web, browser, radio);
        await page.SeesAsync("Hello.");
        double firstMs = System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        output.WriteLine(FormattableString.Invariant($"first visit: {firstMs:0} ms to the first screen that says what is offered (the browser itself took {startedMs:0} ms)"));
        await page.Page.EvaluateAsync("navigator.serviceWorker.ready");
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        // As gaitsense serve sends them: the packed copy where there is one.
        string[] sent = [.. Directory.GetFiles(web.Dist, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is not (".br" or ".gz"))];
        double allMB = sent.Sum(f => new FileInfo(File.Exists(f + ".br") ? f + ".br" : f).Length) / 1e6;
        output.WriteLine(FormattableString.Invariant($"all that is kept for a visit without a network: {allMB:0.00} MB in {sent.Length} files"));
        await page.UntilAsync("localStorage.getItem('gaitsense.ahead') !== null", 60);
        await Task.Delay(15_000, TestContext.Current.CancellationToken); // the browser's small store is written now and then
        await browser.DisposeAsync();
        for (int i = 0; i < 3; i++)
        {
            await using ShoeBrowser again = await ShoeBrowser.StartAsync(web, folder["profile"]);
            await using EmulatedRadio there = await EmulatedRadio.StartAsync(again.Browser, RateHz, _ => Array.Empty<ImuSample>());
            page = await ShoePage.OpenAsync(web, again, there, script: PressAtOnce);
            await page.UntilAsync("globalThis.askedMs !== undefined", 60);
            double[] ms = await page.Page.EvaluateAsync<double[]>("[offeredMs, pressedMs, askedMs]");
            output.WriteLine(FormattableString.Invariant($"again, in a new browser process: {ms[0]:0} ms to what is offered and its Start; pressed {ms[1] - ms[0]:0} ms later, the first question came {ms[2] - ms[1]:0} ms after that"));
            await Task.Delay(8000, TestContext.Current.CancellationToken);
        }
    }

    // As soon as Start is there, and a touch counts, it is pressed.
    private const string PressAtOnce = """
        new MutationObserver(() => {
          const start = [...document.querySelectorAll('button')].find(b => b.textContent === 'Start'), title = document.querySelector('h1')?.textContent ?? '';
          if (start && globalThis.offeredMs === undefined) {
            globalThis.offeredMs = performance.now();
            setTimeout(() => { globalThis.pressedMs = performance.now(); [...document.querySelectorAll('button')].find(b => b.textContent === 'Start').click(); }, 550);
          }
          if (title.endsWith('?')) globalThis.askedMs ??= performance.now();
        }).observe(document, { childList: true, subtree: true, characterData: true });
        """;

    // A phone's own walk has a rest after two minutes, which a page that is hidden cannot be told to have had; and a walk of this length is none of its doses.
    private static string WithoutRests(double walkS) => FormattableString.Invariant($$"""
        globalThis.walkOf = () => ({ minutes: {{(walkS / 60) + 5}}, restAfter: null });
        const soon = globalThis.planOf;
        globalThis.planOf = p => ({ ...soon(p), duration_s: {{walkS + 300}} });

        """);

    private static void Require() => Assert.SkipUnless(FullRun.IsWanted, "GAITSENSE_FULL=1 makes the figures of benchmarks/results/page.md");

    private static string Share(IReadOnlyDictionary<string, double> before, IReadOnlyDictionary<string, double> after, double s)
    {
        double Of(string type) => 100 * (after[type] - before.GetValueOrDefault(type)) / s;
        return FormattableString.Invariant($"{after.Keys.Sum(Of):0} % ({string.Join(", ", after.Keys.Select(t => FormattableString.Invariant($"{t} {Of(t):0}")))})");
    }

    private static string Spread(double[] ms)
    {
        double[] sorted = [.. ms.Order()];
        return sorted.Length == 0 ? "none" : FormattableString.Invariant($"median {sorted[sorted.Length / 2]:0.00}, p99 {sorted[(int)(0.99 * (sorted.Length - 1))]:0.00}, max {sorted[^1]:0.0}");
    }

    private async Task<(ShoeBrowser Browser, EmulatedRadio Radio, ShoePage Page)> OpenAsync(TestFolder folder, double walkS, CoreShare? share = null, string? script = null, bool timed = false, bool canHide = false)
    {
        web.RequireWalk();
        SimulatedRecording recording = SimulationPresets.Find("ms-mild")!.Record(3, walkS + 120, RateHz);
        ShoeBrowser browser = await ShoeBrowser.StartAsync(web, folder["profile"], share, canHide);
        EmulatedRadio radio = await EmulatedRadio.StartAsync(browser.Browser, RateHz, f => recording.MemoryOf(f));
        return (browser, radio, await ShoePage.OpenAsync(web, browser, radio, ShoePage.Soon, script, timed));
    }
}
