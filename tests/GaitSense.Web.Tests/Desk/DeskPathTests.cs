using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>The way of a new user, against the real program: first run, a person, a simulated walk seen live, T25FW by feet and stopwatch with the keyboard alone, the session, its report, sign-out.</summary>
[Collection(PageTests.Name)]
public sealed class DeskPathTests(WebPage web, ITestOutputHelper output)
{
    // Presses from the seated person to the accepted test, with the desk open at Today; what a click does, a key does here.
    private const int MostActions = 12;

    [Fact]
    public async Task FromTheFirstRun_ToTheReport()
    {
        web.Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        await using IBrowserContext context = await web.DeskContextAsync();
        List<string> errors = [];
        context.WebError += (_, e) => errors.Add(e.Error);
        context.Console += (_, m) =>
        {
            if (m.Type is "error") errors.Add(m.Text);
        };
        IPage page = await context.FirstRunAsync(desk);

        await page.GetByRole(AriaRole.Link, new() { Name = "New person" }).ClickAsync();
        await page.AddPersonAsync("P07", DeskHand.Name);

        await page.FollowAsync("Walk");
        await Assertions.Expect(page.GetByText("Start is for P07 (Max Beispiel). Shoes: Simulated shoes")).ToBeVisibleAsync();
        await page.ClickOnAsync("Start");
        await page.HeadingAsync("P07 walks");
        await Assertions.Expect(page.Locator(".foot[data-phase=swing]").First).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await page.GetByText("steps/min").First.WaitForAsync(new() { Timeout = 40_000 });
        await page.Locator(".stop").First.ClickAsync();
        await page.GetByText("The walk is over").WaitForAsync();
        await page.FollowAsync("Today");
        await page.HeadingAsync("Today");

        KeyboardHand keys = await TestAsync(page);
        output.WriteLine(FormattableString.Invariant($"from the seated person to the accepted T25FW: {keys.Actions} presses that do something, {keys.Tabs} of Tab"));
        keys.Actions.ShouldBeLessThanOrEqualTo(MostActions);
        await keys.PressOnAsync("To the session");
        await page.GetByRole(AriaRole.Button, new() { Name = "Release the report" }).WaitForAsync();
        await keys.PressOnAsync("Release the report");
        await page.GetByText("Released by pt1").WaitForAsync();
        IPage report = await context.RunAndWaitForPageAsync(() => page.FollowAsync("Report"));
        await report.GetByText("pt1").First.WaitForAsync();
        (await report.ContentAsync()).ShouldNotContain(DeskHand.Name); // paper travels under the pseudonym

        await page.ClickOnAsync("Sign out");
        await page.HeadingAsync("Sign in");
        errors.ShouldBeEmpty();
    }

    private static async Task<KeyboardHand> TestAsync(IPage page)
    {
        KeyboardHand keys = new(page);
        await keys.PressOnAsync("People");
        await page.HeadingAsync("People");
        await page.GetByRole(AriaRole.Link, new() { Name = "Timed test of P07" }).WaitForAsync();
        await keys.PressOnAsync("Timed test of P07");
        await page.GetByText("No, as usual").WaitForAsync();
        await keys.PressOnAsync("No, as usual", "Space");
        foreach (string question in (string[])["Did you fall in the last week?", "Is it warm today, or do you feel hot?"])
        {
            await page.GetByRole(AriaRole.Group, new() { Name = question }).WaitForAsync();
            await keys.PressOnAsync("No", "Space", question);
            await keys.KeepsFocusAsync();
        }

        await keys.PressOnAsync("Start");
        await page.HeadingAsync("P07 walks");
        for (int trial = 1; trial <= 2; trial++) await page.TrialAsync(keys.PressAsync);
        await Assertions.Expect(page.Locator(".result")).ToContainTextAsync(" s", new() { Timeout = 30_000 });
        await keys.KeepsFocusAsync();
        return keys;
    }
}
