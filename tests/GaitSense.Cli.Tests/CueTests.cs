using System.Text;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;
using GaitSense.Simulation.Radio;

namespace GaitSense.Cli.Tests;

/// <summary>Cues on the command line: explained, walked with, heard, recorded and decided once more.</summary>
public sealed class CueTests : IDisposable
{
    private const string Soon = """{ "rhythm": { "baseline_s": 10, "baseline_strides": 6 }, "fading": { "probe_s": 0 } }""";

    private const string Felt = """{ "rhythm": { "baseline_s": 10, "baseline_strides": 6 }, "fading": { "probe_s": 0 }, "vibration": { "beats": true } }""";

    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Cues_OfANewPlan_AreExplainedInWordsAndAsATable()
    {
        (await Cli.RunAsync("cues", "--new", _folder["cues.json"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("cues", "--new", _folder["cues.json"])).Code.ShouldBe(ExitCode.Failed, "nothing is written over");
        Cli.Outcome words = await Cli.RunAsync("cues", _folder["cues.json"]);
        words.Out.ShouldContain("a beat for each step, on the side of the foot that lands");
        words.Out.ShouldBe((await Cli.RunAsync("cues")).Out);
        Cli.Outcome table = await Cli.RunAsync("cues", _folder["cues.json"], "--settings");
        table.Out.ShouldContain("rhythm.phase_gain");
        table.Out.ShouldContain("0.05 to 1");
        (await Cli.RunAsync("cues", _folder["cues.json"], "--json")).Out.ShouldBe(File.ReadAllText(_folder["cues.json"]));
    }

    [Theory]
    [InlineData("""{ "rhythm": { "phase_gain": 7 } }""", "rhythm.phase_gain is 7")]
    [InlineData("not json", "cannot be read")]
    [InlineData(null, "there is no such file")]
    public async Task Plan_ThatCannotBeUsed_IsOneClearLine(string? json, string says)
    {
        if (json is not null) File.WriteAllText(_folder["cues.json"], json);
        foreach (string[] args in (string[][])[["cues", _folder["cues.json"]], ["walk", "--simulate", "healthy", "--speed", "max", "--cues", _folder["cues.json"]]])
        {
            Cli.Outcome outcome = await Cli.RunAsync(args);
            outcome.Code.ShouldBe(ExitCode.Failed);
            outcome.Error.TrimEnd().ShouldNotContain('\n');
            outcome.Error.ShouldContain(says);
        }
    }

    [Fact]
    public async Task Plan_ThatIsAFolder_IsSaidToBeOne()
    {
        Cli.Outcome outcome = await Cli.RunAsync("cues", _folder["."]);
        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Error.ShouldContain("is a folder; a plan is a file: gaitsense cues --new FILE");
    }

    [Fact]
    public async Task Walk_BackwardThatNobodyConfirmed_SaysSoAtTheStartAndAfterwards()
    {
        File.WriteAllText(_folder["cues.json"], """{ "practice": "backward" }""");
        string[] args = ["walk", "--simulate", "backward-practice", "--duration", "20", "--speed", "max", "--plain", "--cues", _folder["cues.json"], "--wav", _folder["cues.wav"]];
        Cli.Outcome outcome = await Cli.RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Error.ShouldContain("there will be no beats: nobody has confirmed the checklist of backward practice");
        outcome.Out.ShouldContain("cues      silent: the checklist of backward practice is not confirmed");
        outcome.Out.ShouldContain("cues: no beats; nobody confirmed the checklist");
        outcome.Out.ShouldNotContain("too uneven");
        Cli.Outcome confirmed = await Cli.RunAsync([.. args, "--checklist-confirmed"]);
        (confirmed.Out + confirmed.Error).ShouldNotContain("confirmed the checklist");
    }

    [Fact]
    public async Task Walk_WayOfSoundThatIsNotPlayed_IsSaidToChangeNothing()
    {
        File.WriteAllText(_folder["cues.json"], Soon);
        string[] args = ["walk", "--simulate", "healthy", "--duration", "10", "--speed", "max", "--plain", "--cues", _folder["cues.json"]];
        (await Cli.RunAsync([.. args, "--sound", "none"])).Error.ShouldBeEmpty();
        (await Cli.RunAsync([.. args, "--sound-latency", "200"])).Error.ShouldContain("--sound-latency change nothing here: sound is played only at --speed real");
        (await Cli.RunAsync([.. args, "--route", "x", "--wav", _folder["cues.wav"]])).Error.ShouldContain("with --wav, sound goes to a file");
    }

    [Fact]
    public async Task Walk_WithCues_WritesWhatIsHeardAndTheLog()
    {
        File.WriteAllText(_folder["cues.json"], Soon);
        string[] args = ["walk", "--simulate", "treadmill", "--duration", "40", "--speed", "max", "--cues", _folder["cues.json"], "--wav", _folder["cues.wav"], "--out", _folder["out"]];
        Cli.Outcome outcome = await Cli.RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain(" beats, ");
        outcome.Out.ShouldContain("steps against beats: ");
        string[] rows = File.ReadAllLines(_folder["out", "cues.csv"]);
        rows.Count(r => r.Contains(",beat,", StringComparison.Ordinal)).ShouldBeGreaterThan(20);
        File.ReadAllText(_folder["out", "cue_summary.json"]).ShouldContain("\"phase_concentration\"");
        WavFile.Read(_folder["cues.wav"]).Interleaved.Max().ShouldBeGreaterThan(0.05f);

        byte[] heard = File.ReadAllBytes(_folder["cues.wav"]);
        (await Cli.RunAsync(args)).Code.ShouldBe(ExitCode.Done);
        File.ReadAllBytes(_folder["cues.wav"]).ShouldBe(heard, "the same walk sounds the same");
        File.ReadAllLines(_folder["out", "cues.csv"]).ShouldBe(rows);
    }

    [Fact]
    public async Task Walk_ForOneEar_LeavesTheOtherFree()
    {
        File.WriteAllText(_folder["cues.json"], Soon);
        float both = (await PeaksAsync()).Max();
        float[] left = await PeaksAsync("--ears", "left"), right = await PeaksAsync("--ears", "right");
        left[0].ShouldBe(both, 0.05f * both);
        left[1].ShouldBe(0);
        right[0].ShouldBe(0);
        right[1].ShouldBe(both, 0.05f * both);
        float[] softer = await PeaksAsync("--ears", "left", "--volume", "-26");
        (softer[0] / left[0]).ShouldBe(0.1f, 0.005f, "20 dB softer than the plan's -6 dB");
    }

    [Theory]
    [InlineData("--ears", "middle", "middle")]
    [InlineData("--volume", "3", "--volume is -60 to 0 dB.")]
    [InlineData("--vibration-latency", "900", "--vibration-latency is 0 to 300 ms.")]
    public async Task Walk_WithACueOptionOutOfRange_SaysWhatItMayBe(string option, string value, string says)
    {
        File.WriteAllText(_folder["cues.json"], Soon);
        Cli.Outcome outcome = await Cli.RunAsync("walk", "--simulate", "treadmill", "--speed", "max", "--cues", _folder["cues.json"], option, value);
        outcome.Code.ShouldBe(ExitCode.WrongUsage);
        outcome.Error.ShouldContain(says);
        outcome = await Cli.RunAsync("walk", "--simulate", "treadmill", "--speed", "max", option, option is "--ears" ? "left" : "0");
        outcome.Code.ShouldBe(ExitCode.WrongUsage);
        outcome.Error.ShouldContain("goes with --cues FILE");
    }

    [Fact]
    public async Task Walk_WithSensorsThatVibrate_TellsWhatWasSent()
    {
        File.WriteAllText(_folder["cues.json"], Felt);
        Cli.Outcome live = await new FeetOnTheAir().RunAsync(
            ["walk", "--ble", "--out", _folder["live"], "--duration", "20", "--cues", _folder["cues.json"], "--sound", "none", "--vibration-latency", "30"], _folder["sensors.json"]);
        live.Code.ShouldBe(ExitCode.Done, live.Error);
        live.Out.ShouldContain("left: ");
        live.Out.ShouldContain(" pulses sent, ");
        live.Error.ShouldNotContain("nothing is felt");
        string[] rows = File.ReadAllLines(_folder["live", "cue_delivery.csv"]);
        rows[0].ShouldBe("number,handed_over_us,frame,fate,output");
        rows.ShouldContain(r => r.EndsWith(",left_motor", StringComparison.Ordinal));
        rows.ShouldContain(r => r.EndsWith(",right_motor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Walk_WithSensorsWithoutAMotor_WarnsOnceForEachAndGoesOn()
    {
        File.WriteAllText(_folder["cues.json"], Felt);
        Foot next = Foot.Left;
        Cli.Outcome live = await new FeetOnTheAir(firmware: _ => new ProtocolFirmware(next++, 200, hasMotor: false)).RunAsync(
            ["walk", "--ble", "--duration", "5", "--cues", _folder["cues.json"], "--sound", "none"], _folder["sensors.json"]);
        live.Code.ShouldBe(ExitCode.Done, live.Error);
        foreach (string foot in (string[])["left", "right"]) live.Error.ShouldContain($"warning: {foot}: nothing is felt: the sensor has no motor");
    }

    [Theory]
    [InlineData("forward", "0", null)]
    [InlineData("forward", "200", "warning: sound is heard 250 ms after it is handed over: above 68 steps a minute the beat of a foot that stands is still heard")]
    [InlineData("backward", "200", "warning: sound is heard 250 ms after")]
    [InlineData("backward", "280", "warning: no sound: \"stop\" would be heard 330 ms after it is known; backward practice needs at most 300")]
    public async Task Walk_WhoseOutputLatencyIsTooLong_SaysSo(string practice, string wayMs, string? says)
    {
        File.WriteAllText(_folder["cues.json"], $"{{\"practice\": \"{practice}\"}}");
        FakeClock clock = new();
        Cli.Outcome walk = await Cli.RunAsync(
            ["walk", "--simulate", "treadmill", "--duration", "12", "--cues", _folder["cues.json"], "--sound-latency", wayMs],
            t => t with { Time = clock, Sound = (o, _) => new CardOf50Ms(o) },
            CancellationToken.None);
        if (says is null) walk.Error.ShouldNotContain("warning: ");
        else walk.Error.ShouldContain(says);
    }

    [Fact]
    public async Task Walk_HeardThroughALibraryThatThrowsSoundAway_LeavesWhenCuesWereHandedOver()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ALSA is on Linux.");
        File.WriteAllText(_folder["cues.json"], Soon);
        (int code, string output) = await RecordingProcess.RunAsync(
            "walk", "--simulate", "treadmill", "--duration", "18", "--plain", "--cues", _folder["cues.json"], "--sound", "null", "--out", _folder["out"]);
        code.ShouldBe(ExitCode.Done, output);
        Assert.SkipWhen(output.Contains("warning: no sound", StringComparison.Ordinal), "No libasound here.");
        File.ReadAllLines(_folder["out", "cue_delivery.csv"]).Count(r => r.EndsWith(",begun,sound", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("walk", "--simulate", "treadmill", "--duration", "20")]
    [InlineData("replay", "REC")]
    public async Task Key_OfAWalkWithoutRadio_SilencesTheCues(params string[] walk)
    {
        File.WriteAllText(_folder["cues.json"], Soon);
        if (walk.Contains("REC")) (await Cli.RunAsync("simulate", "treadmill", "--duration", "20", "--out", _folder["rec"])).Code.ShouldBe(ExitCode.Done);
        FakeClock clock = new();
        Queue<char> keys = new(['s']);
        Cli.Outcome outcome = await Cli.RunAsync(
            [.. walk.Select(w => w is "REC" ? _folder["rec"] : w), "--cues", _folder["cues.json"], "--sound", "none", "--plain", "--out", _folder["out"]],
            t => t with { Time = new KeyClock(clock), ReadKey = () => clock.Elapsed.TotalSeconds >= 15 && keys.TryDequeue(out char key) ? key : null },
            CancellationToken.None);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        keys.ShouldBeEmpty();
        File.ReadAllText(_folder["out", "cue_summary.json"]).ShouldContain("\"stopped\"");
    }

    // Whoever looks for keys now and then does so at each wait of the walk.
    private sealed class KeyClock(FakeClock clock) : TimeProvider
    {
        private Action _look = static () => { };

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan) _look += () => callback(state);
            else _look();
            return clock.CreateTimer(callback, state, dueTime, period);
        }
    }

    [Fact]
    public async Task Session_WithCues_DecidesThemOnceMore()
    {
        File.WriteAllText(_folder["cues.json"], Soon);
        Queue<char?> keys = new([.. Enumerable.Repeat((char?)null, 300), 's', '1']);
        Cli.Outcome live = await new FeetOnTheAir().RunAsync(
            ["walk", "--ble", "--record", _folder["rec"], "--out", _folder["live"], "--duration", "17", "--cues", _folder["cues.json"], "--sound", "none"],
            _folder["sensors.json"],
            with: t => t with { ReadKey = () => keys.TryDequeue(out char? key) ? key : null });
        live.Code.ShouldBe(ExitCode.Done, live.Error);
        Cli.Outcome replay = await Cli.RunAsync("replay", _folder["rec"], "--speed", "max", "--out", _folder["again"]);
        replay.Out.ShouldContain("identical to what was decided live: ");
        File.ReadAllText(_folder["again", "cues.csv"]).ShouldBe(File.ReadAllText(_folder["live", "cues.csv"]));
        File.ReadAllText(_folder["again", "cue_summary.json"]).ShouldBe(File.ReadAllText(_folder["live", "cue_summary.json"]));
        (await Cli.RunAsync("doctor", _folder["rec"])).Out.ShouldContain("cues stopped: tired");
        (await Cli.RunAsync("analyze", _folder["rec"], "--out", _folder["analysed"])).Code.ShouldBe(ExitCode.Done);
        foreach (string file in (string[])["cues.csv", "cue_summary.json", "summary.json", "report.html"])
            File.ReadAllText(_folder["analysed", file]).ShouldBe(File.ReadAllText(_folder["again", file]), file);
        File.ReadAllText(_folder["analysed", "report.html"]).ShouldContain("<h2>Cues</h2>");
    }

    [Fact]
    public async Task Analyze_SessionWithCuesOfAnotherVersion_WarnsAndHasItsNumbers()
    {
        File.WriteAllText(_folder["cues.json"], Soon);
        await new FeetOnTheAir().RunAsync(["record", "--ble", "--out", _folder["rec"], "--duration", "12", "--plain", "--cues", _folder["cues.json"], "--sound", "none"], _folder["sensors.json"]);
        using (SessionFileReader reader = SessionFileReader.Open(_folder["rec", SessionFolder.SessionFile]))
        using (var writer = new SessionFileWriter(new FolderStore(_folder["later"]).Create(SessionFolder.SessionFile, isLive: true), 7))
        {
            while (reader.TryRead(out SessionRecord record))
            {
                ReadOnlySpan<byte> body = record.Kind == SessionRecordKind.Manifest ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(record.Body).Replace("\"rhythm\"", "\"melody\"", StringComparison.Ordinal)) : record.Body;
                writer.Write(record.Kind, record.Time, body);
            }

            writer.Rename(SessionFolder.SessionFile);
        }

        Cli.Outcome outcome = await Cli.RunAsync("analyze", _folder["later"], "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Errors.ShouldBeEmpty();
        outcome.Error.ShouldStartWith($"warning: the report has no cues: {_folder["later", SessionFolder.SessionFile]}: ");
        File.Exists(_folder["out", "report.html"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Record_WithCues_KeepsThemAndDecidesThemOnceMore()
    {
        File.WriteAllText(_folder["cues.json"], Soon);
        Cli.Outcome live = await new FeetOnTheAir().RunAsync(
            ["record", "--ble", "--out", _folder["rec"], "--duration", "19", "--plain", "--cues", _folder["cues.json"], "--sound", "none"], _folder["sensors.json"]);
        live.Code.ShouldBe(ExitCode.Done, live.Error);
        live.Out.ShouldContain(" beats, ");
        live.Out.ShouldContain("cues      silent: no even steps yet");
        live.Out.ShouldContain("cues      beat ");
        Cli.Outcome replay = await Cli.RunAsync("replay", _folder["rec"], "--speed", "max", "--plain");
        replay.Out.ShouldContain("identical to what was decided live: ");
        replay.Out.Split('\n').First(l => l.StartsWith("steps against beats", StringComparison.Ordinal)).ShouldBe(live.Out.Split('\n').First(l => l.StartsWith("steps against beats", StringComparison.Ordinal)));
    }

    [Theory, InlineData("--wav"), InlineData("--sound"), InlineData("--checklist-confirmed")]
    public async Task Record_OptionOfCuesWithoutCues_IsWrongUsage(string option)
    {
        string[] value = option is "--checklist-confirmed" ? [] : ["x"];
        Cli.Outcome outcome = await Cli.RunAsync(["record", "--ble", "--out", _folder["rec"], option, .. value]);
        outcome.Code.ShouldBe(ExitCode.WrongUsage, outcome.Error);
        outcome.Error.ShouldContain($"{option} goes with --cues FILE.");
    }

    [Fact]
    public async Task Walk_WithACheckThatNobodyAnswers_HasNoCuesAndALowBatteryIsSaid()
    {
        File.WriteAllText(_folder["cues.json"], Soon);
        Cli.Outcome outcome = await new FeetOnTheAir(firmware: says =>
        {
            says.BatteryPercent = 9;
            return says;
        }).RunAsync(["walk", "--ble", "--out", _folder["out"], "--duration", "25", "--cues", _folder["cues.json"], "--sound", "none", "--check"], _folder["sensors.json"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain("check before the walk: NOT ");
        outcome.Error.ShouldContain("left: battery 9 %");
        string cues = File.ReadAllText(_folder["out", "cues.csv"]);
        cues.ShouldContain("check-stand");
        cues.ShouldContain("battery-left");
        cues.ShouldNotContain(",beat,");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<float[]> PeaksAsync(params string[] more)
    {
        Cli.Outcome outcome = await Cli.RunAsync(["walk", "--simulate", "treadmill", "--duration", "24", "--speed", "max", "--cues", _folder["cues.json"], "--wav", _folder["cues.wav"], .. more]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        float[] samples = WavFile.Read(_folder["cues.wav"]).Interleaved;
        return [.. new[] { 0, 1 }.Select(c => samples.Where((_, i) => i % 2 == c).Max())];
    }

    private sealed class CardOf50Ms(SoundOutputOptions options) : ISoundOutput
    {
        public SoundFacts Facts => new("card", 0, 0, 1920, 480, 1920, options.RouteLatencyS, default, null);

        public void Start(SoundRender render)
        {
        }

        public bool TryFrameAt(HostTime time, out long frame)
        {
            frame = 0;
            return false;
        }

        public void Dispose()
        {
        }
    }
}
