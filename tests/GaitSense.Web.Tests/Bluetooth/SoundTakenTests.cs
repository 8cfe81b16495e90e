using System.Globalization;
using System.Text.Json;
using GaitSense.Browser.Tests;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>
/// In a walk with beats the sound is taken away: a headset is gone, a call comes, another player begins. It is silent at once and stays so, also when the phone has its sound again, until the walker asks for it; the walk
/// goes on and is kept whole. GAITSENSE_FULL=1; ConductTests holds the screen's part in .ci/run.
/// </summary>
/// <remarks>What Chromium under test has no switch for is done from the page: the event that a headset raises, the context's own suspension, the pause of the sound that the page plays all the time.</remarks>
[Collection(PageTests.Name)]
public sealed class SoundTakenTests(WebPage web, ITestOutputHelper output) : IAsyncDisposable
{
    private const double RateHz = 200, QuietS = 6, LaterS = 40;
    private const int BeatsAfter = 12;

    // A tone's fade of 15 ms and the block that is with the device already.
    private const double MostMs = 60;

    private const string Again = "Sound on again";

    // The preferred cadence is said, so that there is no baseline to walk first.
    private static readonly GaitParameters Person = new();

    private static readonly string Plan = FormattableString.Invariant($"p => ({{ ...p, rhythm: {{ ...p.rhythm, own_cadence_steps_per_min: {Person.CadenceStepsPerMin} }}, fading: {{ ...p.fading, probe_s: 0 }} }})");

    // The page's own player and what the page would say aloud, and when.
    private const string Reach = """
        { const Real = Audio; globalThis.Audio = class extends Real { constructor(...a) { super(...a); globalThis.bed = this; } }; }
        globalThis.said = []; speechSynthesis.speak = u => said.push({ at: performance.timeOrigin + performance.now(), text: u.text });
        """;

    private readonly TestFolder _folder = new();
    private ShoeBrowser? _browser;
    private EmulatedRadio? _radio;

    public async ValueTask DisposeAsync()
    {
        if (_radio is not null) await _radio.DisposeAsync();
        if (_browser is not null) await _browser.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("a headset is gone", "navigator.mediaDevices.dispatchEvent(new Event('devicechange'))", "null", "The headphones changed. So there is no sound.")]
    [InlineData("a call", "listened.context.suspend()", "listened.context.resume()", "The phone needs the sound. So it is quiet here.")]
    [InlineData("another player", "bed.pause()", "bed.play()", "The phone needs the sound. So it is quiet here.")]
    public async Task SoundThatIsTaken_IsSilenceAtOnce_UntilTheWalkersTouch_AndTheWalkIsKeptWhole(string what, string take, string giveBack, string words)
    {
        Assert.SkipUnless(FullRun.IsWanted, "GAITSENSE_FULL=1 walks with real packets; ConductTests has the screen");
        ShoePage page = await WalkAsync();
        double walkedS = await page.Page.EvaluateAsync<double>("witness.state.walkedS");
        await TakeAsync(page, take);
        double takenMs = await page.Page.EvaluateAsync<double>("takenAt");
        await page.UntilAsync($"document.querySelector('h1').textContent === 'Quiet' && document.body.innerText.includes({JsonSerializer.Serialize(words)})", 2);
        double shownMs = await page.NowMsAsync() - takenMs;
        await page.Page.GetByRole(AriaRole.Button, new() { Name = Again, Exact = true }).WaitForAsync();
        await Task.Delay(TimeSpan.FromSeconds(QuietS / 2), TestContext.Current.CancellationToken);
        // A context that is held has a clock that stands still: a tone that it cut off ends at that frame, and the page's time of it is known only when it goes on.
        await page.Page.EvaluateAsync("globalThis.heldAt = listened.context.state === 'running' ? -1 : 48000 * listened.context.currentTime");
        await page.Page.EvaluateAsync($"() => {{ {giveBack}; }}"); // the phone has its sound again: nobody asked for ours
        await Task.Delay(TimeSpan.FromSeconds(QuietS / 2), TestContext.Current.CancellationToken);

        string seen = await page.Page.EvaluateAsync<string>("document.body.innerText");
        double touchMs = await page.NowMsAsync();
        double[] after = [.. (await HeardBeats.OfAsync(page.Page)).OnsetsMs.Where(o => o > takenMs && o < touchMs).Select(o => o - takenMs)];
        double[] ends = await page.Page.EvaluateAsync<double[]>("listened.endsMs.filter((e, i) => e > takenAt && listened.ends[i] > heldAt).map(e => e - takenAt)");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: said {shownMs:0} ms after it; sounds that began after it: {after.Length}; the last sound ended {(ends.Length == 0 ? 0 : ends.Max()):0.0} ms after it"));
        output.WriteLine(seen.ReplaceLineEndings(" | "));
        after.ShouldAllBe(ms => ms < MostMs);
        ends.ShouldAllBe(ms => ms < MostMs);
        seen.ShouldContain(words);
        (await page.Page.EvaluateAsync<bool>("bed.paused")).ShouldBeTrue("what the page plays all the time is silent too");
        (await page.Page.EvaluateAsync<int>("said.filter(s => s.at > takenAt).length")).ShouldBe(0, "nothing is read aloud into another device");
        (await page.Page.EvaluateAsync<string>("witness.state.cues.state + ' ' + witness.state.cues.why")).ShouldBe("silent stopped");
        (await page.Page.EvaluateAsync<double>("witness.state.walkedS")).ShouldBeGreaterThan(walkedS + QuietS - 2, "the walk goes on");

        await AskAgainAsync(page);
        await GoesOnAsync(page, what);
    }

    [Theory]
    [InlineData("refuses", "Promise.reject(new DOMException('in a call', 'InvalidStateError'))")]
    [InlineData("does not answer", "new Promise(() => undefined)")]
    public async Task ATouchWhileTheCallIsOn_StaysQuiet_SaysSo_AndTheNextOneBringsTheSoundBack(string how, string answer)
    {
        Assert.SkipUnless(FullRun.IsWanted, "GAITSENSE_FULL=1 walks with real packets; ConductTests has the screen");
        const string Words = "The phone needs the sound. So it is quiet here.";
        ShoePage page = await WalkAsync();
        await page.Page.EvaluateAsync($"() => {{ const {{ resume }} = AudioContext.prototype; globalThis.callIsOver = () => {{ AudioContext.prototype.resume = resume; }}; AudioContext.prototype.resume = () => {answer}; }}");
        await TakeAsync(page, "listened.context.suspend()");
        await page.SeesAsync(Words, 2);
        await page.PressAsync(Again);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        string seen = await page.Page.EvaluateAsync<string>("document.body.innerText");
        output.WriteLine($"a phone in a call that {how}: {seen.ReplaceLineEndings(" | ")}");
        seen.ShouldContain(Words);
        seen.ShouldContain(Again);
        seen.ShouldStartWith("Quiet");
        (await page.Page.EvaluateAsync<string>("witness.state.cues.state")).ShouldBe("silent");

        await page.Page.EvaluateAsync("callIsOver()");
        await AskAgainAsync(page);
        await GoesOnAsync(page, $"a call that {how}");
    }

    private async Task<ShoePage> WalkAsync()
    {
        web.RequireWalk();
        SimulatedRecording walk = new(Walker.Walk(Person, [WalkSegment.Stand(3), WalkSegment.Walk(WalkManner.Forward, 2 * 150)], seed: 31), new ImuErrorModel { RateHz = RateHz }, seed: 9);
        _browser = await ShoeBrowser.StartAsync(web, _folder["profile"]);
        _radio = await EmulatedRadio.StartAsync(_browser.Browser, RateHz, f => walk.MemoryOf(f));
        ShoePage page = await ShoePage.OpenAsync(web, _browser, _radio, Plan, Reach);
        await page.WalkAsync();
        await page.UntilAsync("witness.state?.cues.state === 'on' && witness.fates.filter(f => f.fate === 'begun').length >= 8", 40);
        return page;
    }

    // While a tone sounds.
    private static async Task TakeAsync(ShoePage page, string take) => await page.Page.EvaluateAsync($$"""
        async () => {
          for (const before = listened.onsets.length; listened.onsets.length === before;) await new Promise(r => setTimeout(r, 1));
          globalThis.takenAt = performance.timeOrigin + performance.now(); {{take}};
        }
        """);

    private static async Task AskAgainAsync(ShoePage page)
    {
        await page.Page.EvaluateAsync("globalThis.begunThen = witness.fates.filter(f => f.fate === 'begun').length");
        await page.PressAsync(Again);
        await page.UntilAsync("globalThis.begunThen >= 0 && !document.body.innerText.includes('Sound on again')", 5);
    }

    // Beats as before, and the file of the walk with all that was sent.
    private async Task GoesOnAsync(ShoePage page, string what)
    {
        double touchMs = await page.NowMsAsync();
        await page.UntilAsync(FormattableString.Invariant($"witness.fates.filter(f => f.fate === 'begun').length >= begunThen + {BeatsAfter}"), LaterS);
        double backS = (await page.NowMsAsync() - touchMs) / 1000;
        await Task.Delay(200, TestContext.Current.CancellationToken); // the last one is heard
        HeardBeats back = await HeardBeats.OfAsync(page.Page, touchMs);
        (await page.Page.EvaluateAsync<bool>("bed.paused")).ShouldBeFalse("what keeps the page awake plays again");
        int[] sentThen = [.. _radio!.Shoes.Select(s => s.Sent.Count)];
        await page.EndAsync();
        string session = await page.SaveAsync(_folder["file"]);
        foreach (EmulatedShoe shoe in _radio.Shoes)
        {
            byte[][] kept = SessionPackets.Of(session, shoe.Foot), sent = [.. shoe.Sent];
            output.WriteLine($"{shoe.Foot}: {sentThen[(int)shoe.Foot]} packets sent before STOP, {kept.Length} kept");
            kept.Length.ShouldBeInRange(sentThen[(int)shoe.Foot], sent.Length);
            kept.ShouldBe(sent[..kept.Length], $"{shoe.Foot}: the bytes that were sent, in their order");
        }

        double[] plan = [.. back.BesidePlanMs.Order()];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {BeatsAfter} beats {backS:0.0} s after the touch; {back}; beside the time that the walk wanted {plan[0]:0.0} to {plan[^1]:0.0} ms, median {plan[plan.Length / 2]:0.0} ms"));
        back.BesideScheduleMs.Length.ShouldBeGreaterThanOrEqualTo(BeatsAfter / 2);
        back.BesideScheduleMs.ShouldAllBe(ms => ms < 1);
        // By page times, whose stamps tremble by a buffer of 10 ms in a headless browser (SoundTests).
        Math.Abs(plan[plan.Length / 2]).ShouldBeLessThan(20);
        plan.ShouldAllBe(ms => Math.Abs(ms) < 40);
        (await CommandLine.GaitSenseAsync("replay", session, "--speed", "max", "--plain", "--out", _folder["native"])).ShouldContain("identical to what was decided live");
        page.Errors.ShouldBeEmpty();
    }
}
