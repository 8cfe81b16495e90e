using Microsoft.Playwright;

namespace GaitSense.Web.Tests;

/// <summary>The first page is there before the rules are loaded: what they decided ahead, until they decide anew.</summary>
[Collection(PageTests.Name)]
public sealed class AheadTests(WebPage web)
{
    private const string Ahead = """
        { const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(Date.now()), zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
          const view = { sentence: 'Decided yesterday.', isEmergency: false, offer: { task: 'comfortable-walk', minutes: 10, restAfter: 2, rest: 2, lengths: null, pathM: null, slot: null, plan: null }, reasons: [], changes: [], askedEachTime: [], plan: null, weeks: [],
            questions: [{ id: 'news', text: 'Is anything new since last time?', answers: [{ value: 'no', text: 'No, as usual' }], skippable: true }] };
          localStorage.setItem('gaitsense.ahead', JSON.stringify({ zone: ZONE, language: 'en', days: [{ day: DAY, view }] })); }
        """;

    [Fact]
    public async Task WhatWasDecidedAhead_IsThereAtOnce_AndAStartThatCameEarlyGoesOnWhenTheRulesAreThere()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        TaskCompletionSource loads = new();
        IPage page = await OpenAsync(context, loads.Task);
        await page.GetByText("Decided yesterday.").WaitForAsync();
        await WebPage.PressAsync(page, "Start");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Is anything new since last time?" }).WaitForAsync();
        await WebPage.PressAsync(page, "No, as usual"); // before the rules are there
        await page.GetByText("One moment.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "No, as usual" }).ClickAsync(); // once more is not twice
        loads.SetResult();
        await page.GetByRole(AriaRole.Button, new() { Name = "Walk", Exact = true }).WaitForAsync();
    }

    [Fact]
    public async Task WhoPressedStartEarly_AndWentBack_StaysOnTheFirstPage()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        TaskCompletionSource loads = new();
        IPage page = await OpenAsync(context, loads.Task);
        await WebPage.PressAsync(page, "Start");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Is anything new since last time?" }).WaitForAsync();
        await WebPage.PressAsync(page, "Back");
        loads.SetResult();
        await page.GetByText("Today: a walk at your own pace, 10 minutes.").WaitForAsync();
        await page.WaitForTimeoutAsync(1000);
        (await page.Locator("h1").TextContentAsync()).ShouldBe("Hello.");
        await WebPage.PressAsync(page, "Start");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Is anything new since last time?" }).WaitForAsync();
    }

    [Fact]
    public async Task WhatTheRulesDecideAnew_GoesBeforeWhatWasDecidedAhead()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        TaskCompletionSource loads = new();
        IPage page = await OpenAsync(context, loads.Task);
        await page.GetByText("Decided yesterday.").WaitForAsync();
        loads.SetResult();
        await page.GetByText("Today: a walk at your own pace, 10 minutes.").WaitForAsync();
        (await page.GetByText("Decided yesterday.").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("'2020-01-01'", "zone")]
    [InlineData("day", "'Pacific/Auckland'")]
    public async Task WhatWasDecidedForAnotherDay_OrElsewhere_IsNotShown(string day, string zone)
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        TaskCompletionSource loads = new();
        IPage page = await OpenAsync(context, loads.Task, day, zone);
        await page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true }).WaitForAsync();
        (await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).CountAsync()).ShouldBe(0);
        loads.SetResult();
        await page.GetByText("Today: a walk at your own pace, 10 minutes.").WaitForAsync();
    }

    [Fact]
    public async Task DaysAreDecidedAhead_WhileNothingElseIsDone_AndForgottenWhenSomethingIsAnswered()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await page.GetByText("Today: a walk at your own pace, 10 minutes.").WaitForAsync();
        IWorker worker = await WebPage.WalkAsync(page);
        await worker.EvaluateAsync<object?>("() => { globalThis.ahead = inDays => JSON.stringify({ day: `day ${inDays}`, view: {} }); }");
        await WebPage.UntilAsync(page, "localStorage.getItem('gaitsense.ahead') !== null");
        (await page.EvaluateAsync<string[]>("JSON.parse(localStorage.getItem('gaitsense.ahead')).days.map(d => d.day)")).ShouldBe([.. Enumerable.Range(0, 14).Select(i => $"day {i}")]);
        await WebPage.PressAsync(page, "Start");
        await WebPage.PressAsync(page, "No, as usual");
        await page.GetByRole(AriaRole.Button, new() { Name = "Walk", Exact = true }).WaitForAsync();
        (await page.EvaluateAsync<string?>("localStorage.getItem('gaitsense.ahead')")).ShouldBeNull();
    }

    // A phone that has decided ahead, for today and here unless said otherwise (JavaScript), and whose rules are loaded later.
    private async Task<IPage> OpenAsync(IBrowserContext context, Task loads, string day = "day", string zone = "zone")
    {
        await context.AddInitScriptAsync(Ahead.Replace("ZONE", zone, StringComparison.Ordinal).Replace("DAY", day, StringComparison.Ordinal));
        return await web.OpenAsync(context, loads: loads);
    }
}
