using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>What a person does at the desk again and again.</summary>
internal static class DeskHand
{
    public const string Password = "a long sentence to remember";

    /// <summary>The name of the person whom tests add; paper and exports travel without it.</summary>
    public const string Name = "Max Beispiel";

    /// <summary>Opens the desk for the first time: the code of the console, an account that is administrator and clinician.</summary>
    public static async Task<IPage> FirstRunAsync(this IBrowserContext context, ServedDesk desk)
    {
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(desk.Url);
        await page.GetByLabel("One-time code").FillAsync(desk.Code);
        await page.GetByLabel("Account", new() { Exact = true }).FillAsync("pt1");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password once more").FillAsync(Password);
        await page.ClickOnAsync("Make the account");
        await page.HeadingAsync("Today");
        return page;
    }

    /// <summary>Signs in where the sign-in is shown.</summary>
    public static async Task SignInAsync(this IPage page)
    {
        await page.GetByLabel("Account", new() { Exact = true }).FillAsync("pt1");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.ClickOnAsync("Sign in");
        await page.HeadingAsync("Today");
    }

    /// <summary>Adds a person, and stays with them.</summary>
    public static async Task AddPersonAsync(this IPage page, string code, string name = "")
    {
        await page.GoAsync("#/people/new");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        if (name.Length > 0) await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.ClickOnAsync("Add the person");
        await page.HeadingAsync(code);
    }

    /// <summary>Is let see a person whom somebody else added, and goes to them.</summary>
    public static async Task ToPersonAsync(this IPage page, string code)
    {
        await page.GoAsync("#/admin");
        await page.GetByLabel("Code of a person").FillAsync(code);
        await page.ClickOnAsync("May see");
        await page.GetByText(code).First.WaitForAsync();
        await page.FollowAsync("People");
        await page.FollowAsync(code);
        await page.HeadingAsync(code);
    }

    /// <summary>Goes to a place of the desk, without loading it anew.</summary>
    public static Task GoAsync(this IPage page, string place) => page.EvaluateAsync("place => { location.hash = place; }", place);

    /// <summary>The id of the person whose page is shown.</summary>
    public static string PersonShown(this IPage page) => page.Url.Split("#/people/")[1].Split('/')[0];

    public static Task ClickOnAsync(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    public static Task FollowAsync(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync(); // the main parts come before where one is

    public static Task HeadingAsync(this IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1, Exact = true }).WaitForAsync();

    /// <summary>Answers one of the day's questions.</summary>
    public static Task AnswerAsync(this IPage page, string question, string answer) => page.GetByRole(AriaRole.Group, new() { Name = question }).GetByText(answer, new() { Exact = true }).ClickAsync();

    /// <summary>Waits for a state of the timed test.</summary>
    public static Task StateAsync(this IPage page, string state) => page.Locator($".test[data-state={state}]").WaitForAsync(new() { Timeout = 60_000 });

    /// <summary>Times a trial of a simulated person: go, and stop when they are over the line; accepted when nobody's finger slipped.</summary>
    public static async Task TrialAsync(this IPage page, Func<string, Task> press)
    {
        await page.StateAsync("ready");
        await press("Space");
        await page.Locator(".test .do", new() { HasText = "the foot is over the line" }).WaitForAsync(new() { Timeout = 60_000 });
        await press("PageDown");
        await page.StateAsync("ended");
        await page.WaitForTimeoutAsync(1100); // nobody takes a result within a second
        await press("Enter");
    }
}
