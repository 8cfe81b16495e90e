using System.Globalization;
using System.Text.Json;

namespace GaitSense.Browser.Tests;

/// <summary>
/// Backward practice on the page's own path: sensors, streams, core, cues and recorder in the worker, in real time. The rules are those of <c>BackwardTests</c> of Feedback, whose engine it is;
/// here they hold of what the page was told to sound.
/// </summary>
[Collection(PageTests.Name)]
public sealed class BackwardPracticeTests(WalkPage page, ITestOutputHelper output) : IDisposable
{
    // "Stop" has been said so much before the end of the path (BackwardBouts of Feedback), m.
    private const double RunOutM = 1.5, PathM = 10;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Practice_IsSilentWithoutItsList_AndWithItHasBeatsBackwardAlone_UntilThePathIsUsedUp()
    {
        page.Require();
        Assert.SkipUnless(FullRun.IsWanted, "A minute of real time: .ci/full has it (GAITSENSE_FULL=1).");
        const string folder = "walks/backward";
        // Parts of 8 s, forward and backward in turn, with a stop between; the pace is known, as the plan of a clinic knows it of earlier sessions.
        await page.ScriptAsync<object?>("walk.putOnShoes('backward-practice', 5, 90)");
        string plan = string.Create(CultureInfo.InvariantCulture, $$"""{"format":"gaitsense-cues","practice":"backward","rhythm":{"own_cadence_steps_per_min":112},"backward":{"path_m":{{PathM}} },"fading":{"probe_s":0} }""");
        string options = $$"""{"left":"left","right":"right","folder":"{{folder}}","results":"/live","plan":{{JsonSerializer.Serialize(plan)}},"lengths":6,"pathM":10,"zone":"Europe/Berlin"}""";
        await page.CallAsync("WarmUp");
        await page.ScriptAsync<object?>("async options => { await walk.call('Connect', options); await walk.call('Begin'); }", options);
        await Task.Delay(TimeSpan.FromSeconds(22), TestContext.Current.CancellationToken);
        JsonElement state = await page.ScriptAsync<JsonElement>("walk.state");
        state.GetProperty("cues").GetProperty("why").GetString().ShouldBe("unconfirmed");
        state.GetProperty("cues").GetProperty("words").GetString().ShouldNotBeNullOrEmpty();
        (await page.ScriptAsync<int>("walk.cues.filter(c => c.clip && c.clip !== 'word').length")).ShouldBe(0, "nobody confirmed the list");

        await page.CallAsync("Ask", "checklist-confirmed");
        await Task.Delay(TimeSpan.FromSeconds(55), TestContext.Current.CancellationToken);
        JsonElement end = JsonDocument.Parse(await page.CallAsync<string>("End")).RootElement;
        output.WriteLine(end.GetRawText());
        end.GetProperty("backwardM").GetDouble().ShouldBeGreaterThan(5);
        end.GetProperty("lengths").GetDouble().ShouldBe(end.GetProperty("backwardM").GetDouble() / PathM, 0.01);

        string copy = _folder["session"];
        Directory.CreateDirectory(copy);
        foreach (string file in await page.CallAsync<string[]>("KeptFiles", folder)) await File.WriteAllBytesAsync(Path.Combine(copy, file), await page.KeptAsync(folder, file), TestContext.Current.CancellationToken);
        (await CommandLine.GaitSenseAsync("replay", copy, "--speed", "max", "--plain", "--out", _folder["native"])).ShouldContain("identical to what was decided live");
        await page.CallAsync("RemoveKept", folder);

        Dictionary<string, string>[] cues = Table("cues.csv"), strides = Table("strides.csv");
        double[] beats = [.. cues.Where(c => c["kind"] is "beat" && c["cancelled"].Length == 0).Select(c => Number(c["planned_s"]))];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{beats.Length} beats heard of {cues.Count(c => c["kind"] is "beat")}; said: {string.Join(", ", cues.Where(c => c["phrase"].Length > 0).Select(c => c["phrase"]))}"));
        beats.Length.ShouldBeGreaterThan(4);
        // Silence on forward walking: no beat within a part that goes forward, but for the step in which it turns.
        foreach (Dictionary<string, string> stride in strides.Where(s => s["direction"] is "forward" && s["valid"] is "true" or "True" or "1"))
            beats.ShouldNotContain(b => b > Number(stride["zero_velocity_start_s"]) + 0.6 && b < Number(stride["zero_velocity_end_s"]), $"a forward stride from {stride["zero_velocity_start_s"]} s");

        // "Stop" is the last that is heard of a stretch: no beat follows it before the feet have gone forward again.
        foreach (double stop in cues.Where(c => c["phrase"] is "stop" or "bout-over").Select(c => Number(c["decided_at_s"])))
        {
            double forward = strides.Where(s => s["direction"] is "forward" && Number(s["zero_velocity_start_s"]) > stop).Select(s => Number(s["zero_velocity_end_s"])).DefaultIfEmpty(double.MaxValue).First();
            beats.ShouldNotContain(b => b > stop + 0.1 && b < forward, string.Create(CultureInfo.InvariantCulture, $"after \"stop\" at {stop:0.0} s"));
        }

        // No stretch goes on with beats to where the path's end is.
        foreach (double way in StretchesM(strides, beats)) way.ShouldBeLessThan(PathM - RunOutM);
    }

    // How far the feet had gone back, by the mean of both, when the last beat of each stretch was heard, m.
    private static IEnumerable<double> StretchesM(Dictionary<string, string>[] strides, double[] beats)
    {
        double way = 0, cued = 0;
        foreach (Dictionary<string, string> stride in strides.OrderBy(s => Number(s["zero_velocity_end_s"])))
        {
            if (stride["direction"] is "backward" && stride["stride_length_m"].Length > 0)
            {
                way += 0.5 * Number(stride["stride_length_m"]);
                if (beats.Any(b => b >= Number(stride["zero_velocity_start_s"]) && b <= Number(stride["zero_velocity_end_s"]))) cued = way;
            }
            else if (way > 0)
            {
                yield return cued;
                (way, cued) = (0, 0);
            }
        }

        yield return cued;
    }

    private Dictionary<string, string>[] Table(string name)
    {
        string[][] rows = [.. File.ReadAllLines(Path.Combine(_folder["native"], name)).Select(l => l.Split(','))];
        return [.. rows[1..].Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
