using System.Globalization;
using System.Text.Json;

namespace GaitSense.Browser.Tests;

/// <summary>A walk in a page with shoes that it reaches as it reaches real ones: in real time, in three threads of a real browser.</summary>
[Collection(PageTests.Name)]
public sealed class LiveWalkTests(WalkPage page, ITestOutputHelper output) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose()
    {
        while (page.Said.TryDequeue(out string? said)) output.WriteLine(said);
        _folder.Dispose();
    }

    [Fact]
    public async Task Walk_InThePage_IsKeptAndReplayedHereAsIdentical()
    {
        Assert.SkipUnless(FullRun.IsWanted, "GAITSENSE_FULL=1; .ci/run walks over the page's own Bluetooth (ShoeWalkTests), replayed as identical.");
        page.Require();
        await BeginAsync("ms-mild", 3, 45, "walks/whole");
        await Task.Delay(TimeSpan.FromSeconds(28), TestContext.Current.CancellationToken);
        JsonElement state = await StateAsync();
        state.GetProperty("phase").GetString().ShouldBe("walking");
        state.GetProperty("shoes").GetProperty("left").GetProperty("state").GetString().ShouldBe("streaming");
        using var ended = JsonDocument.Parse(await page.CallAsync<string>("End"));
        JsonElement end = ended.RootElement;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{end.GetRawText()}, slowest packet {state.GetProperty("slowestMs").GetDouble():0.0} ms of {state.GetProperty("packets").GetInt64()}"));
        end.GetProperty("steps").GetInt32().ShouldBeInRange(20, 90);
        end.GetProperty("storageProblem").ValueKind.ShouldBe(JsonValueKind.Null);
        // Two shoes at 100 Hz, on a machine that may be slow.
        end.GetProperty("samples").GetInt64().ShouldBeGreaterThan(3000);

        string copy = await CopyAsync("walks/whole");
        (await CommandLine.GaitSenseAsync("replay", copy, "--speed", "max", "--plain", "--out", _folder["native"])).ShouldContain("identical to what was decided live");
        foreach (string table in Directory.GetFiles(_folder["native"], "*.csv").Select(f => Path.GetFileName(f)))
            (await page.GetAsync("/live/" + table)).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(_folder["native"], table), TestContext.Current.CancellationToken), table);
        // Whether they came in time is what this machine did meanwhile, and no statement about the page.
        int beats = await page.ScriptAsync<int>("walk.cues.filter(c => c.clip === 'left' || c.clip === 'right').length"), late = await page.ScriptAsync<int>("walk.cues.filter(c => c.clip && c.clip !== 'word' && c.told > c.at).length");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{late} of {beats} beats were told too late"));
        beats.ShouldBeGreaterThan(5);
        await page.CallAsync("RemoveKept", "walks/whole");
    }

    [Fact]
    public async Task Walk_WhosePageIsKilled_LosesAtMostASecond()
    {
        page.Require();
        await BeginAsync("healthy", 4, 20, "walks/killed");
        await Task.Delay(TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken);
        double walkedS = await page.ScriptAsync<double>("(performance.timeOrigin + performance.now() - walk.began) / 1000");
        await page.ReloadAsync();
        // The page says that it is there, and names its files.
        using (var home = JsonDocument.Parse(await page.CallAsync<string>("Home", "", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), "Europe/Berlin", "en")))
        {
            home.RootElement.GetProperty("unfinished").GetProperty("folder").GetString().ShouldBe("walks/killed");
            home.RootElement.GetProperty("unfinished").GetProperty("walkedS").GetDouble().ShouldBeInRange(walkedS - 2, walkedS + 4);
            home.RootElement.GetProperty("offer").GetProperty("minutes").GetDouble().ShouldBe(6);
        }

        (await page.CallAsync<string[]>("KeptFiles", "walks/killed")).ShouldBe(["manifest.json", "session.gait"]);
        string copy = await CopyAsync("walks/killed");
        string said = await CommandLine.GaitSenseAsync("replay", copy, "--speed", "max", "--plain", "--out", _folder["native"]);
        said.ShouldNotContain("DIFFERENT");
        using var summary = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_folder["native"], "summary.json"), TestContext.Current.CancellationToken));
        double keptS = summary.RootElement.GetProperty("totals").GetProperty("duration_s").GetDouble();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{keptS:0.00} s of {walkedS:0.00} s are kept"));
        keptS.ShouldBeGreaterThan(walkedS - 1);
        await page.CallAsync("RemoveKept", "walks/killed");
    }

    [Fact]
    public async Task Shoe_ThatIsLostInTheWalk_ComesBackByItselfAndTheWalkGoesOn()
    {
        page.Require();
        await BeginAsync("healthy", 5, 45, "walks/lost");
        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
        await page.ScriptAsync<object?>("walk.vanish('left', 5)");
        await UntilAsync("walk.state.shoes.left.state !== 'streaming'", 20);
        (await StateAsync()).GetProperty("shoes").GetProperty("left").GetProperty("words").GetString().ShouldNotBeNullOrEmpty();
        await UntilAsync("walk.state.shoes.left.state === 'streaming'", 40);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await page.CallAsync("End");
        string said = await CommandLine.GaitSenseAsync("replay", await CopyAsync("walks/lost"), "--speed", "max", "--plain", "--out", _folder["native"]);
        said.ShouldContain("identical to what was decided live");
        await page.CallAsync("RemoveKept", "walks/lost");
    }

    [Fact]
    public async Task Shoe_ThatIsNotThere_EndsTheAttemptInWords()
    {
        page.Require();
        await page.ScriptAsync<object?>("walk.putOnShoes('healthy', 1, 10)");
        await page.ScriptAsync<object?>("walk.vanish('right', 100)");
        Microsoft.Playwright.PlaywrightException said = await Should.ThrowAsync<Microsoft.Playwright.PlaywrightException>(page.CallAsync("Connect", """{"left":"left","right":"right","folder":"walks/none"}"""));
        said.Message.ShouldContain("right: ");
        // The next walk is not in its way.
        await BeginAsync("healthy", 1, 20, "walks/next");
        await page.CallAsync("End");
        await page.CallAsync("RemoveKept", "walks/next");
    }

    private async Task BeginAsync(string preset, int seed, int seconds, string folder)
    {
        await page.ScriptAsync<object?>("([preset, seed, seconds]) => walk.putOnShoes(preset, seed, seconds)", new object[] { preset, seed, seconds });
        // Beats after ten seconds of walking, as a short test needs them.
        const string plan = """{"format":"gaitsense-cues","rhythm":{"baseline_s":10,"baseline_strides":6}}""";
        string options = $$"""{"left":"left","right":"right","folder":"{{folder}}","results":"/live","plan":{{JsonSerializer.Serialize(plan)}},"zone":"Europe/Berlin"}""";
        await page.CallAsync("WarmUp");
        await page.ScriptAsync<object?>("async options => { await walk.call('Connect', options); await walk.call('Begin'); walk.began = performance.timeOrigin + performance.now(); }", options);
    }

    private Task<JsonElement> StateAsync() => page.ScriptAsync<JsonElement>("walk.state");

    private async Task UntilAsync(string condition, double withinS)
    {
        for (double s = 0; s < withinS; s += 0.1)
        {
            if (await page.ScriptAsync<bool>(condition)) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"not within {withinS} s: {condition}; the state is {(await StateAsync()).GetRawText()}");
    }

    private async Task<string> CopyAsync(string folder)
    {
        string copy = _folder["session"];
        Directory.CreateDirectory(copy);
        foreach (string file in await page.CallAsync<string[]>("KeptFiles", folder)) await File.WriteAllBytesAsync(Path.Combine(copy, file), await page.KeptAsync(folder, file), TestContext.Current.CancellationToken);
        return copy;
    }
}
