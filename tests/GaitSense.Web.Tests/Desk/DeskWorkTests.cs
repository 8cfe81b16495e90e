using System.IO.Compression;
using GaitSense.Browser.Tests;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>A clinic's work at the desk, against the real program: a test behind its gate, weeks and what they changed, what leaves, what a backup brings back, and what is left on the screen after sign-out.</summary>
[Collection(PageTests.Name)]
public sealed class DeskWorkTests(WebPage web, ITestOutputHelper output)
{
    private const string Long = "Minutes of the real program: GAITSENSE_FULL=1.";

    [Fact]
    public async Task TheBackwardTest_IsHeldByItsGate_UntilItsQuestionsAreAnswered_AndIsTimedThen()
    {
        Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.FirstRunAsync(desk);
        await page.AddPersonAsync("P07", DeskHand.Name);
        await page.FollowAsync("Timed test");
        await page.GetByLabel("Timed test", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "3-metre backward walk" });
        await page.GetByText("Whether anything is new was not said").First.WaitForAsync();
        await page.ClickOnAsync("Start");
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        string held = await page.GetByRole(AriaRole.Alert).InnerTextAsync();
        output.WriteLine("held: " + held.ReplaceLineEndings(" | "));
        held.ShouldContain("3-metre backward walk: not today.");

        // Double vision today: no walking backward, whatever else is answered.
        await page.AnswerAsync("Is anything new since last time?", "Yes");
        foreach (string question in await QuestionsAsync(page, but: "Is anything new since last time?")) await page.AnswerAsync(question, question.Contains("double", StringComparison.OrdinalIgnoreCase) || question.Contains("dizzy", StringComparison.OrdinalIgnoreCase) ? "Yes" : "No");
        await page.GetByText("Double vision or dizziness today").First.WaitForAsync();

        await page.AnswerAsync("Is anything new since last time?", "No, as usual");
        foreach (string question in await QuestionsAsync(page, but: "Is anything new since last time?")) await page.AnswerAsync(question, "No");
        await Assertions.Expect(page.Locator("form .trouble")).ToHaveCountAsync(0);
        await page.GetByText("The checklist for walking backward is confirmed").ClickAsync();
        await page.ClickOnAsync("Start");
        await page.HeadingAsync("P07 walks");
        for (int trial = 1; await page.Locator(".test[data-state=over]").CountAsync() == 0; trial++)
        {
            trial.ShouldBeLessThan(6);
            await page.TrialAsync(key => page.Keyboard.PressAsync(key));
            await page.Locator(".test:is([data-state=setup], [data-state=ready], [data-state=over])").WaitForAsync();
        }

        string result = await page.Locator(".result").InnerTextAsync();
        output.WriteLine(result.ReplaceLineEndings(" | "));
        result.ShouldContain("3-metre backward walk");
        await page.FollowAsync("To the session");
        await page.GetByText("does not count").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GetByText("stopwatch from go").First.WaitForAsync();
    }

    [Fact]
    public async Task EightSimulatedWeeks_AreShownWithVerdictsAndChartsAndTheirTables()
    {
        Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist, "plan", "simulate", "--people", "6");
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.FirstRunAsync(desk);
        await page.ToPersonAsync("S001");
        await page.FollowAsync("Progress");
        await page.GetByText("There is nothing to compare yet.").WaitForAsync(); // nobody walked it: simulated sessions count for nobody
        await page.GetByText("Show simulated sessions").ClickAsync();
        ILocator glance = page.GetByRole(AriaRole.Region, new() { Name = "At a glance" });
        await glance.WaitForAsync();
        string[] rows = [.. (await glance.Locator("tbody tr").AllInnerTextsAsync()).Select(r => r.ReplaceLineEndings(" ").Replace('\t', ' '))];
        foreach (string row in rows) output.WriteLine(row);
        rows.Length.ShouldBeGreaterThanOrEqualTo(2);
        rows.ShouldContain(r => r.Contains("forward", StringComparison.Ordinal));
        rows.ShouldContain(r => r.Contains("backward", StringComparison.Ordinal));
        rows.Count(r => r.Contains("no clear change", StringComparison.Ordinal) || r.Contains("changed", StringComparison.Ordinal) || r.Contains("not enough data", StringComparison.Ordinal)).ShouldBe(rows.Length, "a series has no verdict");
        ILocator chart = page.Locator(".plots img");
        (await chart.EvaluateAsync<int>("async i => { await i.decode(); return i.naturalWidth; }")).ShouldBeGreaterThan(500);
        (await page.Locator(".pair table").CountAsync()).ShouldBe(rows.Length); // a table for each series of the chart
        (await page.Locator(".pair table").First.Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(5);
        await page.GetByText("Verdicts").First.WaitForAsync(); // under which rules
        await page.ScreenshotAsync(new() { Path = Path.Combine(WebPage.Pictures, "desk-eight-weeks.png"), FullPage = true });
    }

    [Fact]
    public async Task WhatLeaves_IsNamedFirst_AndLeavesOnlyThen_WithoutNames()
    {
        Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.FirstRunAsync(desk);
        await page.AddPersonAsync("P07", DeskHand.Name);
        await page.GetByLabel("Note", new() { Exact = true }).First.FillAsync("speaks of Quillfeather");
        await page.ClickOnAsync("Add the note");
        await desk.RunAsync("session", "add", "P07", "--minutes", "8");
        await page.FollowAsync("Export");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Export now" }).CountAsync()).ShouldBe(0);
        await page.ClickOnAsync("What would leave?");
        string named = await page.Locator(".panel .lines").InnerTextAsync();
        output.WriteLine(named.ReplaceLineEndings(" | "));
        named.ShouldContain("P07");
        named.ShouldContain("1 session");
        IDownload left = await page.RunAndWaitForDownloadAsync(() => page.ClickOnAsync("Export now"));
        await page.GetByText("The file is with your downloads.").WaitForAsync();

        using ZipArchive zip = await ZipFile.OpenReadAsync((await left.PathAsync())!, TestContext.Current.CancellationToken);
        output.WriteLine(string.Join(", ", zip.Entries.Select(e => e.FullName)));
        zip.Entries.ShouldContain(e => e.FullName.EndsWith(".csv", StringComparison.Ordinal));
        bool isThere = false;
        foreach (ZipArchiveEntry entry in zip.Entries.Where(e => e.Length > 0))
        {
            using StreamReader reader = new(await entry.OpenAsync(TestContext.Current.CancellationToken));
            string text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            isThere |= text.Contains("P07", StringComparison.Ordinal);
            foreach (string part in (string[])["Beispiel", "Quillfeather"]) text.ShouldNotContain(part, Case.Insensitive, entry.FullName);
        }

        isThere.ShouldBeTrue();
        await page.FollowAsync("Administration");
        await page.ClickOnAsync("Read the audit");
        await page.GetByRole(AriaRole.Cell, new() { Name = "exported" }).First.WaitForAsync();

        // For research nobody leaves who has not consented.
        await page.FollowAsync("Export");
        await page.GetByText("Research, with consent").ClickAsync();
        await page.ClickOnAsync("What would leave?");
        await page.GetByText("P07 stays").WaitForAsync();
    }

    [Fact]
    public async Task AWalkThatAPhoneSaved_IsAddedAsAFile_AndIsInTheListOfSessions()
    {
        Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.FirstRunAsync(desk);
        await page.AddPersonAsync("P07", DeskHand.Name);
        using TestFolder folder = new();
        await CommandLine.GaitSenseAsync("walk", "--simulate", "healthy", "--duration", "12", "--plain", "--record", folder["walk"]);
        await File.WriteAllTextAsync(Path.Combine(folder["walk"], "walk.json"), """{"startedMs":1796000000000,"endedMs":1796000020000,"zone":"Europe/Berlin","task":"comfortable-walk","folder":"walks/a","end":{"walkedS":18,"steps":30,"strides":28,"samples":4000},"stopReason":"tired","simulated":true,"after":{} }""", TestContext.Current.CancellationToken);
        await ZipFile.CreateFromDirectoryAsync(folder["walk"], folder["walk-a.zip"], CompressionLevel.NoCompression, includeBaseDirectory: true, TestContext.Current.CancellationToken);
        await page.GetByText("Add a walk from a file").ClickAsync();
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(folder["walk-a.zip"]);
        await page.ClickOnAsync("Add");
        await page.GetByText("The walk was analysed and is a session:").WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(WebPage.Pictures, "desk-import.png"), FullPage = true });
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Sessions" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(2); // the head, and the walk
        await page.ClickOnAsync("Add");
        await page.GetByText("This recording is a session already:").WaitForAsync();
        await File.WriteAllTextAsync(folder["letter.zip"], "a letter", TestContext.Current.CancellationToken);
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(folder["letter.zip"]);
        await page.ClickOnAsync("Add");
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
    }

    [Fact]
    public async Task WhatABackupHas_ComesBack_AndWhatCameAfterItIsGone()
    {
        Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.FirstRunAsync(desk);
        await page.AddPersonAsync("P07", DeskHand.Name);
        await page.FollowAsync("Administration");
        await page.ClickOnAsync("Back up now");
        ILocator written = page.GetByText("Written: ");
        await written.WaitForAsync();
        string said = await written.InnerTextAsync(), file = said.Split("Written: ")[1].Split(". Hash")[0];
        output.WriteLine(said);
        await page.AddPersonAsync("P08");

        await desk.StopAsync();
        output.WriteLine(await desk.RunAsync("restore", file, "--force"));
        await desk.ServeAsync();
        await page.GotoAsync(desk.Url);
        await page.HeadingAsync("Sign in");
        await page.SignInAsync();
        await page.FollowAsync("People");
        await page.GetByText(DeskHand.Name).WaitForAsync();
        (await page.GetByText("P08").CountAsync()).ShouldBe(0);
        await page.FollowAsync("Administration");
        await page.ClickOnAsync("Read the audit");
        await page.GetByRole(AriaRole.Cell, new() { Name = "store restored" }).First.WaitForAsync();
    }

    [Fact]
    public async Task AfterSignOut_NothingOfAPersonIsOnTheScreen_NotByTheBackButtonEither()
    {
        Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        // As people's browsers are: with pages kept whole for the back button, which Playwright leaves out.
        await using IBrowser browser = await web.Playwright.Chromium.LaunchAsync(new() { ExecutablePath = WebPage.Chromium, Args = WebPage.Arguments, IgnoreDefaultArgs = ["--disable-back-forward-cache"] });
        await using IBrowserContext context = await browser.NewContextAsync(new() { Locale = "en-GB", ServiceWorkers = ServiceWorkerPolicy.Block });
        await context.AddInitScriptAsync("addEventListener('pageshow', e => { globalThis.wasKept = e.persisted; });");
        IPage page = await context.FirstRunAsync(desk);
        await page.AddPersonAsync("P07", DeskHand.Name);
        await page.GetByText(DeskHand.Name).First.WaitForAsync();

        // Another tab of the desk, and a third that went on to another page.
        IPage beside = await context.NewPageAsync(), gone = await context.NewPageAsync();
        foreach (IPage tab in (IPage[])[beside, gone])
        {
            await tab.GotoAsync(page.Url);
            await tab.GetByText(DeskHand.Name).First.WaitForAsync();
        }

        await gone.GotoAsync(desk.Url.Replace("desk.html", "api/v1/health", StringComparison.Ordinal));
        await page.ClickOnAsync("Sign out");
        await SignedOutAsync(page, "after sign-out");
        await SignedOutAsync(beside, "in another tab");
        await page.GoBackAsync();
        await SignedOutAsync(page, "after back");
        await page.ReloadAsync();
        await SignedOutAsync(page, "after a reload");
        await gone.EvaluateAsync("history.back()");
        await SignedOutAsync(gone, "back from another page");
        output.WriteLine($"the browser kept the page whole: {await gone.EvaluateAsync<bool>("wasKept")}");
    }

    private static async Task SignedOutAsync(IPage page, string when)
    {
        await page.HeadingAsync("Sign in");
        string shown = await page.ContentAsync();
        foreach (string part in (string[])["Beispiel", "P07"]) shown.ShouldNotContain(part, Case.Sensitive, when);
    }

    private static async Task<string[]> QuestionsAsync(IPage page, string but)
    {
        await page.WaitForTimeoutAsync(500);
        return [.. (await page.Locator("form .panel").First.Locator("legend").AllInnerTextsAsync()).Where(q => !string.Equals(q, but, StringComparison.Ordinal))];
    }

    private void Require()
    {
        Assert.SkipUnless(FullRun.IsWanted, Long);
        web.Require();
    }
}
