using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>The desk in German, against the real program: what the server refuses and says of a test is German too.</summary>
[Collection(PageTests.Name)]
public sealed class DeskGermanTests(WebPage web, ITestOutputHelper output)
{
    // Words of English that no German sentence has. Where a protocol is from ("Quelle: ") is named as it is published.
    private static readonly string[] English = [" the ", " is ", " of ", "trial", " feet", " has ", "nobody", "watch"];

    [Fact]
    public async Task WhatTheServerSays_IsGerman_FromTheFirstRunToTheSession()
    {
        Assert.SkipUnless(FullRun.IsWanted, "The real program, once more: GAITSENSE_FULL=1.");
        web.Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.FirstRunAsync(desk);
        await page.ClickOnAsync("Deutsch");
        await page.HeadingAsync("Heute");

        // A code that looks like a name is refused.
        await page.GoAsync("#/people/new");
        await page.GetByLabel("Kürzel", new() { Exact = true }).FillAsync("Beispiel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Person anlegen" }).ClickAsync();
        await page.GetByText("sieht wie ein Name aus").WaitForAsync();
        await ReadAsync(page, "a refused code");
        await page.GetByLabel("Kürzel", new() { Exact = true }).FillAsync("P07");
        await page.GetByRole(AriaRole.Button, new() { Name = "Person anlegen" }).ClickAsync();
        await page.HeadingAsync("P07");
        await ReadAsync(page, "a person");

        await page.GoAsync($"#/people/{page.PersonShown()}/test");
        await page.GetByText("Nein, wie immer").ClickAsync();
        await page.WaitForTimeoutAsync(500);
        await ReadAsync(page, "before the test");
        await page.ClickOnAsync("Beginnen");
        await page.StateAsync("setup");
        await page.Keyboard.PressAsync("Space"); // not still yet: refused
        await page.StateAsync("ready");
        await ReadAsync(page, "ready");
        await page.Keyboard.PressAsync("Space");
        await page.GetByText("der Fuß ist über der Linie").First.WaitForAsync(new() { Timeout = 60_000 });
        await page.Keyboard.PressAsync("Space");
        await page.StateAsync("ended");
        await page.WaitForTimeoutAsync(2000);
        await ReadAsync(page, "ended");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zählt nicht", Exact = true }).ClickAsync();
        await page.ClickOnAsync("jemand stand im Weg");
        await page.StateAsync("reviewed");
        await ReadAsync(page, "looked at");
        await page.Locator(".stop").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Zur Einheit" }).WaitForAsync();
        await ReadAsync(page, "over");
        await page.FollowAsync("Zur Einheit");
        await page.GetByText("jemand stand im Weg").First.WaitForAsync();
        await ReadAsync(page, "the session");
        await page.GoAsync("#/export");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.GetByText("kommt nicht zurück").First.WaitForAsync();
        await ReadAsync(page, "export");
    }

    private async Task ReadAsync(IPage page, string where)
    {
        string[] lines = (await page.Locator("main").InnerTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] english = [.. lines.Where(l => !l.StartsWith("Quelle: ", StringComparison.Ordinal) && English.Any(e => l.Contains(e, StringComparison.OrdinalIgnoreCase)))];
        foreach (string line in english) output.WriteLine($"{where}: {line}");
        english.ShouldBeEmpty(where);
    }
}
