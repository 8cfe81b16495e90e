using System.IO.Compression;
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
        await page.GotoAsync(web.Url + "?demo=ms-mild&seed=3&seconds=45");
        await WebPage.PressAsync(page, "Start");
        int taps = 1;
        ILocator heading = page.Locator("h1");
        for (string asked = ""; ; taps++)
        {
            await WebPage.UntilAsync(page, $"document.querySelector('h1').textContent !== {System.Text.Json.JsonSerializer.Serialize(asked)}");
            asked = (await heading.TextContentAsync())!;
            if (string.Equals(asked, "Your shoes", StringComparison.Ordinal)) break;
            if (!asked.EndsWith('?')) continue;
            await page.WaitForTimeoutAsync(WebPage.GuardMs + 30);
            await page.Locator(".acts button").First.ClickAsync();
        }

        await WebPage.PressAsync(page, "Walk");
        output.WriteLine($"{taps + 1} touches from the open page to the walk, questions of the day included");
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
        errors.ShouldBeEmpty();
    }
}
