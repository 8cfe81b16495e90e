using System.IO.Compression;
using System.Text.Json;
using GaitSense.Cli.App;
using GaitSense.Recording.Session;

namespace GaitSense.Cli.Tests;

/// <summary>Session recordings on the command line: replayed, looked at, mended.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Replay_OfARecordedWalk_SaysThatItIsIdenticalAndWritesTheSameFiles()
    {
        await RecordAsync();
        Cli.Outcome replay = await Cli.RunAsync("replay", _folder["rec"], "--speed", "max", "--out", _folder["again"]);
        replay.Code.ShouldBe(ExitCode.Done, replay.Error);
        replay.Out.ShouldContain("identical to what was decided live: ");
        foreach (string file in new[] { "events.csv", "provisional_events.csv", "strides.csv", "steps.csv", "trajectory.csv", "turns.csv", "bouts.csv" })
            File.ReadAllText(_folder["again", file]).ShouldBe(File.ReadAllText(_folder["live", file]), file);

        // And in a process of its own.
        (int code, string output) = await RecordingProcess.RunAsync("replay", _folder["rec"], "--speed", "max", "--out", _folder["elsewhere"]);
        code.ShouldBe(ExitCode.Done, output);
        foreach (string file in new[] { "events.csv", "provisional_events.csv", "strides.csv", "steps.csv", "trajectory.csv", "turns.csv", "bouts.csv" })
            File.ReadAllText(_folder["elsewhere", file]).ShouldBe(File.ReadAllText(_folder["live", file]), file);
    }

    [Fact]
    public async Task Replay_OverARadio_IsTheSameForTheSameSeedAndLosesWhatWasAsked()
    {
        string walk = _folder.Recording();
        string[] Args(string to, string seed) => ["replay", walk, "--speed", "max", "--loss", "5%", "--jitter", "30ms", "--seed", seed, "--out", _folder[to]];
        Cli.Outcome a = await Cli.RunAsync(Args("a", "7")), b = await Cli.RunAsync(Args("b", "7")), c = await Cli.RunAsync(Args("c", "8"));
        a.Code.ShouldBe(ExitCode.Done, a.Error);
        a.Error.ShouldContain("samples were lost");
        File.ReadAllText(_folder["a", "events.csv"]).ShouldBe(File.ReadAllText(_folder["b", "events.csv"]));
        string.Equals(File.ReadAllText(_folder["c", "events.csv"]), File.ReadAllText(_folder["a", "events.csv"]), StringComparison.Ordinal).ShouldBeFalse();
        c.Code.ShouldBe(ExitCode.Done, c.Error);
        b.Out.Split('\n').Count(l => l.Contains(" stride ", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Replay_OfASessionOfAnEarlierAlgorithm_SaysSoComparesNothingAndSucceeds()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !Directory.Exists(Path.Combine(root.FullName, "samples"))) root = root.Parent;
        string session = Path.Combine(root!.FullName, "tests", "GaitSense.Walk.Tests", "Recorded", "before-versions");
        Cli.Outcome replay = await Cli.RunAsync("replay", session, "--speed", "max", "--plain");
        replay.Code.ShouldBe(ExitCode.Done, replay.Error);
        replay.Out.ShouldContain("recorded by an algorithm from before version 1, computed by version 2: what was decided live is not compared");
        (await Cli.RunAsync("doctor", session)).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Replay_OfASessionWhoseSettingsCannotBe_SaysWhich()
    {
        await RecordAsync();
        string file = _folder["rec", SessionFolder.SessionFile];
        SessionManifest manifest = SessionManifests.Of(file);
        SessionSettings absurd = manifest.Settings with { Walk = manifest.Settings.Walk with { Left = manifest.Settings.Walk.Left with { SensorHeightM = 12 } } };
        SessionRepair.Mend(file, manifest with { Settings = absurd }, _folder["absurd"]);
        Cli.Outcome replay = await Cli.RunAsync("replay", _folder["absurd"], "--speed", "max");
        replay.Code.ShouldBe(ExitCode.Failed);
        replay.Error.ShouldContain("has settings that cannot be: a sensor's height of 12 m is not within 0 to 0.25 m");
    }

    [Fact]
    public async Task Doctor_OfADamagedSession_SaysWhereAndMendsACopy()
    {
        await RecordAsync();
        string file = _folder["rec", SessionFolder.SessionFile];
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x40;
        File.WriteAllBytes(file, bytes[..^100]);

        Cli.Outcome doctor = await Cli.RunAsync("doctor", _folder["rec"]);
        doctor.Code.ShouldBe(ExitCode.Failed);
        doctor.Out.ShouldContain("DAMAGED");
        doctor.Out.ShouldContain("a block is missing at byte ");
        doctor.Out.ShouldContain("--repair");

        Cli.Outcome repair = await Cli.RunAsync("doctor", _folder["rec"], "--repair", _folder["mended"]);
        repair.Code.ShouldBe(ExitCode.Done, repair.Error);
        repair.Out.ShouldContain("left out");
        File.ReadAllBytes(file).ShouldBe(bytes[..^100]);
        (await Cli.RunAsync("doctor", _folder["rec"], "--repair", _folder["mended"])).Code.ShouldBe(ExitCode.WrongUsage);
        using SessionFileReader mended = SessionFileReader.Open(_folder["mended", SessionFolder.SessionFile]);
        while (mended.TryRead(out _)) { }
        mended.Damage.ShouldBeEmpty();
        Cli.Outcome analyze = await Cli.RunAsync("analyze", _folder["mended"], "--out", _folder["out"]);
        analyze.Code.ShouldBe(ExitCode.Done, analyze.Error);
    }

    [Fact]
    public async Task Manifest_OfARecording_HasWhatWasSaidOfThePersonAndNoName()
    {
        await RecordAsync();
        var manifest = SessionManifest.Read("manifest", File.ReadAllBytes(_folder["rec", SessionFolder.ManifestFile]));
        manifest.Person.ShouldBe(new SessionPerson { Id = "P07", WalkingAid = "cane", Orthosis = "AFO left", AffectedSide = "left", LegLengthM = 0.87 });
        manifest.Sensors.Count.ShouldBe(2);
        manifest.EndedUtc!.Value.ShouldBeGreaterThan(manifest.StartedUtc);
        manifest.Links!.Value.GetArrayLength().ShouldBe(2);
        (await Cli.RunAsync("doctor", _folder["rec"])).Out.ShouldContain("P07, walks with cane, wears AFO left, affected side: left, leg length 0.87 m");
    }

    [Fact]
    public async Task Key_PressedDuringAWalk_MarksTheMoment()
    {
        Queue<char> keys = new(['x', 'm', 'm']);
        Cli.Outcome outcome = await new FeetOnTheAir().RunAsync(
            ["record", "--ble", "--out", _folder["rec"], "--duration", "6"], _folder["sensors.json"], with: t => t with { ReadKey = () => keys.TryDequeue(out char key) ? key : null });
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        string[] marks = [.. (await Cli.RunAsync("doctor", _folder["rec"])).Out.Split('\n').Where(l => l.StartsWith("marker", StringComparison.Ordinal))];
        marks.Length.ShouldBe(2);
        marks[1].ShouldContain("mark 2");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AnArchive_AsAPhoneSavesIt_IsReadAsItIs_UnderItsOwnName_AndNothingOfItStays()
    {
        await RecordAsync();
        string archive = _folder["walk-2026-11-30-archive-test.zip"], name = Path.GetFileNameWithoutExtension(archive);
        await ZipFile.CreateFromDirectoryAsync(_folder["rec"], archive, CompressionLevel.Fastest, includeBaseDirectory: true, TestContext.Current.CancellationToken);
        foreach (int _ in Enumerable.Range(0, 2)) // the same results once more: of the same walk
        {
            Cli.Outcome replay = await Cli.RunAsync("replay", archive, "--speed", "max", "--out", _folder["again"]);
            replay.Code.ShouldBe(ExitCode.Done, replay.Error);
            replay.Out.ShouldContain("identical to what was decided live: ");
        }

        File.ReadAllText(_folder["again", "strides.csv"]).ShouldBe(File.ReadAllText(_folder["live", "strides.csv"]));
        Cli.Outcome analysed = await Cli.RunAsync("analyze", archive, "--out", _folder["analysed"], "--json");
        analysed.Code.ShouldBe(ExitCode.Done, analysed.Error);
        using var json = JsonDocument.Parse(analysed.Out);
        json.RootElement[0].GetProperty("recording").GetString().ShouldBe(archive);
        json.RootElement[0].GetProperty("summary").GetProperty("recording").GetString().ShouldBe(name);
        (await Cli.RunAsync("doctor", archive)).Out.ShouldContain(name + ", recorded ");
        (await Cli.RunAsync("doctor", archive, "--repair", _folder["mended"])).Out.ShouldContain(archive + " is as it was");
        (await Cli.RunAsync("convert", archive, "--out", _folder["plain"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("compare", archive, _folder["live"])).Code.ShouldBe(ExitCode.Done);
        Unpacked(name).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("damaged", "the archive is damaged or cut off: save the walk once more")]
    [InlineData("no walk", "is no walk: there is no session.gait in it")]
    [InlineData("two walks", "holds 2 walks: give them one by one")]
    [InlineData("an empty session", "")]
    public async Task AnArchive_ThatIsBad_IsSaidInOneLineByItsName_AndNothingOfItStays(string what, string said)
    {
        string name = "archive-test-" + what.Replace(' ', '-'), archive = _folder[name + ".zip"];
        await using (FileStream file = File.Create(archive))
        await using (ZipArchive zip = new(file, ZipArchiveMode.Create))
        {
            foreach (string entry in what switch { "no walk" => new[] { "letter.txt" }, "two walks" => ["a/session.gait", "b/session.gait"], _ => ["a/session.gait"] })
            {
                await using Stream to = await zip.CreateEntry(entry, CompressionLevel.NoCompression).OpenAsync(TestContext.Current.CancellationToken);
                await to.WriteAsync(new byte[20_000], TestContext.Current.CancellationToken);
            }
        }

        if (what is "damaged") await File.WriteAllBytesAsync(archive, File.ReadAllBytes(archive)[..9000], TestContext.Current.CancellationToken);
        foreach (string[] command in (string[][])[["replay", archive, "--speed", "max"], ["analyze", archive, "--out", _folder["out"]], ["doctor", archive], ["convert", archive, "--out", _folder["plain"]]])
        {
            Cli.Outcome outcome = await Cli.RunAsync(command);
            outcome.Code.ShouldBe(ExitCode.Failed, command[0]);
            outcome.Error.TrimEnd().Split('\n').Last().ShouldContain(said);
            outcome.Error.ShouldContain(what is "an empty session" ? name : archive);
            (outcome.Error + outcome.Out).ShouldNotContain("gaitsense-walk-");
        }

        Unpacked(name).ShouldBeEmpty();
        Directory.Exists(_folder["plain"]).ShouldBeFalse();
    }

    private static string[] Unpacked(string name) => [.. Directory.GetDirectories(Path.GetTempPath(), "gaitsense-walk-*").Where(d => Directory.Exists(Path.Combine(d, "0", name)))];

    private async Task RecordAsync()
    {
        string[] who = ["--person", "P07", "--aid", "cane", "--orthosis", "AFO left", "--affected-side", "left", "--leg-length", "0.87"];
        Cli.Outcome outcome = await new FeetOnTheAir().RunAsync(["walk", "--ble", "--record", _folder["rec"], "--out", _folder["live"], "--duration", "17", .. who], _folder["sensors.json"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
    }
}
