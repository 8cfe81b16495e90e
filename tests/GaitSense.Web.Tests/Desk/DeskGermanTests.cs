using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>The desk in German, against the real program: what the server refuses and says of a test is German too.</summary>
[Collection(PageTests.Name)]
public sealed class DeskGermanTests(WebPage web, ITestOutputHelper output)
{
    // Words of English that no German sentence has. Where a protocol is from ("Quelle: ") is named as it is published.
    private static readonly string[] English = [" the ", " is ", " of ", "trial", " feet", " has ", "nobody", "watch"];

    // Words of a progress in English.
    private static readonly string[] Progress = ["visit", "limit", "change", "noise", "forward", "backward", "baseline", "week", "verdict", "speed", "stride", "support", "walk ", " not ", "stated", "own ", "simulated session", "Timed", "and others", "left out"];

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

    [Fact]
    public async Task EightSimulatedWeeks_AreGerman_WithTheirPlotsVerdictsAndTables_AndTheScreensAround()
    {
        Assert.SkipUnless(FullRun.IsWanted, "The real program, once more: GAITSENSE_FULL=1.");
        web.Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist, "plan", "simulate", "--people", "6");
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.FirstRunAsync(desk);
        await page.ToPersonAsync("S001");
        string person = page.PersonShown();
        await page.FollowAsync("Progress");
        await page.GetByText("Show simulated sessions").ClickAsync();
        await page.GetByText("At a glance").First.WaitForAsync();

        // What is shown already is said anew in the other language.
        await page.ClickOnAsync("Deutsch");
        await page.HeadingAsync("Verlauf von S001");
        await page.GetByText("Urteile: Studie mit Ethikvotum").WaitForAsync();
        await ReadAsync(page, "progress", Progress);
        ILocator glance = page.GetByRole(AriaRole.Region, new() { Name = "Auf einen Blick" });
        string[] rows = [.. await glance.Locator("tbody tr").AllInnerTextsAsync()];
        foreach (string row in rows) output.WriteLine(row.ReplaceLineEndings(" "));
        rows.ShouldAllBe(r => r.Contains("keine klare Änderung", StringComparison.Ordinal) || r.Contains("verändert", StringComparison.Ordinal) || r.Contains("nicht genug Daten", StringComparison.Ordinal));
        (await page.Locator(".verdict").CountAsync()).ShouldBe(rows.Length);

        // The picture is one file: its words are read there.
        ILocator chart = page.Locator(".plots img");
        (await chart.EvaluateAsync<int>("async i => { await i.decode(); return i.naturalWidth; }")).ShouldBeGreaterThan(500);
        string[] words = await chart.EvaluateAsync<string[]>("async i => [...new DOMParser().parseFromString(await (await fetch(i.src)).text(), 'image/svg+xml').querySelectorAll('text, title')].map(e => e.textContent)");
        words.Any(w => w is "Woche").ShouldBeTrue();
        words.Any(w => w.Contains(" – verändert", StringComparison.Ordinal) || w.Contains(" – keine klare Änderung", StringComparison.Ordinal)).ShouldBeTrue();
        words.Any(w => w.Contains(',', StringComparison.Ordinal) && w.All(c => char.IsDigit(c) || c is ',' or '−')).ShouldBeTrue(); // at an axis
        Told(words, [.. English, .. Progress], "plots").ShouldBeEmpty();
        foreach (int width in (int[])[1400, 390])
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(WebPage.Pictures, $"desk-progress-german-{width}.png"), FullPage = true });
        }

        foreach ((string place, string heading) in ((string, string)[])[($"#/people/{person}", "S001"), ($"#/people/{person}/plan", "Plan von S001"), ("#/today", "Heute"), ("#/people", "Personen"), ("#/export", "Ausfuhr"), ("#/admin", "Verwaltung")])
        {
            await page.GoAsync(place);
            await page.HeadingAsync(heading);
            await page.WaitForTimeoutAsync(1000); // what a screen loads
            await ReadAsync(page, place, ["reason."]);
        }
    }

    private async Task ReadAsync(IPage page, string where, params string[] more)
    {
        string[] lines = (await page.Locator("main").InnerTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Told(lines, [.. English, .. more], where).ShouldBeEmpty(where);
    }

    private string[] Told(string[] lines, string[] english, string where)
    {
        string[] told = [.. lines.Where(l => !l.StartsWith("Quelle: ", StringComparison.Ordinal) && english.Any(e => l.Contains(e, StringComparison.OrdinalIgnoreCase)))];
        foreach (string line in told) output.WriteLine($"{where}: {line}");
        return told;
    }
}
