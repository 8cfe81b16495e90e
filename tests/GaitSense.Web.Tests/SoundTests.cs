using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests;

/// <summary>What goes to the loudspeaker, recorded there: beats at their times, silence at once.</summary>
[Collection(PageTests.Name)]
public sealed class SoundTests(WebPage web, ITestOutputHelper output)
{
    [Fact]
    public async Task Beats_BeginWithinAMillisecondOfTheirSchedule_AndAreSaidToHaveBegun()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync(listen: true);
        IPage page = await web.OpenAsync(context, listen: true);
        IWorker worker = await WalkAsync(page);
        const int Beats = 16;
        await page.EvaluateAsync("""
            () => { const start = AudioBufferSourceNode.prototype.start; listened.starts = []; AudioBufferSourceNode.prototype.start = function (...a) { listened.starts.push(48000 * a[0]); return start.apply(this, a); }; }
            """);
        await worker.EvaluateAsync<object?>($$"""
            () => { const from = performance.timeOrigin + performance.now() + 800;
              globalThis.planned = Array.from({ length: {{Beats}} }, (_, i) => from + 537.123 * i);
              planned.forEach((at, i) => setTimeout(() => say({ cue: { number: i, clip: i % 2 ? 'right' : 'left', side: i % 2 ? 1 : -1, gainDb: 0, at } }), at - 500 - (performance.timeOrigin + performance.now()))); }
            """);
        await WebPage.UntilAsync(page, $"listened.onsets.length >= {Beats}");
        await page.WaitForTimeoutAsync(200);
        double[] planned = await worker.EvaluateAsync<double[]>("planned"), heard = await page.EvaluateAsync<double[]>("listened.onsetsMs");
        double[] scheduled = await page.EvaluateAsync<double[]>("listened.starts"), began = await page.EvaluateAsync<double[]>("listened.onsets");
        (int Number, string Fate, double At)[] fates = await FatesAsync(worker);
        fates.Select(f => f.Fate).Distinct(StringComparer.Ordinal).ShouldBe(["begun"]);
        heard.Length.ShouldBe(Beats);
        // Of its schedule: the frame asked for, against the frame at which it was heard (a tone's rise is common to all). What was reported, and the plan, are page times:
        // a headless browser's stamps tremble on a busy machine.
        double[] ofSchedule = [.. Late(began, scheduled).Select(frames => frames / 48)], ofReport = Late(heard, [.. fates.OrderBy(f => f.Number).Select(f => f.At)]), ofPlan = Late(heard, planned);
        double common = ofSchedule.Order().ElementAt(Beats / 2);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of the schedule: up to {ofSchedule.Max(d => Math.Abs(d - common)):0.000} ms; of what was reported: {ofReport.Min():0.0} to {ofReport.Max():0.0} ms; of the planned time: {ofPlan.Min():0.0} to {ofPlan.Max():0.0} ms"));
        ofSchedule.ShouldAllBe(d => Math.Abs(d - common) < 1);
        foreach (double[] late in (double[][])[ofReport, ofPlan])
        {
            Math.Abs(late.Order().ElementAt(Beats / 2)).ShouldBeLessThan(10);
            late.ShouldAllBe(d => Math.Abs(d) < 40);
        }
    }

    [Fact]
    public async Task Silence_TakesBackWhatHasNotBegun_AndEndsWhatSoundsWithin20Ms()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync(listen: true);
        IPage page = await web.OpenAsync(context, listen: true);
        IWorker worker = await WalkAsync(page);
        await worker.EvaluateAsync<object?>("""
            () => { const now = performance.timeOrigin + performance.now();
              for (const [number, ms] of [[1, 300], [2, 900], [3, 1200]]) say({ cue: { number, clip: 'left', side: 0, gainDb: 0, at: now + ms } }); }
            """);
        await WebPage.UntilAsync(page, "listened.onsets.length === 1");
        // What the page has rendered when it hears of the silence, it cannot take back: time is counted from there.
        await page.EvaluateAsync("""
            () => { const linear = AudioParam.prototype.linearRampToValueAtTime; AudioParam.prototype.linearRampToValueAtTime = function (...a) { listened.fadedAt ??= listened.context.currentTime; return linear.apply(this, a); }; }
            """);
        await worker.EvaluateAsync<object?>("say({ silence: { words: true } })");
        await WebPage.UntilAsync(page, "listened.ends.length === 1");
        await page.WaitForTimeoutAsync(1300);
        double fadeMs = await page.EvaluateAsync<double>("1000 * (listened.ends[0] / 48000 - listened.fadedAt)");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"silent {fadeMs:0.0} ms after the silence was heard of"));
        fadeMs.ShouldBeLessThan(20);
        (await page.EvaluateAsync<int>("listened.onsets.length")).ShouldBe(1);
        (await FatesAsync(worker)).Select(f => $"{f.Number} {f.Fate}").Order(StringComparer.Ordinal).ShouldBe(["1 begun", "2 cancelled", "3 cancelled"]);
    }

    [Fact]
    public async Task ALateBeat_IsMissed_AndLateWordsAreSaid()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync(listen: true);
        IPage page = await web.OpenAsync(context, listen: true);
        IWorker worker = await WalkAsync(page);
        await worker.EvaluateAsync<object?>("""
            () => { const at = performance.timeOrigin + performance.now() - 100;
              say({ cue: { number: 1, clip: 'left', side: 0, gainDb: 0, at } }); say({ cue: { number: 2, clip: 'word', phrase: 'stop', side: 0, gainDb: 0, at } }); }
            """);
        await WebPage.UntilAsync(page, "listened.onsets.length > 0 || globalThis.spoken?.includes('Please stop.')");
        await page.WaitForTimeoutAsync(300);
        (await FatesAsync(worker)).Select(f => $"{f.Number} {f.Fate}").ShouldBe(["1 missed", "2 begun"]);
    }

    private static async Task<IWorker> WalkAsync(IPage page)
    {
        await WebPage.WalkOnAsync(page);
        await WebPage.UntilAsync(page, "listened.node !== undefined");
        await page.WaitForTimeoutAsync(300);
        await page.EvaluateAsync("() => { listened.onsets.length = listened.onsetsMs.length = listened.ends.length = 0; }");
        return await WebPage.WalkAsync(page);
    }

    private static double[] Late(double[] heard, double[] planned) => [.. heard.Select((h, i) => h - planned[i])];

    private static async Task<(int Number, string Fate, double At)[]> FatesAsync(IWorker worker)
    {
        JsonElement all = JsonDocument.Parse(await worker.EvaluateAsync<string>("JSON.stringify(heard.filter(m => m.fate).map(m => m.fate))")).RootElement;
        return [.. all.EnumerateArray().Select(f => (f.GetProperty("number").GetInt32(), f.GetProperty("fate").GetString()!, f.GetProperty("at").GetDouble()))];
    }
}
