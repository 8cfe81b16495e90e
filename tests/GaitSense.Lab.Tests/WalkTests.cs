using System.Globalization;

namespace GaitSense.Lab.Tests;

/// <summary>
/// The command line against two feet whose firmware is the C reference, playing a recorded walk: one run proves C encoder, air, BlueZ, decoder and core
/// together. Truth is what was played.
/// </summary>
public sealed class WalkTests : IDisposable
{
    private const string RecordedWalk = "gaitmap-healthy-there-and-back";

    // Two feet with the clock exchange, each within 2 ms; the lab shares its emulated processors with everything else.
    private const double RightTimeS = 0.004;

    private readonly LabFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Walk_TwoFeetAt200Hz_LosesNothingAndEqualsAnalyze()
    {
        int seconds = FullRun.IsWanted ? 60 : 30;
        string source = Source();
        LabRun run = (await _folder.WalkAsync(source, ["walk", "--ble", "--plain", "--duration", $"{seconds}", "--record", _folder["rec"], "--out", _folder["live"]])).ShouldHaveSucceeded();

        foreach (string foot in new[] { "left", "right" })
            run.Output.ShouldMatch(foot + @" link: \d{4,5} samples, 0 lost .*, 0 packets twice, .* 0 too late, 0 malformed, 0 dropped, 0 reconnects, 0 restarts");
        run.Output.ShouldContain("sensor to core: p50 ");
        await Programs.RunAsync("dotnet", await Programs.GaitSenseAsync(), "convert", _folder["rec"], "--out", _folder["samples"]);
        PlayedWalk.Comparison times = new PlayedWalk(source).Compare(_folder["samples"]);
        foreach (PlayedWalk.FootComparison foot in times.Feet.Values)
        {
            foot.Unknown.ShouldBe(0);
            foot.LargestErrorS.ShouldBeLessThan(RightTimeS);
            foot.LongestGapS.ShouldBeLessThan(1.5 * PlayedWalk.PeriodS);
        }

        await Programs.RunAsync("dotnet", await Programs.GaitSenseAsync(), "analyze", _folder["rec"], "--out", _folder["analyzed"]);
        foreach (string file in new[] { "events.csv", "strides.csv", "trajectory.csv" })
            (await ReadAsync("live", file)).ShouldBe(await ReadAsync("analyzed", file), file);
        (await ValidStridesAsync("live")).Count.ShouldBeGreaterThan(seconds);
    }

    [Fact]
    public async Task Walk_LossBurstsSwapsDuplicatesVanishAndRestart_EverySampleIsInItsPlaceAndHardlyAStrideIsFalse()
    {
        string source = Source();
        const string Weather = "loss=0.05,miss=0.1,duplicate=0.02,swap=0.02";
        LabRun run = (await _folder.WalkAsync(
            source,
            ["walk", "--ble", "--plain", "--duration", "55", "--record", _folder["rec"], "--out", _folder["live"]],
            left: Weather + ",vanish_after=20",
            right: Weather,
            restart: "GaitR:40",
            trouble: ["23", "GaitL return"])).ShouldHaveSucceeded();

        run.Output.ShouldContain("left: LOST");
        run.Output.ShouldMatch(@"left link: .* 0 malformed, 0 dropped, 1 reconnects, 0 restarts");
        run.Output.ShouldMatch(@"right link: .* 0 malformed, 0 dropped, 1 reconnects, 1 restarts");
        await Programs.RunAsync("dotnet", await Programs.GaitSenseAsync(), "convert", _folder["rec"], "--out", _folder["samples"]);
        PlayedWalk.Comparison times = new PlayedWalk(source).Compare(_folder["samples"]);
        foreach (PlayedWalk.FootComparison foot in times.Feet.Values)
        {
            foot.Unknown.ShouldBe(0);
            foot.LargestErrorS.ShouldBeLessThan(RightTimeS);
        }

        times.Feet["left"].LongestGapS.ShouldBeInRange(2.9, 3 + 5); // three seconds out of range, back within five
        times.Feet["right"].LongestGapS.ShouldBeInRange(0.3, 5);

        // What the same program finds in the walk as it was played.
        await Programs.RunAsync("dotnet", await Programs.GaitSenseAsync(), "analyze", WriteAsPlayed(source), "--out", _folder["truth"]);
        var truth = (await ValidStridesAsync("truth")).ToList();
        List<Stride> strides = await ValidStridesAsync("live");
        strides.Count.ShouldBeGreaterThan(20);
        HashSet<string> begun = [];
        List<Stride> falseOnes = [];
        foreach (Stride stride in strides)
        {
            // The stream begins in the middle of a step: what the first stride began with may have been lost.
            bool isFirst = begun.Add(stride.Foot);
            if (!truth.Exists(t => string.Equals(t.Foot, stride.Foot, StringComparison.Ordinal) && (Overlap(t, stride, times.BeginS) > 0.7 || (isFirst && Math.Abs(t.EndS + times.BeginS - stride.EndS) < 0.15)))) falseOnes.Add(stride);
        }

        // What is lost is another chance each time. One stride in 700 is not a walked one (150 replays of this walk that lose 5 %: 16 of 11504, most of them moves of the foot in the turn and at the end): one of 80 may be.
        falseOnes.Count.ShouldBeLessThanOrEqualTo(1, string.Join(", ", falseOnes));
    }

    [Fact]
    public async Task Walk_AdapterOffServiceStoppedAdapterPulled_SaysSoAndGoesOnByItself()
    {
        Assert.SkipUnless(FullRun.IsWanted, "A long run: .ci/full has it (GAITSENSE_FULL=1); the same faults without the command line are in BlueZCentralTests.");
        LabRun run = (await _folder.WalkAsync(
            Source(),
            ["walk", "--ble", "--plain", "--duration", "45"],
            trouble: ["4", "off", "7", "on", "14", "stop", "17", "start", "26", "pull", "29", "plug"])).ShouldHaveSucceeded();
        string[] lines = [.. run.Output.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("trouble: ", StringComparison.Ordinal) || l.StartsWith("left: L", StringComparison.Ordinal) || l.StartsWith("left: l", StringComparison.Ordinal))];
        string story = string.Join('\n', lines);
        foreach ((string action, string state) in new[] { ("off", "left: LOST"), ("on", "left: live"), ("stop", "Bluetooth service is not running"), ("start", "left: live"), ("pull", "left: LOST"), ("plug", "left: live") })
            story.ShouldMatch($"(?s)trouble: {action} .*{state}", run.Output);
        story.ShouldContain("switched off");
        story.ShouldContain("no such Bluetooth adapter");
        run.Output.ShouldMatch(@"left link: .* 3 reconnects");
    }

    [Fact]
    public async Task Sensor_InSoftware_IsFoundWalkedWithKilledAndTakenUpAgain()
    {
        Assert.SkipUnless(
            FullRun.IsWanted,
            "A long run: .ci/full has it (GAITSENSE_FULL=1); our peripheral, found, killed and taken up again, is in BlueZPeripheralTests, the command's sensor in SensorTests, a restart in the test before.");
        await BleLab.RequireAsync();
        string script = Path.Combine(Programs.Support, "software_sensor.sh");
        LabRun run = (await BleLab.RunAsync(["--rw", _folder[""]], ["sh", script, await Programs.GaitSenseAsync(), _folder[""]], 290)).ShouldHaveSucceeded();
        run.Fact("scan").ShouldNotBeEmpty();
        run.Output.ShouldMatch("(?s)left: LOST.*left: live");
        // How often it is tried, and what comes before the walk begins to read, is the emulator's mood: three programs start on two emulated processors.
        run.Output.ShouldMatch(@"left link: \d+ samples, .* [1-9]\d* reconnects, [1-9]\d* restarts");
        (await ValidStridesAsync("live")).Count.ShouldBeGreaterThan(5);
        await Programs.RunAsync("dotnet", await Programs.GaitSenseAsync(), "analyze", _folder["rec"], "--out", _folder["analyzed"]);
        foreach (string file in new[] { "events.csv", "strides.csv" }) (await ReadAsync("live", file)).ShouldBe(await ReadAsync("analyzed", file), file);
    }

    private static string Source()
    {
        string? data = RealRecordings.Folder ?? (BleLab.Folder is { } lab ? Path.Combine(Path.GetDirectoryName(lab)!, "data") : null);
        string? recording = data is null ? null : Path.Combine(data, RecordedWalk);
        Assert.SkipUnless(Directory.Exists(recording), $"The recorded walk {RecordedWalk} is not here: set GAITSENSE_DATA to the folder of recordings.");
        return recording!;
    }

    private Task<string> ReadAsync(params string[] file) => File.ReadAllTextAsync(_folder[file], TestContext.Current.CancellationToken);

    private async Task<List<Stride>> ValidStridesAsync(string results)
    {
        string[][] rows = [.. (await ReadAsync(results, "strides.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))];
        int foot = Array.IndexOf(rows[0], "foot"), start = Array.IndexOf(rows[0], "start_s"), end = Array.IndexOf(rows[0], "end_s"), valid = Array.IndexOf(rows[0], "valid");
        return [.. rows.Skip(1).Where(r => string.Equals(r[valid], "true", StringComparison.OrdinalIgnoreCase) && r[start].Length > 0).Select(r => new Stride(r[foot], Number(r[start]), Number(r[end])))];
    }

    // The recording with the times at which the lab plays it.
    private string WriteAsPlayed(string source)
    {
        Directory.CreateDirectory(_folder["played"]);
        File.Copy(_folder["samples", "session.json"], _folder["played", "session.json"]);
        foreach (string foot in new[] { "left", "right" }) File.WriteAllLines(_folder["played", foot + ".csv"], PlayedWalk.AsPlayed(Path.Combine(source, foot + ".csv")));
        return _folder["played"];
    }

    // What both have in common, of what either has: what is lost around a soft landing in a turn moves it by a tenth of a second or two.
    private static double Overlap(Stride walked, Stride seen, double beginS)
    {
        double from = walked.StartS + beginS, to = walked.EndS + beginS;
        return (Math.Min(to, seen.EndS) - Math.Max(from, seen.StartS)) / (Math.Max(to, seen.EndS) - Math.Min(from, seen.StartS));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Stride(string Foot, double StartS, double EndS);
}
