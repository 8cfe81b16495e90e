using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests;

/// <summary>A phone is put down for hours, turned sideways and touched twice, and two hands are never in step with it.</summary>
[Collection(PageTests.Name)]
public sealed class PocketTests(WebPage web)
{
    // The time of day can be moved on; sound and Bluetooth have another clock, as on a phone that slept.
    private const string Later = "globalThis.laterMs = 0; { const now = Date.now; Date.now = () => now() + laterMs; }";

    [Theory]
    [InlineData(3 * 3_600_000, true)]
    [InlineData(600_000, false)]
    public async Task AnswersOfHoursAgo_AreAskedAnewAtStart_AndThoseOfMinutesAgoAreNot(int laterMs, bool asked)
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await OpenAsync(context);
        await ToShoesAsync(page);
        await WebPage.PressAsync(page, "Back");
        await page.EvaluateAsync($"laterMs = {laterMs}");
        await WebPage.PressAsync(page, "Start");
        await page.GetByRole(AriaRole.Heading, new() { Name = asked ? "Is anything new since last time?" : "Your shoes" }).WaitForAsync();
    }

    [Fact]
    public async Task ShoesThatWereReadyForHours_BeginNoWalkBeforeTheQuestionsAreAnsweredAnew()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await OpenAsync(context);
        await ToShoesAsync(page);
        await page.EvaluateAsync("laterMs = 3 * 3600000");
        await WebPage.PressAsync(page, "Walk");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Is anything new since last time?" }).WaitForAsync();
        (await WebPage.CallsAsync(page)).ShouldNotContain("Begin", StringComparer.Ordinal);
        await WebPage.PressAsync(page, "No, as usual");
        await WebPage.PressAsync(page, "Walk");
        await page.Locator(".stop").WaitForAsync();
    }

    [Fact]
    public async Task ShoesThatWereReadyBeforeMidnight_AreFoundAnewAfterIt_AndThenOneWalks()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await OpenAsync(context);
        await page.EvaluateAsync("{ const late = new Date(); late.setHours(23, 58, 0, 0); laterMs = late - Date.now(); }");
        await ToShoesAsync(page);
        await page.EvaluateAsync("laterMs += 300000");
        int before = (await WebPage.CallsAsync(page)).Count(n => n is "Connect");
        await WebPage.PressAsync(page, "Walk");
        for (int i = 0; i < 100 && (await WebPage.CallsAsync(page)).Count(n => n is "Connect") == before; i++) await page.WaitForTimeoutAsync(50);
        await WebPage.PressAsync(page, "Walk");
        await page.Locator(".stop").WaitForAsync();
    }

    [Fact]
    public async Task AQuestion_ThatWasLeftOpenForHours_IsAnswered()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await OpenAsync(context);
        await WebPage.PressAsync(page, "Start");
        await page.EvaluateAsync("laterMs = 3 * 3600000");
        await WebPage.PressAsync(page, "No, as usual");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Your shoes" }).WaitForAsync();
    }

    [Fact]
    public async Task AFirstPage_ThatIsSeenAgainTheNextDay_SaysWhatThatDayHas()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await OpenAsync(context);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).WaitForAsync();
        int before = (await WebPage.CallsAsync(page)).Count(n => n is "Home");
        await page.EvaluateAsync("laterMs = 24 * 3600000; document.dispatchEvent(new Event('visibilitychange'))");
        for (int i = 0; i < 100 && (await WebPage.CallsAsync(page)).Count(n => n is "Home") == before; i++) await page.WaitForTimeoutAsync(50);
        JsonElement asked = (await WebPage.HeardAsync(page)).Last(m => m.TryGetProperty("name", out JsonElement n) && n.ValueEquals("Home"));
        (asked.GetProperty("args")[1].GetDouble() - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()).ShouldBe(24 * 3_600_000, 60_000);
    }

    [Fact]
    public async Task Stop_WhileThePhoneIsStillGivingItsSoundBack_EndsInARest_WithoutACue()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await OpenAsync(context);
        await WebPage.WalkOnAsync(page);
        await page.EvaluateAsync("navigator.mediaDevices.dispatchEvent(new Event('devicechange'))");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sound on again" }).WaitForAsync();
        // The phone takes a second to say what sounds now.
        await page.EvaluateAsync("{ const there = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices); navigator.mediaDevices.enumerateDevices = () => new Promise(ok => setTimeout(() => ok(there()), 1000)); }");
        await WebPage.PressAsync(page, "Sound on again");
        await page.WaitForTimeoutAsync(300);
        await page.Locator(".stop").DispatchEventAsync("pointerdown");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Take a rest" }).WaitForAsync();
        await page.WaitForTimeoutAsync(2500);
        (await page.Locator("h1").TextContentAsync()).ShouldBe("Take a rest");
        (await WebPage.HeardAsync(page)).Count(m => m.TryGetProperty("args", out JsonElement a) && a.ToString().Contains("cues-go", StringComparison.Ordinal)).ShouldBe(0);
        (await WebPage.HeardAsync(page)).Last(m => m.TryGetProperty("sound", out _)).GetProperty("sound").GetProperty("problem").GetString().ShouldBe("stopped");
    }

    [Fact]
    public async Task Enough_SaysThatItIsAtWork_AndIsTheEnd_WhateverIsTouchedAfterIt()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await OpenAsync(context);
        await WebPage.WalkOnAsync(page);
        IWorker worker = await WebPage.WalkAsync(page);
        await worker.EvaluateAsync<object?>("() => { globalThis.end = () => new Promise(ok => setTimeout(() => ok(JSON.stringify({ walkedS: 480, steps: 640, strides: 318, backwardM: null, lengths: null, samples: 100000, storageProblem: null })), 1500)); }");
        await page.Locator(".stop").DispatchEventAsync("pointerdown");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enough for today" }).WaitForAsync();
        await page.WaitForTimeoutAsync(WebPage.GuardMs + 30);
        // All within one turn of the page: a hand that trembles.
        await page.EvaluateAsync("{ const [on, enough] = [...document.querySelectorAll('.acts .main')]; enough.click(); enough.click(); on.click(); }");
        await page.GetByText("One moment. The walk is kept.").WaitForAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "How tired are you now?" }).WaitForAsync();
        await page.WaitForTimeoutAsync(2000);
        (await page.Locator("h1").TextContentAsync()).ShouldBe("How tired are you now?");
        (await WebPage.CallsAsync(page)).Count(n => n is "End").ShouldBe(1);
        await WebPage.PressAsync(page, "Tired");
        await WebPage.PressAsync(page, "No pain");
        await page.WaitForTimeoutAsync(1000);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("You walked 8 minutes");
    }

    [Theory]
    [InlineData(740, 360)]
    [InlineData(568, 320)]
    [InlineData(320, 256)]
    [InlineData(320, 568)]
    [InlineData(1280, 400)]
    public async Task Stop_IsSeenWhole_OnALowScreen_WithAllThatIsSaidAboveIt(int width, int height)
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await OpenAsync(context);
        await WebPage.WalkOnAsync(page);
        await page.SetViewportSizeAsync(width, height);
        IWorker worker = await WebPage.WalkAsync(page);
        await worker.EvaluateAsync<object?>("walking({ storage: { bytes: 1, problem: 'the storage is full' } })");
        await page.EvaluateAsync("navigator.mediaDevices.dispatchEvent(new Event('devicechange'))");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sound on again" }).WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(WebPage.Pictures, $"stop-{width}x{height}.png") });
        double[] box = await page.EvaluateAsync<double[]>("() => { const b = document.querySelector('.stop').getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom, document.documentElement.scrollWidth]; }");
        box[0].ShouldBeGreaterThanOrEqualTo(0);
        box[3].ShouldBe(height, 1);
        (box[3] - box[1]).ShouldBeGreaterThanOrEqualTo((height / 3.0) - 1);
        box[1].ShouldBeGreaterThan(0);
        box[4].ShouldBeLessThanOrEqualTo(width);
        double[] again = await page.EvaluateAsync<double[]>("() => { const b = document.querySelector('.notes .button').getBoundingClientRect(); return [b.top, b.bottom]; }");
        if (height > 300) again[1].ShouldBeLessThanOrEqualTo(box[1], "what brings the sound back is seen without scrolling");
    }

    [Fact]
    public async Task WhereTheBrowserKeepsNothingForThePage_ItIsThereAllTheSame_AndSettingsHoldForTheVisit()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        await context.AddInitScriptAsync("Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });");
        IPage page = await OpenAsync(context);
        await WebPage.PressAsync(page, "Settings");
        await WebPage.PressAsync(page, "Deutsch");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Einstellen" }).WaitForAsync();
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(Later);
        return await web.OpenAsync(context);
    }

    private static async Task ToShoesAsync(IPage page)
    {
        await WebPage.PressAsync(page, "Start");
        await WebPage.PressAsync(page, "No, as usual");
        await page.GetByRole(AriaRole.Button, new() { Name = "Walk", Exact = true }).WaitForAsync();
    }
}
