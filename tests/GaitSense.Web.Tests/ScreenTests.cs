using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests;

/// <summary>Every screen in both languages, light and dark, from 320 px to a tablet: a picture of each, nothing cut off, nothing small, nothing that axe finds.</summary>
[Collection(PageTests.Name)]
public sealed class ScreenTests(WebPage web, ITestOutputHelper output)
{
    // GAITSENSE_FULL=1: each width, each picture, both schemes in both languages; otherwise the narrowest, and German in the light alone.

    private static readonly int[] Widths = FullRun.IsWanted ? [320, 390, 768] : [320];

    // axe's own rule of 7:1, which is off unless it is asked for.
    private static readonly AxeRunOptions Rules = new() { Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["color-contrast-enhanced"] = new() { Enabled = true } } };

    [Theory]
    [InlineData("en-GB", "Start", "No, as usual", "Walk", "Enough for today", "Not tired", "No pain", "Finish", "My weeks", "Help", "Settings", "Back", "Set the time of the sound", "Not today")]
    [InlineData("de-DE", "Starten", "Nein, wie sonst", "Los", "Genug für heute", "Nicht müde", "Kein Schmerz", "Fertig", "Meine Wochen", "Hilfe", "Einstellen", "Zurück", "Den Ton auf die Zeit stellen", "Heute nicht")]
    public async Task EveryScreen_IsReadAndReached(
        string locale, string start, string usual, string walk, string enough, string fine, string painless, string finish, string weeks, string help, string settings, string back, string tap, string notToday)
    {
        web.Require();
        string language = locale[..2];
        bool isGerman = string.Equals(language, "de", StringComparison.Ordinal);
        Assert.SkipUnless(isGerman || FullRun.IsWanted, "German has the longer words; English too with GAITSENSE_FULL=1.");
        await using IBrowserContext context = await web.ContextAsync(locale);
        IPage page = await web.OpenAsync(context);
        Task Look(string screen) => LookAsync(page, screen, language);

        await page.GetByRole(AriaRole.Button, new() { Name = start, Exact = true }).WaitForAsync();
        await Look("home");
        await WebPage.PressAsync(page, notToday);
        await Look("home-not-today");
        await page.GetByRole(AriaRole.Button, new() { Name = isGerman ? "Doch wieder" : "Undo", Exact = true }).WaitForAsync();
        await WebPage.PressAsync(page, isGerman ? "Doch wieder" : "Undo");
        await WebPage.PressAsync(page, weeks);
        await Look("weeks");
        await WebPage.PressAsync(page, back);
        await WebPage.PressAsync(page, help);
        await Look("help");
        await WebPage.PressAsync(page, back);
        await WebPage.PressAsync(page, settings);
        await Look("settings");
        await WebPage.PressAsync(page, isGerman ? "Plan von Ihrem Team" : "Plan from your team");
        await Look("plan");
        await WebPage.PressAsync(page, back);
        await WebPage.PressAsync(page, tap);
        await Look("tap");
        await WebPage.PressAsync(page, back);
        await WebPage.PressAsync(page, back);
        IWorker worker = await WebPage.WalkAsync(page);
        await worker.EvaluateAsync<object?>("globalThis.way = ['page.ear.other', 'page.tap.late', 'page.tap.late-advice']");
        await WebPage.PressAsync(page, start);
        await Look("ready");
        await WebPage.PressAsync(page, usual);
        await Look("shoes");
        await WebPage.PressAsync(page, walk);
        await page.Locator(".stop").WaitForAsync();
        await Look("walking");
        await worker.EvaluateAsync<object?>("walking({ restDue: true })");
        await page.GetByRole(AriaRole.Button, new() { Name = enough, Exact = true }).WaitForAsync();
        await Look("rest");
        await WebPage.PressAsync(page, isGerman ? "Weiter gehen" : "Go on");
        await Look("heavier");
        await WebPage.PressAsync(page, back);
        await WebPage.PressAsync(page, enough);
        await Look("after-face");
        await WebPage.PressAsync(page, fine);
        await Look("after-pain");
        await WebPage.PressAsync(page, painless);
        await Look("after");
        await WebPage.PressAsync(page, finish);
    }

    [Theory]
    [InlineData("en-GB", "Settings", "Plan from your team", "Back", "Start", "No, as usual", "Yes", "No", "Walk", "Go on")]
    [InlineData("de-DE", "Einstellen", "Plan von Ihrem Team", "Zurück", "Starten", "Nein, wie sonst", "Ja", "Nein", "Los", "Weiter gehen")]
    public async Task EveryScreen_OfWalkingBackward_IsReadAndReached(string locale, string settings, string plan, string back, string start, string usual, string yes, string no, string walk, string goOn)
    {
        web.Require();
        Assert.SkipUnless(FullRun.IsWanted, "The same parts as other screens: .ci/full looks at them (GAITSENSE_FULL=1).");
        await using IBrowserContext context = await web.ContextAsync(locale);
        IPage page = await web.OpenAsync(context);
        Task Look(string screen) => LookAsync(page, screen, locale[..2]);
        await WebPage.PressAsync(page, settings);
        await WebPage.PressAsync(page, plan);
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "plan.json", MimeType = "application/json", Buffer = "a plan"u8.ToArray() });
        await Look("backward-plan");
        await WebPage.PressAsync(page, back);
        await WebPage.PressAsync(page, back);
        await Look("backward-home");
        await WebPage.PressAsync(page, start);
        await WebPage.PressAsync(page, usual);
        await Look("backward-path");
        for (int i = 0; i < 4; i++) await WebPage.PressAsync(page, yes);
        await Look("backward-shoes");
        await WebPage.PressAsync(page, walk);
        await page.Locator(".stop").WaitForAsync();
        await (await WebPage.WalkAsync(page)).EvaluateAsync<object?>("walking({ leftS: null, lengthsLeft: 4, cues: { state: 'silent', why: 'away_from_start', words: '' } })");
        await Look("backward-walking");
        await page.Locator(".stop").DispatchEventAsync("pointerdown");
        await WebPage.PressAsync(page, goOn);
        await Look("backward-confirm");
        await WebPage.PressAsync(page, no);
        await Look("backward-rest");
    }

    [Theory, InlineData("en-GB"), InlineData("de-DE")]
    public async Task ABrowserWithoutBluetooth_HasOneScreenOfWords(string locale)
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync(locale);
        IPage page = await context.NewPageAsync();
        await page.AddInitScriptAsync("delete Navigator.prototype.bluetooth;");
        await page.GotoAsync(web.Url);
        await page.GetByText(locale.StartsWith("de", StringComparison.Ordinal) ? "Dieser Browser findet Ihre Schuhe nicht." : "This browser cannot reach your shoes.").WaitForAsync();
        await LookAsync(page, "unsupported", locale[..2]);
    }

    private async Task LookAsync(IPage page, string screen, string language)
    {
        ColorScheme[] schemes = FullRun.IsWanted || string.Equals(language, "en", StringComparison.Ordinal) ? [ColorScheme.Light, ColorScheme.Dark] : [ColorScheme.Light];
        foreach (ColorScheme scheme in schemes)
        {
            string light = scheme == ColorScheme.Light ? "light" : "dark";
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (int width in Widths)
            {
                await page.SetViewportSizeAsync(width, width == 768 ? 1024 : 844);
                if (FullRun.IsWanted) await page.ScreenshotAsync(new() { Path = Path.Combine(WebPage.Pictures, $"{screen}-{language}-{light}-{width}.png"), FullPage = true });
                string[] faults = await page.EvaluateAsync<string[]>(Faults);
                faults.ShouldBeEmpty($"{screen} {language} {width} px");
            }

            await page.SetViewportSizeAsync(390, 844);
            AxeResult found = await page.RunAxe(Rules);
            found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}").ShouldBeEmpty($"{screen} {language} {light}");
        }

        // 400 %: a screen of 1280 px looks like one of 320. What is left is text alone: 200 % of it.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active });
        await page.ScreenshotAsync(new() { Path = Path.Combine(WebPage.Pictures, $"{screen}-{language}-forced.png") });
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
        output.WriteLine($"{screen} {language}: no findings");
    }

    // What is wider than the screen, smaller than 72 px where it is touched, smaller than 20 px where it is read; time and word smaller than 48 px.
    private const string Faults = """
        () => {
          const faults = [], root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) faults.push(`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth}`);
          for (const e of document.querySelectorAll('button, .file')) { const r = e.getBoundingClientRect(); if (r.height < 72 || r.width < 72) faults.push(`${e.textContent}: ${r.width} x ${r.height}`); }
          for (const e of document.querySelectorAll('p, h1, h2, li, span, td, th')) if (parseFloat(getComputedStyle(e).fontSize) < 20) faults.push(`${e.textContent}: ${getComputedStyle(e).fontSize}`);
          for (const e of document.querySelectorAll('.word, .digits')) if (parseFloat(getComputedStyle(e).fontSize) < 48) faults.push(`${e.textContent}: ${getComputedStyle(e).fontSize}`);
          for (const e of document.querySelectorAll('.stop')) { const r = e.getBoundingClientRect(); if (r.height < innerHeight / 3 - 1 || r.bottom < innerHeight - 1 || r.width < Math.min(innerWidth, 768) - 1) faults.push(`STOP: ${r.width} x ${r.height} to ${r.bottom} of ${innerHeight}`); }
          return faults;
        }
        """;
}
