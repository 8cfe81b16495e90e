using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>Every screen of the clinician's desk, in front of a double of its server: nothing scrolls sideways, nothing that axe finds, light and dark; what keys do in a test; Stop, locked and signed out.</summary>
[Collection(PageTests.Name)]
public sealed class DeskScreenTests(WebPage web)
{
    private const int Narrow = 390;

    // GAITSENSE_FULL=1: each width with its picture, forced colours and print; otherwise the narrowest.
    private static readonly int[] Widths = FullRun.IsWanted ? [1400, 1024, Narrow] : [Narrow];

    // What a finger is meant for is 44 px high and wide; a field is touched by its label, and a link within a sentence is as high as the sentence.
    private const string SmallTargets = """
        () => [...document.querySelectorAll('a, button, summary, select, input:not([type=radio], [type=checkbox]), label:has(input)')]
          .filter(e => e.checkVisibility() && !e.closest('p') && !e.classList.contains('skip'))
          .map(e => [e, e.getBoundingClientRect()])
          .filter(([, at]) => at.height < 43.5 || at.width < 43.5)
          .map(([e, at]) => `${e.tagName} "${e.innerText.slice(0, 30)}" ${at.width.toFixed(0)} x ${at.height.toFixed(0)}`)
        """;

    public static TheoryData<string, string> Screens => new()
    {
        { "today", "#/today" },
        { "people", "#/people" },
        { "new-person", "#/people/new" },
        { "person", "#/people/p7" },
        { "walk", "#/people/p7/walk" },
        { "test", "#/people/p7/test" },
        { "progress", "#/people/p7/progress" },
        { "plan", "#/people/p7/plan" },
        { "report", "#/sessions/s9" },
        { "live", "#/live/s1" },
        { "test-ready", "#/live/s2" },
        { "export", "#/export" },
        { "admin", "#/admin" },
        { "account", "#/account" },
    };

    [Theory, MemberData(nameof(Screens))]
    public async Task AScreen_IsReadAndReached(string name, string address)
    {
        Assert.SkipUnless(FullRun.IsWanted || name is "person" or "test", "Every other screen: GAITSENSE_FULL=1.");
        web.Require();
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await OpenAsync(context, new DeskDouble(), address);
        await LookAsync(page, name);
    }

    [Fact]
    public async Task WhoComesFirst_SeesTheFirstRun_AndLaterTheSignIn()
    {
        web.Require();
        foreach (bool isFirst in (bool[])[true, false])
        {
            await using IBrowserContext context = await web.DeskContextAsync();
            IPage page = await OpenAsync(context, new DeskDouble { IsSignedIn = false, IsFirstRun = isFirst }, "");
            (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldBe(isFirst ? "First run" : "Sign in");
            await LookAsync(page, isFirst ? "first-run" : "sign-in");
        }
    }

    [Fact]
    public async Task ATest_IsTimedAndAccepted_WithKeysAlone()
    {
        web.Require();
        DeskDouble server = new();
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await OpenAsync(context, server, "#/live/s2");
        ILocator test = page.Locator(".test");
        for (int trial = 1; trial <= 2; trial++)
        {
            await Assertions.Expect(test).ToHaveAttributeAsync("data-state", "ready");
            await page.Keyboard.PressAsync(trial == 1 ? "Space" : "PageDown");
            await Assertions.Expect(test).ToHaveAttributeAsync("data-state", "running");
            await page.Keyboard.PressAsync("PageDown"); // a key that bounces stops nothing
            await page.WaitForTimeoutAsync(700);
            await Assertions.Expect(test).ToHaveAttributeAsync("data-state", "running");
            await page.Keyboard.PressAsync("PageDown");
            await Assertions.Expect(test).ToHaveAttributeAsync("data-state", "ended");
            await page.WaitForTimeoutAsync(1200);
            await page.Keyboard.PressAsync("PageDown"); // the button in the hand accepts nothing
            if (trial == 1) await LookAsync(page, "test-ended");
            if (trial == 2) await page.Keyboard.PressAsync("2");
            await page.Keyboard.PressAsync("Enter");
        }

        await Assertions.Expect(test).ToHaveAttributeAsync("data-state", "over");
        await Assertions.Expect(page.Locator(".result")).ToContainTextAsync("7.80 s");
        string[] said = [.. server.Asked.Where(a => a.StartsWith("HUB Accept", StringComparison.Ordinal))];
        said.ShouldBe(["HUB Accept [\"s2\",\"watch-from-go\",null]", "HUB Accept [\"s2\",\"watch-from-go\",1]"]);
    }

    [Fact]
    public async Task OneDefinitionIsOfficialInATest_AndOnlyTheFeetsOwnTimesAreChosenAmong()
    {
        web.Require();
        foreach ((string definition, string question, string official) in ((string, string, string)[])
            [("watch-from-go", "Which one is the feet's own time, beside the official result?", "Official will be 7.80 s: stopwatch from go."), ("feet-leave-to-cross", "Which of the feet's times is official?", "Official will be 8.05 s: feet, from leaving to crossing.")])
        {
            DeskDouble server = new() { Definition = definition };
            await using IBrowserContext context = await web.DeskContextAsync();
            IPage page = await OpenAsync(context, server, "#/live/s2");
            ILocator test = page.Locator(".test");
            await Assertions.Expect(test).ToHaveAttributeAsync("data-state", "ready");
            await page.Keyboard.PressAsync("Space");
            await page.WaitForTimeoutAsync(700);
            await page.Keyboard.PressAsync("Space");
            await Assertions.Expect(test).ToHaveAttributeAsync("data-state", "ended");
            ILocator choice = page.GetByRole(AriaRole.Group, new() { Name = question });
            await Assertions.Expect(choice.GetByRole(AriaRole.Radio)).ToHaveCountAsync(2); // the stopwatch is none of the feet's times
            await choice.GetByText("8.05 s").ClickAsync();
            await page.GetByText(official).WaitForAsync();
            await page.WaitForTimeoutAsync(600);
            await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
            await Assertions.Expect(test).ToHaveAttributeAsync("data-state", "ready");
            server.Asked.Count(a => string.Equals(a, $"HUB Accept [\"s2\",\"{definition}\",1]", StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task TenMinutesWithoutATouch_LockTheDesk_AndATouchBeginsThemAnew()
    {
        web.Require();
        await using IBrowserContext context = await web.DeskContextAsync();
        await context.Clock.InstallAsync();
        IPage page = await OpenAsync(context, new DeskDouble(), "#/people/p7");
        ILocator locked = page.GetByRole(AriaRole.Heading, new() { Name = "Locked" });
        await page.Clock.FastForwardAsync("09:00");
        await page.Mouse.ClickAsync(700, 700);
        await page.Clock.FastForwardAsync("09:00");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "P07", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(locked).ToHaveCountAsync(0);
        await page.Clock.FastForwardAsync("01:30");
        await locked.WaitForAsync();
        (await page.ContentAsync()).ShouldNotContain("Max Beispiel");
    }

    [Fact]
    public async Task Stop_ActsWhileTheDeskIsLocked_AndWhileNobodyIsSignedIn()
    {
        web.Require();
        foreach (bool isLocked in (bool[])[true, false])
        {
            DeskDouble server = new();
            await using IBrowserContext context = await web.DeskContextAsync();
            IPage page = await OpenAsync(context, server, "#/people/p7/walk");
            await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "P07 walks" }).WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = isLocked ? "Lock" : "Sign out", Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = isLocked ? "Locked" : "Sign in" }).WaitForAsync();
            (await page.ContentAsync()).ShouldNotContain("Max Beispiel");
            // Another walk of the double goes on, which only who is signed in may stop: of two, each button says whose.
            ILocator stops = page.Locator(".stop");
            await Assertions.Expect(stops).ToHaveTextAsync(isLocked ? ["Stop P07", "Stop P07"] : ["Stop"]);
            await stops.First.ClickAsync();
            await Assertions.Expect(stops).ToHaveCountAsync(isLocked ? 1 : 0);
            server.Asked.Count(a => a.StartsWith("POST stop/token-2", StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task AStopThatDoesNotReachTheServer_SaysSo_AndGoesOnTrying()
    {
        web.Require();
        DeskDouble server = new();
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await OpenAsync(context, server, "#/people/p7/walk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "P07 walks" }).WaitForAsync();
        server.IsAway = true;
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop P07" }).First.ClickAsync();
        await page.GetByText("Ask the person to stand still").WaitForAsync();
        server.IsAway = false;
        await Assertions.Expect(page.GetByText("Ask the person to stand still")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ALockedDesk_StaysLocked_UntilThePasswordIsRight()
    {
        web.Require();
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await OpenAsync(context, new DeskDouble(), "#/people/p7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lock", Exact = true }).ClickAsync();
        await page.ReloadAsync();
        await LookAsync(page, "locked");
        await page.GetByLabel("Password").FillAsync("a wrong one");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Name or password is wrong.").WaitForAsync();
        await page.GetByLabel("Password").FillAsync("the right one");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "P07" }).WaitForAsync();
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, DeskDouble server, string address)
    {
        IPage page = await context.NewPageAsync();
        await server.StandInAsync(page);
        await page.GotoAsync(web.Url + "desk.html" + address);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        return page;
    }

    private static async Task LookAsync(IPage page, string screen)
    {
        await page.WaitForTimeoutAsync(300);
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (int width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                if (FullRun.IsWanted) await page.ScreenshotAsync(new() { Path = Path.Combine(WebPage.Pictures, $"desk-{screen}-{width}-{(scheme == ColorScheme.Light ? "light" : "dark")}.png"), FullPage = true });
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{screen} scrolls sideways at {width} px");
                if (width == Narrow) (await page.EvaluateAsync<string[]>(SmallTargets)).ShouldBeEmpty($"{screen}: too small for a finger at {width} px");
            }

            AxeResult found = await page.RunAxe();
            found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}").ShouldBeEmpty($"{screen} {scheme}");
        }

        if (!FullRun.IsWanted) return;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ForcedColors = ForcedColors.Active });
        foreach (int width in (int[])[1400, Narrow])
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(WebPage.Pictures, $"desk-{screen}-{width}-forced.png"), FullPage = true });
        }

        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
        await page.SetViewportSizeAsync(800, 900);
        await page.ScreenshotAsync(new() { Path = Path.Combine(WebPage.Pictures, $"desk-{screen}-print.png"), FullPage = true });
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }
}
