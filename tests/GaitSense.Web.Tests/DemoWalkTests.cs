using System.IO.Compression;
using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests;

/// <summary>The page with the walk's own worker and simulated shoes in another: from Start to a file, by hand.</summary>
[Collection(PageTests.Name)]
public sealed class DemoWalkTests(WebPage web, ITestOutputHelper output)
{
    private const int PatienceMs = 180_000;

    [Fact]
    public async Task AWalkWithSimulatedShoes_IsCounted_Kept_AndSavedAsAFile()
    {
        web.RequireWalk();
        await using IBrowserContext context = await web.ContextAsync();
        context.SetDefaultTimeout(PatienceMs);
        IPage page = await context.NewPageAsync();
        List<string> errors = [];
        page.PageError += (_, e) => errors.Add(e);
        await page.GotoAsync(web.Url + "?demo=ms-mild&seed=3&seconds=60");
        // The questions of the day, once; each is one touch.
        await WebPage.PressAsync(page, "Start");
        int questions = 0;
        ILocator heading = page.Locator("h1");
        for (string asked = ""; ;)
        {
            await WebPage.UntilAsync(page, $"document.querySelector('h1').textContent !== {JsonSerializer.Serialize(asked)}");
            asked = (await heading.TextContentAsync())!;
            if (string.Equals(asked, "Your shoes", StringComparison.Ordinal)) break;
            if (!asked.EndsWith('?')) continue;
            await page.WaitForTimeoutAsync(WebPage.GuardMs + 30);
            await page.Locator(".acts button").First.ClickAsync();
            questions++;
        }

        // From here on, and on each walk of the next two hours that was not begun, a walk is two touches away: what one gets by leaving and coming back.
        await WebPage.PressAsync(page, "Back");
        int touches = await TouchesAsync(page);
        output.WriteLine($"{touches} touches from the open page to the walk, and one more for each question of the day: {questions} were asked");
        touches.ShouldBe(2);
        await page.Locator(".stop").WaitForAsync();
        await page.WaitForTimeoutAsync(12_000);
        await page.Locator(".stop").DispatchEventAsync("pointerdown");
        await WebPage.PressAsync(page, "Enough for today");
        await WebPage.PressAsync(page, "Tired");
        await WebPage.PressAsync(page, "No pain");
        await page.GetByRole(AriaRole.Heading, new() { Name = "You are done" }).WaitForAsync();
        string sentence = (await page.Locator(".lead").First.TextContentAsync())!;
        output.WriteLine(sentence);
        sentence.ShouldStartWith("You walked ");
        sentence.ShouldNotContain(" 0 steps");
        IDownload download = await page.RunAndWaitForDownloadAsync(() => WebPage.PressAsync(page, "Save the walk as a file"));
        using var folder = new TestFolder();
        await download.SaveAsAsync(folder["walk.zip"]);
        await using (ZipArchive file = await ZipFile.OpenReadAsync(folder["walk.zip"], TestContext.Current.CancellationToken))
        {
            file.Entries.Select(e => e.Name).ShouldBe(["session.gait", "manifest.json", "walk.json"]);
            file.Entries[0].Length.ShouldBeGreaterThan(10_000);
        }

        await WebPage.PressAsync(page, "Finish");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Hello." }).WaitForAsync();
        await SettingsOutliveTheSmallStoreAsync(page);
        errors.ShouldBeEmpty();
    }

    // Presses the first thing that leads on, until somebody walks.
    private static async Task<int> TouchesAsync(IPage page)
    {
        for (int touches = 0; ; touches++)
        {
            if (await page.Locator(".stop").CountAsync() > 0) return touches;
            await page.Locator(".acts .main").First.WaitForAsync();
            await page.WaitForTimeoutAsync(WebPage.GuardMs + 30);
            string title = (await page.Locator("h1").TextContentAsync())!;
            await page.Locator(".acts .main").First.ClickAsync();
            await WebPage.UntilAsync(page, $"document.querySelector('h1').textContent !== {JsonSerializer.Serialize(title)}");
        }
    }

    // A browser that forgets its small store, as people make it do, still has what was set: it is kept with the walks.
    private static async Task SettingsOutliveTheSmallStoreAsync(IPage page)
    {
        await WebPage.PressAsync(page, "Settings");
        await WebPage.PressAsync(page, "Left ear only");
        await page.WaitForTimeoutAsync(300);
        await page.EvaluateAsync("localStorage.clear()");
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).WaitForAsync();
        await WebPage.PressAsync(page, "Settings");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Left ear only" }).GetAttributeAsync("aria-pressed")).ShouldBe("true");
    }
}
