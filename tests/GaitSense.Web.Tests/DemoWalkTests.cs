using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GaitSense.Browser.Tests;
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
        List<string> errors = [];
        IPage page = await OpenAsync(context, "ms-mild", errors);
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

    [Fact]
    public async Task AWalk_WhosePageIsClosedInIt_IsKept_AndCanBeSaved_AndAFileThatIsNoWalkChangesNothing()
    {
        web.RequireWalk();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await OpenAsync(context, "healthy", []);
        await WebPage.PressAsync(page, "Start");
        await TouchesAsync(page);
        await page.WaitForTimeoutAsync(25_000);
        await page.ReloadAsync();
        await page.GetByText("Your last walk was cut off. It is kept up to then.").WaitForAsync();
        JsonElement record = JsonSerializer.Deserialize<JsonElement>(await KeptAsync(page)).GetProperty("walks")[0];
        record.GetProperty("stopReason").GetString().ShouldBe("cut-off");
        record.GetProperty("end").GetProperty("walkedS").GetDouble().ShouldBeGreaterThan(5);
        record.GetProperty("end").GetProperty("steps").GetInt32().ShouldBeGreaterThan(5);

        await WebPage.PressAsync(page, "My weeks");
        IDownload download = await page.RunAndWaitForDownloadAsync(() => WebPage.PressAsync(page, "Save the last walk as a file"));
        using var folder = new TestFolder();
        await download.SaveAsAsync(folder["walk.zip"]);
        (await CommandLine.GaitSenseAsync("replay", folder["walk.zip"], "--speed", "max", "--plain")).ShouldNotContain("DIFFERENT");

        await TakeAsync(page, folder["walk.zip"], "This walk is here already.");
        foreach (string wrong in (string[])["\"zone\":\"Nowhere/Land\"", "\"endedMs\":\"later\"", "\"startedMs\":86400000"])
        {
            string name = wrong.Split(':')[0].Trim('"');
            await RewriteAsync(folder["walk.zip"], folder[$"{name}.zip"], name, wrong);
            await TakeAsync(page, folder[$"{name}.zip"], "This file is not a walk.");
            await TakeAsync(page, folder["walk.zip"], "This walk is here already.");
        }

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).WaitForAsync();
        JsonSerializer.Deserialize<JsonElement>(await KeptAsync(page)).GetProperty("walks").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task WhoGoesBackFromTheShoes_AndStartsAgainAtOnce_Walks_AndNothingIsLeftOfTheFirstTime()
    {
        web.RequireWalk();
        await using IBrowserContext context = await web.ContextAsync();
        List<string> errors = [];
        // But for the service worker, which this browser is told to have none of.
        context.Console += (_, e) => { if (e.Type is "error" && !e.Text.Contains("reading 'waiting'", StringComparison.Ordinal)) errors.Add(e.Text); };
        IPage page = await OpenAsync(context, "healthy", errors);
        await WebPage.PressAsync(page, "Start");
        await TouchesAsync(page, until: "Walk");
        for (int i = 0; i < 3; i++)
        {
            // A touch right after shoes have become ready is not taken.
            while (await page.GetByRole(AriaRole.Heading, new() { Name = "Hello." }).CountAsync() == 0)
            {
                await page.WaitForTimeoutAsync(WebPage.GuardMs + 30);
                ILocator back = page.GetByRole(AriaRole.Button, new() { Name = "Back", Exact = true });
                if (await back.CountAsync() > 0) await back.ClickAsync();
            }

            await WebPage.PressAsync(page, "Start");
            await page.GetByRole(AriaRole.Heading, new() { Name = "Your shoes" }).WaitForAsync();
            if (i == 1) await page.WaitForTimeoutAsync(1000); // in the middle of connecting, or after it
        }

        await WebPage.PressAsync(page, "Walk");
        await page.Locator(".stop").WaitForAsync();
        (await page.EvaluateAsync<int>("async () => { let n = 0; for await (const walk of (await (await navigator.storage.getDirectory()).getDirectoryHandle('walks')).keys()) n++; return n; }")).ShouldBe(1);
        errors.ShouldBeEmpty();
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, string who, List<string> errors)
    {
        context.SetDefaultTimeout(PatienceMs);
        IPage page = await context.NewPageAsync();
        page.PageError += (_, e) => errors.Add(e);
        await page.GotoAsync($"{web.Url}?demo={who}&seed=3&seconds=60");
        return page;
    }

    private static Task<string> KeptAsync(IPage page) =>
        page.EvaluateAsync<string>("async () => (await (await (await navigator.storage.getDirectory()).getFileHandle('walks.json')).getFile()).text()");

    private static async Task TakeAsync(IPage page, string file, string said)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.GetByText(said).WaitForAsync();
    }

    // The same walk from elsewhere, with one thing in its record that is not right.
    private static async Task RewriteAsync(string from, string to, string name, string wrong)
    {
        await using ZipArchive before = await ZipFile.OpenReadAsync(from, TestContext.Current.CancellationToken);
        await using ZipArchive after = await ZipFile.OpenAsync(to, ZipArchiveMode.Create, TestContext.Current.CancellationToken);
        foreach (ZipArchiveEntry entry in before.Entries)
        {
            using var bytes = new MemoryStream();
            await using (Stream read = await entry.OpenAsync(TestContext.Current.CancellationToken)) await read.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            string text = Encoding.UTF8.GetString(bytes.ToArray());
            if (entry.Name is "walk.json") bytes.SetLength(0);
            await using Stream write = await after.CreateEntry(entry.FullName, CompressionLevel.NoCompression).OpenAsync(TestContext.Current.CancellationToken);
            if (entry.Name is not "walk.json") await write.WriteAsync(bytes.ToArray(), TestContext.Current.CancellationToken);
            else await write.WriteAsync(Encoding.UTF8.GetBytes(Regex.Replace(Regex.Replace(text, $"\"{name}\":(\"[^\"]*\"|[^,}}]*)", wrong), "\"folder\":\"walks/", "\"folder\":\"walks/x")), TestContext.Current.CancellationToken);
        }
    }

    // Presses the first thing that leads on, until somebody walks.
    private static async Task<int> TouchesAsync(IPage page, string until = "STOP")
    {
        for (int touches = 0; ; touches++)
        {
            if (await page.Locator(".stop").CountAsync() > 0) return touches;
            await page.Locator(".acts .main").First.WaitForAsync();
            if (await page.GetByRole(AriaRole.Button, new() { Name = until, Exact = true }).CountAsync() > 0) return touches;
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
