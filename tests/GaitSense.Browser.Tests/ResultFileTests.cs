using System.Globalization;

namespace GaitSense.Browser.Tests;

/// <summary>
/// A walk in a browser writes the files of the command line, byte for byte. The mathematics of the two runtimes differ in last digits; the files round them
/// away, and that is what is promised.
/// </summary>
[Collection(PageTests.Name)]
public sealed class ResultFileTests(WalkPage page, RecordedSession session, ITestOutputHelper output) : IClassFixture<RecordedSession>, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Sample_InTheBrowser_HasTheBytesOfTheCommandLine() => AnalyzedAsync(Repository.At("samples", "there-and-back"), files: 10);

    [Theory, InlineData("gaitmap-healthy-there-and-back"), InlineData("gaitmap-ms"), InlineData("voisard-1-1")]
    public Task Recording_InTheBrowser_HasTheBytesOfTheCommandLine(string name) => AnalyzedAsync(Path.Combine(RealRecordings.Require(), name), files: 10);

    [Fact]
    public Task Session_InTheBrowser_HasTheBytesOfTheCommandLine() => AnalyzedAsync(session.Folder, files: 12);

    [Theory, InlineData("ms-mild", 3, 150, "comfortable"), InlineData("ms-foot-drop", 2, 120, "foot-drop")]
    public async Task SimulatedWalk_WithCuesInTheBrowser_HasTheBytesOfTheCommandLine(string preset, int seed, int seconds, string plan)
    {
        page.Require();
        string cues = Repository.At("samples", "cues", plan + ".json");
        await CommandLine.GaitSenseAsync(
            "walk", "--simulate", preset, "--seed", Text(seed), "--duration", Text(seconds), "--speed", "max", "--plain", "--cues", cues, "--sound", "none", "--out", Native);
        File.ReadLines(Path.Combine(Native, "cues.csv")).Count().ShouldBeGreaterThan(10);
        await page.PutAsync(cues, "/plan.json");
        await CompareAsync(await page.CallAsync<int>("Simulate", preset, seed, seconds, "/plan.json", "/out"), files: 12);
    }

    [Fact]
    public async Task Session_RecordedInTheBrowser_IsReplayedAsIdenticalHere()
    {
        page.Require();
        await page.PutAsync(Repository.At("samples", "cues", "comfortable.json"), "/plan.json");
        int samples = await page.CallAsync<int>("Record", "ms-mild", 3, 60, "/plan.json", 1.8e12, "/session", "/out");
        samples.ShouldBeGreaterThan(11_000); // both feet, 100 Hz or more
        string copy = _folder["session"];
        Directory.CreateDirectory(copy);
        foreach (string file in (string[])["session.gait", "manifest.json"])
            await File.WriteAllBytesAsync(Path.Combine(copy, file), await page.GetAsync("/session/" + file), TestContext.Current.CancellationToken);
        (await CommandLine.GaitSenseAsync("replay", copy, "--speed", "max", "--plain", "--out", Native)).ShouldContain("identical to what was decided live");
        (await page.CallAsync<string[]>("List", "/out")).Count(f => f.EndsWith(".csv", StringComparison.Ordinal)).ShouldBe(8);
        foreach (string table in Directory.GetFiles(Native, "*.csv").Select(f => Path.GetFileName(f)))
            (await page.GetAsync("/out/" + table)).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(Native, table), TestContext.Current.CancellationToken), table);
        await page.CallAsync("Remove", "/out");
        await page.CallAsync("Remove", "/session");
    }

    [Fact]
    public async Task Failure_InTheBrowser_SaysWhatTheCommandLineSays()
    {
        page.Require();
        (await Should.ThrowAsync<Microsoft.Playwright.PlaywrightException>(page.CallAsync<int>("Analyze", "/nowhere", "/out"))).Message.ShouldContain("/nowhere: is not there");
        (await page.CallAsync<string[]>("List", "/nowhere")).ShouldBeEmpty();
    }

    private string Native => _folder["native"];

    private async Task AnalyzedAsync(string recording, int files)
    {
        page.Require();
        await CommandLine.GaitSenseAsync("analyze", recording, "--out", Native);
        string inside = "/" + Path.GetFileName(recording);
        await page.PutFolderAsync(recording, inside);
        await CompareAsync(await page.CallAsync<int>("Analyze", inside, "/out"), files);
        await page.CallAsync("Remove", inside);
    }

    private async Task CompareAsync(int samples, int files)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{samples} samples in {page.LastMs:0} ms: {1000 * page.LastMs / samples:0.0} us/sample, with all files"));
        // A page hands files on and keeps none, so it has no note of what they were made of.
        string[] expected = [.. Directory.GetFiles(Native).Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith(".made", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        (await page.CallAsync<string[]>("List", "/out")).ShouldBe(expected);
        expected.Length.ShouldBe(files);
        foreach (string name in expected)
        {
            byte[] native = await File.ReadAllBytesAsync(Path.Combine(Native, name), TestContext.Current.CancellationToken), browser = await page.GetAsync("/out/" + name);
            int differs = native.AsSpan().CommonPrefixLength(browser);
            (differs == native.Length && differs == browser.Length).ShouldBeTrue($"{name} differs from byte {differs} on: {Around(native, differs)} here, {Around(browser, differs)} in the browser");
        }

        await page.CallAsync("Remove", "/out");
    }

    private static string Around(byte[] bytes, int at) => System.Text.Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, at - 60)..Math.Min(bytes.Length, at + 20)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
