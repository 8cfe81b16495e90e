using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>The way of a new user, against the real program: first run, a person, a simulated walk seen live, T25FW by feet and stopwatch, the session, its report, sign-out.</summary>
[Collection(PageTests.Name)]
public sealed class DeskPathTests(WebPage web, ITestOutputHelper output)
{
    private const string Password = "a long sentence to remember";

    // Clicks and keys from the seated person to the accepted test, with the desk open at Today.
    private const int MostActions = 12;

    [Fact]
    public async Task FromTheFirstRun_ToTheReport()
    {
        web.Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.NewPageAsync();
        List<string> errors = [];
        page.PageError += (_, e) => errors.Add(e);
        await page.GotoAsync(desk.Url);

        await page.GetByLabel("One-time code").FillAsync(desk.Code);
        await page.GetByLabel("Account", new() { Exact = true }).FillAsync("pt1");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password once more").FillAsync(Password);
        await PressAsync(page, "Make the account");
        await HeadingAsync(page, "Today");

        await page.GetByRole(AriaRole.Link, new() { Name = "New person" }).ClickAsync();
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("P07");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Max Beispiel");
        await PressAsync(page, "Add the person");
        await HeadingAsync(page, "P07");

        await page.GetByRole(AriaRole.Link, new() { Name = "Walk", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Start is for P07 (Max Beispiel). Shoes: Simulated shoes")).ToBeVisibleAsync();
        await PressAsync(page, "Start");
        await HeadingAsync(page, "P07 walks");
        await Assertions.Expect(page.Locator(".foot[data-phase=swing]").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.GetByText("steps/min").First.WaitForAsync(new() { Timeout = 40_000 });
        await page.Locator(".stop").First.ClickAsync();
        await page.GetByText("The walk is over").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Today", Exact = true }).ClickAsync();
        await HeadingAsync(page, "Today");

        int actions = await TestAsync(page);
        output.WriteLine(FormattableString.Invariant($"from the seated person to the accepted T25FW: {actions} actions"));
        actions.ShouldBeLessThanOrEqualTo(MostActions);
        await page.GetByRole(AriaRole.Link, new() { Name = "To the session" }).ClickAsync();
        await PressAsync(page, "Release the report");
        await page.GetByText("Released by pt1").WaitForAsync();
        IPage report = await context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Report", Exact = true }).ClickAsync());
        await report.GetByText("pt1").First.WaitForAsync();
        (await report.ContentAsync()).ShouldNotContain("Max Beispiel"); // paper travels under the pseudonym

        await PressAsync(page, "Sign out");
        await HeadingAsync(page, "Sign in");
        errors.ShouldBeEmpty();
    }

    private static async Task<int> TestAsync(IPage page)
    {
        int actions = 0;
        Task Act(Task what)
        {
            actions++;
            return what;
        }

        await Act(page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).ClickAsync());
        await Act(page.GetByRole(AriaRole.Link, new() { Name = "Timed test of P07" }).ClickAsync());
        await Act(page.GetByText("No, as usual").ClickAsync());
        foreach (string question in (string[])["Did you fall in the last week?", "Is it warm today, or do you feel hot?"])
            await Act(page.GetByRole(AriaRole.Group, new() { Name = question }).GetByText("No", new() { Exact = true }).ClickAsync());
        await Act(page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync());
        for (int trial = 1; trial <= 2; trial++)
        {
            await StateAsync(page, "ready");
            await Act(page.Keyboard.PressAsync("Space"));
            await page.Locator(".test .do", new() { HasText = "the foot is over the line" }).WaitForAsync(new() { Timeout = 60_000 });
            await Act(page.Keyboard.PressAsync("PageDown"));
            await StateAsync(page, "ended");
            await page.WaitForTimeoutAsync(1100); // nobody takes a result within a second
            await Act(page.Keyboard.PressAsync("Enter"));
        }

        await Assertions.Expect(page.Locator(".result")).ToContainTextAsync(" s", new() { Timeout = 30_000 });
        return actions;
    }

    private static Task StateAsync(IPage page, string state) => page.Locator($".test[data-state={state}]").WaitForAsync(new() { Timeout = 60_000 });

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static Task HeadingAsync(IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1, Exact = true }).WaitForAsync();
}
