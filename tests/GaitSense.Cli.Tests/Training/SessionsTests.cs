using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using GaitSense.Cli.App;
using GaitSense.Devices;
using GaitSense.Recording;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Phone;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Tests;

public sealed class SessionsTests : IAsyncLifetime
{
    private const string AsUsual = "news=no,fall=no,warm=no,company=yes";
    private readonly TestFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        await RunAsync("people", "add", "P07", "--zone", "Etc/UTC");
        await RunAsync("plan", "new", "P07", "--longest", "4");
    }

    [Fact]
    public async Task Walk_OfAPerson_FollowsTodaysPlanAndIsKeptWithItsMeasures()
    {
        Cli.Outcome walk = await RunAsync("walk", "--simulate", "ms-mild", "--person", "P07", "--speed", "max", "--answers", AsUsual);
        walk.Code.ShouldBe(ExitCode.Done, walk.Error);
        walk.Error.ShouldContain("2 minutes"); // half of four
        walk.Error.ShouldNotContain("stopped before its end"); // the plan's end is the walk's
        JsonNode session = (await SessionsAsync())[0]!;
        session["status"]!.GetValue<string>().ShouldBe("completed");
        session["source"]!.GetValue<string>().ShouldBe("simulation");
        session["plan_id"].ShouldNotBeNull();
        JsonArray measures = session["measures"]!.AsArray();
        double walkedS = measures.Single(m => m!["name"]!.GetValue<string>() is "walked_s")!["value"]!.GetValue<double>();
        walkedS.ShouldBeInRange(110, 130);
        measures.ShouldContain(m => m!["name"]!.GetValue<string>() == "speed_mps");
        // A simulated walk is nobody's training: the plan offers the same again.
        (await RunAsync("plan", "today", "P07", "--answers", AsUsual)).Out.ShouldContain("2 minutes");
    }

    [Fact]
    public async Task Walk_WithChestPain_DoesNotBeginAndThePersonPauses()
    {
        Cli.Outcome walk = await RunAsync("walk", "--simulate", "ms-mild", "--person", "P07", "--speed", "max", "--answers", "news=yes,emergency=yes");
        walk.Code.ShouldBe(ExitCode.Failed);
        walk.Error.ShouldContain("Do not walk. Call 112 now.");
        (await SessionsAsync()).Count.ShouldBe(0);
        (await RunAsync("people", "show", "P07")).Out.ShouldContain("paused");
        // It counts for the rest of the day, whatever is answered next.
        (await RunAsync("walk", "--simulate", "ms-mild", "--person", "P07", "--speed", "max", "--answers", AsUsual)).Code.ShouldBe(ExitCode.Failed);
    }

    [Fact]
    public async Task Walk_WhoseQuestionsAreAskedAtTheKeyboard_IsKeptWithFatigueAndPain()
    {
        Queue<char> keys = new("nnny" + "2" + "31"); // nothing new, no fall, not warm, somebody near; fatigue before; fatigue and pain after
        Cli.Outcome walk = await Cli.RunAsync(
            ["walk", "--simulate", "ms-mild", "--person", "P07", "--speed", "max", "--store", _folder["store.db"]],
            t => t with { CanAsk = true, ReadKey = () => keys.TryDequeue(out char key) ? key : null },
            TestContext.Current.CancellationToken);
        walk.Code.ShouldBe(ExitCode.Done, walk.Error);
        JsonArray said = (await SessionsAsync())[0]!["self_reports"]!.AsArray();
        said.Select(s => $"{s!["when"]} {s["of"]} {s["value"]}").ShouldBe(["before fatigue 2", "after fatigue 3", "after pain 1"]);
    }

    // A person without a plan is asked too: pain does not ask for plans.
    [Fact]
    public async Task Walk_BesideAnyPlan_IsAskedForFirst_AndDoesNotBeginWithChestPain()
    {
        (await RunAsync("people", "add", "P08", "--zone", "Europe/Berlin")).Code.ShouldBe(ExitCode.Done);
        Queue<char> keys = new("yy"); // something new; chest pain
        Cli.Outcome walk = await Cli.RunAsync(
            ["walk", "--simulate", "ms-mild", "--person", "P08", "--free", "--speed", "max", "--store", _folder["store.db"]],
            t => t with { CanAsk = true, ReadKey = () => keys.TryDequeue(out char key) ? key : null },
            TestContext.Current.CancellationToken);
        walk.Code.ShouldBe(ExitCode.Failed);
        walk.Error.ShouldContain("Do not walk. Call 112 now.");
        keys.ShouldBeEmpty();
        (await RunAsync("people", "show", "P08")).Out.ShouldContain("paused");
    }

    [Fact]
    public async Task Session_OfThePaperPlan_CountsForThePlan()
    {
        (await RunAsync("session", "add", "P07", "--minutes", "2", "--fatigue", "2,3")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("session", "P07")).Out.ShouldContain("paper");
        (await RunAsync("plan", "today", "P07", "--answers", AsUsual)).Out.ShouldContain("You have walked for today.");
    }

    [Fact]
    public async Task Recording_ThatIsImportedTwice_IsOneSessionWithItsRecording()
    {
        await Cli.RunAsync("simulate", "healthy", "--out", _folder["walk"], "--duration", "40");
        Cli.Outcome first = await RunAsync("session", "import", "P07", _folder["walk"]);
        first.Code.ShouldBe(ExitCode.Done, first.Error);
        first.Out.ShouldContain("simulated: it does not count");
        (await RunAsync("session", "import", "P07", _folder["walk"])).Out.ShouldContain("already");
        JsonArray sessions = await SessionsAsync();
        sessions[0]!["source"]!.GetValue<string>().ShouldBe("simulation");
        sessions.Count.ShouldBe(1);
        sessions[0]!["recording_hash"]!.GetValue<string>().Length.ShouldBe(64);
        (await RunAsync("session", "import", "P07", _folder["nothing"])).Code.ShouldBe(ExitCode.Failed);
    }

    [Fact]
    public async Task Archive_OfARecordedWalk_IsImportedAsItIs_AndWhatIsNoneIsNamed()
    {
        (await new FeetOnTheAir().RunAsync(["walk", "--ble", "--record", _folder["walk"], "--duration", "17"], _folder["sensors.json"])).Code.ShouldBe(ExitCode.Done);
        string zip = _folder["walk-a.zip"];
        await ZipFile.CreateFromDirectoryAsync(_folder["walk"], zip, CompressionLevel.NoCompression, includeBaseDirectory: true, TestContext.Current.CancellationToken);
        Cli.Outcome import = await RunAsync("session", "import", "P07", zip);
        import.Code.ShouldBe(ExitCode.Done, import.Error);
        import.Out.ShouldContain($"of {zip};");
        (await RunAsync("session", "import", "P07", _folder["walk"])).Out.ShouldContain("already"); // unpacked it is the same recording
        byte[] whole = await File.ReadAllBytesAsync(zip, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(zip, whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);
        Cli.Outcome cut = await RunAsync("session", "import", "P07", zip);
        cut.Code.ShouldBe(ExitCode.Failed);
        cut.Error.ShouldContain($"{zip}: the archive is damaged or cut off");
        (await SessionsAsync()).Count.ShouldBe(1);
    }

    // A data set of BIDS is another program's file, and says all the same where its samples come from.
    [Fact]
    public async Task Simulation_ThatCameThroughBids_CountsForNobody()
    {
        await Cli.RunAsync("simulate", "healthy", "--out", _folder["walk"], "--duration", "20");
        (await Cli.RunAsync("convert", _folder["walk"], "--to", "bids", "--out", _folder["bids"])).Code.ShouldBe(ExitCode.Done);
        Cli.Outcome import = await RunAsync("session", "import", "P07", _folder["bids"]);
        import.Code.ShouldBe(ExitCode.Done, import.Error);
        import.Out.ShouldContain("simulated: it does not count");
        (await SessionsAsync())[0]!["source"]!.GetValue<string>().ShouldBe("simulation");
    }

    [Fact]
    public async Task Walk_ThatAPhoneSaved_CountsForThePlanThatItFollowed()
    {
        (await RunAsync("plan", "phone", "P07", "--out", _folder["phone.json"])).Code.ShouldBe(ExitCode.Done);
        PhonePlan plan = PhonePlan.Read(await File.ReadAllTextAsync(_folder["phone.json"], TestContext.Current.CancellationToken));
        (await Cli.RunAsync("simulate", "ms-mild", "--out", _folder["walk"], "--duration", "40")).Code.ShouldBe(ExitCode.Done);
        // As if somebody had walked it.
        string described = Path.Combine(_folder["walk"], "session.json"), said = await File.ReadAllTextAsync(described, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(described, said.Replace(RecordingOrigin.Simulated, "a walk", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        double startedMs = plan.MadeAt.ToUnixTimeMilliseconds();
        string record = string.Create(CultureInfo.InvariantCulture, $$"""
            {"startedMs":{{startedMs}},"endedMs":{{startedMs + 40000}},"zone":"Etc/UTC","task":"comfortable-walk","slot":"{{plan.SlotIds[0]}}","folder":"walks/a","end":{"walkedS":36,"steps":60,"strides":58,"samples":8000},
            "stopReason":"tired","simulated":false,"after":{"fatigue":3,"pain":1} }
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder["walk"], PhoneWalk.FileName), record, TestContext.Current.CancellationToken);
        Cli.Outcome import = await RunAsync("session", "import", "P07", _folder["walk"]);
        import.Code.ShouldBe(ExitCode.Done, import.Error);
        import.Error.ShouldNotContain("beside the plan");
        JsonNode session = (await SessionsAsync())[0]!;
        session["plan_id"]!.GetValue<Guid>().ShouldBe(plan.PlanId);
        session["slot_id"]!.GetValue<Guid>().ShouldBe(plan.SlotIds[0]);
        (session["status"]!.GetValue<string>(), session["stop_reason"]!.GetValue<string>(), session["source"]!.GetValue<string>()).ShouldBe(("ended_early", "fatigue", "sensors"));
        session["self_reports"]!.AsArray().Select(s => $"{s!["when"]} {s["of"]} {s["value"]}").ShouldBe(["after fatigue 3", "after pain 1"]);
        session["measures"]!.AsArray().ShouldContain(m => m!["name"]!.GetValue<string>() == "speed_mps");
        (await RunAsync("plan", "today", "P07", "--answers", AsUsual)).Out.ShouldContain("You have walked for today.");
        // Of another person's plan it is a walk beside theirs.
        await RunAsync("people", "add", "P08", "--zone", "Etc/UTC");
        (await RunAsync("session", "import", "P08", _folder["walk"])).Error.ShouldContain("a plan that is none of P08");
        // The recording's own word goes before the phone's.
        await File.WriteAllTextAsync(described, said, TestContext.Current.CancellationToken);
        await RunAsync("people", "add", "P09", "--zone", "Etc/UTC");
        (await RunAsync("session", "import", "P09", _folder["walk"])).Out.ShouldContain("simulated: it does not count");
    }

    // Sensors that nobody switched on: there was no walk, and the day's dose is still to be walked.
    [Fact]
    public async Task Walk_WhoseSensorsWereNeverFound_IsCutOffAndTheDayStaysOpen()
    {
        Cli.Outcome walk = await Cli.RunAsync(
            ["walk", "--ble", "--person", "P07", "--answers", AsUsual, "--store", _folder["store.db"]],
            t => t with { Bluetooth = _ => new FakeCentral { ScanFailure = new BleException(BleFailure.DeviceNotFound, "hci0") }, SensorsFile = _folder["sensors.json"] },
            TestContext.Current.CancellationToken);
        walk.Code.ShouldBe(ExitCode.Failed, walk.Out);
        JsonNode session = (await SessionsAsync())[0]!;
        (session["status"]!.GetValue<string>(), session["stop_reason"]!.GetValue<string>()).ShouldBe(("cut_off", "technical"));
        session["measures"]!.AsArray().Single(m => m!["name"]!.GetValue<string>() is "walked_s")!["value"]!.GetValue<double>().ShouldBe(0);
        (await RunAsync("plan", "today", "P07", "--answers", AsUsual)).Out.ShouldContain("2 minutes");
    }

    // Bytes that no analysis could read: that they are found says that none was tried.
    [Fact]
    public async Task Recording_ThatIsASessionAlready_IsFoundByItsHashBeforeItIsAnalysed()
    {
        string path = _folder.Write("no-walk.csv", "these bytes are no walk");
        (await RunAsync("session", "import", "P07", path)).Code.ShouldBe(ExitCode.Failed);
        await using (TrainingStore store = await TrainingStore.OpenAsync(StoreLocation.Of(_folder["store.db"]), new StoreOptions { Create = false }, TestContext.Current.CancellationToken))
        {
            Person person = (await store.People.FindAsync("P07", TestContext.Current.CancellationToken))!;
            await store.Sessions.AddAsync(
                new Session
                {
                    Id = Guid.CreateVersion7(),
                    PersonId = person.Id,
                    Task = TrainingTask.ComfortableWalk,
                    Start = DateTimeOffset.UnixEpoch,
                    Zone = person.Zone,
                    Place = Place.Home,
                    Source = SessionSource.Recording,
                    Status = SessionStatus.Completed,
                    RecordingHash = await store.Recordings.AddAsync(path, TestContext.Current.CancellationToken),
                    Software = "test",
                },
                TestContext.Current.CancellationToken);
        }

        Cli.Outcome again = await RunAsync("session", "import", "P07", path);
        again.Code.ShouldBe(ExitCode.Done, again.Error);
        again.Out.ShouldContain("already");
        (await SessionsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Session_OfTheWrongPerson_IsGivenToTheRightOneAndOneThatIsDeletedIsGone()
    {
        await RunAsync("people", "add", "P08");
        await RunAsync("session", "add", "P07", "--minutes", "2");
        string id = (await SessionsAsync())[0]!["id"]!.GetValue<string>();
        (await RunAsync("session", "assign", id[^6..], "P08")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("session", "P08")).Out.ShouldContain("P08");
        (await RunAsync("session", "show", id)).Out.ShouldContain("walked_s");
        (await RunAsync("session", "delete", id)).Code.ShouldBe(ExitCode.WrongUsage); // nobody can be asked
        (await RunAsync("session", "delete", id, "--yes")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("session", "show", id)).ShouldFailInOneLine("there is no session");
    }

    [Theory]
    [InlineData("how much was walked?", "session", "add", "P07")]
    [InlineData("it should be two numbers from 1 to 5", "session", "add", "P07", "--minutes", "2", "--fatigue", "9,3")]
    [InlineData("--free is for a walk of somebody", "walk", "--simulate", "healthy", "--speed", "max", "--free")]
    [InlineData("gaitsense session import P07", "walk", "--replay", "x", "--person", "P07")]
    public async Task WrongUsage_OfASession_IsSaid(string says, params string[] args)
    {
        Cli.Outcome outcome = args[^1] is "--free" ? await Cli.RunAsync(args) : await RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.WrongUsage, outcome.Error);
        outcome.Error.ShouldContain(says);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonArray> SessionsAsync() => JsonNode.Parse((await RunAsync("session", "P07", "--json")).Out)!.AsArray();

    private Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--store", _folder["store.db"]]);
}
