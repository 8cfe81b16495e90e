using System.Text.Json.Nodes;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Tests;

/// <summary>Timed tests whose Go and Stop are known beforehand: by a simulated hand, or by times that are given.</summary>
public sealed class TimedTestTests : IAsyncLifetime
{
    private const string AsUsual = "news=no,fall=no,warm=no,company=yes";
    private readonly TestFolder _folder = new();

    public async ValueTask InitializeAsync() => await RunAsync("people", "add", "P07", "--zone", "Etc/UTC", "--aid", "one_stick");

    [Theory]
    [InlineData("t25fw", 2, 1)]
    [InlineData("t25bw", 2, 2)]
    [InlineData("3mbw", 3, 3)]
    public async Task SimulatedTestOverALine_HasTheTruthWithinATenthOfASecond(string test, int trials, int seed)
    {
        JsonNode json = await JsonAsync("test", test, "--simulate", "ms-mild", "--auto", "--speed", "max", "--seed", $"{seed}");
        json["trials"]!.AsArray().Count.ShouldBe(trials);
        for (int i = 0; i < trials; i++)
            json["trials"]![i]!["feet"]!.AsArray().Min(f => Math.Abs(f!["time_s"]!.GetValue<double>() - json["truth"]![i]!["truth"]!.GetValue<double>())).ShouldBeLessThan(0.10);
        json["simulated"]!.GetValue<bool>().ShouldBeTrue();
        json["complete"]!.GetValue<bool>().ShouldBeTrue();
        json["result"]!.GetValue<double>().ShouldBe(json["trials"]!.AsArray().TakeLast(2).Average(t => t!["official"]!.GetValue<double>()), 1e-9);
    }

    [Fact]
    public async Task WithoutAKeyboard_ASimulatedTestRunsByItselfAndSaysThatItIsSimulated()
    {
        Cli.Outcome outcome = await Cli.RunAsync("test", "tug", "--simulate");
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain("simulated: no person walked it");
        outcome.Error.ShouldMatch(@"way out \d+\.\d\d s: until the first foot leaves the ground to turn at the mark");
        outcome.Error.ShouldContain("truth of the simulation: ");
        outcome.Out.ShouldMatch(@"truth of the simulation, trial by trial: (\d+\.\d\d s, ){2}stopwatch from ""go""");
        outcome.Error.ShouldContain("nothing is kept: --person CODE keeps a session");
        outcome.Error.ShouldNotContain("warning");
    }

    [Fact]
    public async Task SixMinutes_AreAnnouncedEachAndHaveLapsAndStrideSumMinuteByMinute()
    {
        Cli.Outcome outcome = await Cli.RunAsync("test", "6mwt", "--simulate", "healthy", "--corridor", "20", "--speed", "max", "--json");
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        foreach (string minute in (string[])["1 minute is over", "2 minutes are over", "6 minutes are over"]) outcome.Error.ShouldContain(minute);
        JsonNode json = JsonNode.Parse(outcome.Out)!;
        Dictionary<string, double> parts = json["trials"]![0]!["parts"]!.AsArray().ToDictionary(p => p!["name"]!.GetValue<string>(), p => p!["value"]!.GetValue<double>(), StringComparer.Ordinal);
        parts["stride_sum"].ShouldBe(json["truth"]![0]!["truth"]!.GetValue<double>(), 0.03 * parts["stride_sum"]);
        Enumerable.Range(1, 6).Sum(m => parts[$"distance_minute_{m}"]).ShouldBe(parts["stride_sum"], 1);
        json["result"]!.GetValue<double>().ShouldBe((20 * parts["lengths"]) + parts["rest_of_length"], 1e-6);
        parts.ShouldContainKey("dwi_6_1");
    }

    [Fact]
    public async Task UpAndGo_HasTheTruthOfItsPartsBesideThem()
    {
        JsonNode json = await JsonAsync("test", "tug", "--simulate", "ms-mild", "--auto", "--speed", "max");
        for (int i = 0; i < 2; i++)
        {
            (JsonNode trial, JsonNode truth) = (json["trials"]![i]!, json["truth"]![i]!);
            truth["definition"]!.GetValue<string>().ShouldBe("watch-from-go");
            trial["watch_s"]!.GetValue<double>().ShouldBe(truth["truth"]!.GetValue<double>(), 0.5); // a hand is a little late
            foreach (JsonNode? part in truth["parts"]!.AsArray().Where(p => p!["name"]!.GetValue<string>() is not "sit"))
                trial["parts"]!.AsArray().Single(p => string.Equals(p!["name"]!.GetValue<string>(), part!["name"]!.GetValue<string>(), StringComparison.Ordinal))!["value"]!.GetValue<double>().ShouldBe(part!["value"]!.GetValue<double>(), 0.15, part["name"]!.GetValue<string>());
        }
    }

    // The simulated truth is the walked path: a sum of strides, not lengths of a corridor.
    [Fact]
    public async Task OfTwoDistances_TheOfficialOneComesFirstByItsName_AndTheTruthSaysWhichItIsOf()
    {
        Cli.Outcome outcome = await Cli.RunAsync("test", "2mwt", "--simulate", "healthy", "--official", "stride-sum", "--speed", "max");
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Error.ShouldContain("corridor: 30 m from mark to mark");
        outcome.Error.ShouldMatch(@"trial 1: stride sum \d+\.\d m, lap distance \d+\.\d m");
        outcome.Error.ShouldMatch(@"truth of the simulation: \d+\.\d\d m, sum of all strides; lengths of the corridor \d");
        outcome.Out.ShouldMatch(@"2mwt: \d+(\.\d+)? m: sum of all strides");
        (await Cli.RunAsync("test", "2mwt", "--simulate", "healthy", "--speed", "max")).Error.ShouldMatch(@"trial 1: lap distance \d+\.\d m, stride sum \d+\.\d m");
    }

    [Fact]
    public async Task DualTask_IsTwoWalksAndTheCostOfTheSecondTask()
    {
        JsonNode json = await JsonAsync("test", "dual", "--simulate", "healthy", "--speed", "max");
        json["trials"]!.AsArray().Select(t => $"{t!["no"]} {t["instruction"]}").ShouldBe(["1 single", "2 dual"]);
        json["unit"]!.GetValue<string>().ShouldBe("%");
        json["result"]!.GetValue<double>().ShouldBeInRange(5, 18); // 6 % off pace and off step
        for (int i = 0; i < 2; i++)
            json["trials"]![i]!["parts"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() is "speed")!["value"]!.GetValue<double>().ShouldBe(json["truth"]![i]!["truth"]!.GetValue<double>(), 0.05);
        (await Cli.RunAsync("test", "dual", "--simulate", "healthy", "--speed", "max")).Out.ShouldMatch(@"truth of the simulation, trial by trial: \d\.\d\d m/s, \d\.\d\d m/s, speed; cost \d+\.\d\d %");
    }

    [Fact]
    public async Task GoAfterAFootHasLeft_IsAFalseStartThatIsKept()
    {
        JsonArray plain = (await JsonAsync("test", "t25fw", "--simulate", "--speed", "max"))["trials"]!.AsArray();
        double leaves = plain[0]!["feet"]![0]!["start_s"]!.GetValue<double>(), second = plain[1]!["go_s"]!.GetValue<double>();
        string go = FormattableString.Invariant($"{leaves + 0.15:0.00},{second:0.00}"), stop = FormattableString.Invariant($"{leaves + 7:0.00},{second + 8:0.00}");
        Cli.Outcome outcome = await Cli.RunAsync("test", "t25fw", "--simulate", "--speed", "max", "--go-at", go, "--stop-at", stop, "--json");
        JsonArray trials = JsonNode.Parse(outcome.Out)!["trials"]!.AsArray();
        // Nobody pressed a key, and the stop that belonged to the false start is left out with it.
        outcome.Error.ShouldNotContain("not now");
        outcome.Error.ShouldNotContain("is not taken");
        trials.Count.ShouldBe(2);
        trials[0]!["validity"]!.GetValue<string>().ShouldBe("invalid");
        trials[0]!["reason"]!.GetValue<string>().ShouldStartWith("false start:");
        trials[1]!["watch_s"]!.GetValue<double>().ShouldBe(8, 0.02);
    }

    [Fact]
    public async Task AGoThatCannotBeTaken_IsSaidOnceWithItsTime_AndItsStopIsLeftOut()
    {
        JsonArray plain = (await JsonAsync("test", "t25fw", "--simulate", "--speed", "max"))["trials"]!.AsArray();
        double first = plain[0]!["go_s"]!.GetValue<double>();
        // The second go is while the first clock still runs, or the trial before it is not looked at.
        string go = FormattableString.Invariant($"{first:0.00},{first + 7.8:0.00}"), stop = FormattableString.Invariant($"{first + 7.7:0.00},{first + 14:0.00}");
        Cli.Outcome outcome = await Cli.RunAsync("test", "t25fw", "--simulate", "--speed", "max", "--go-at", go, "--stop-at", stop);
        outcome.Error.ShouldContain(FormattableString.Invariant($"go at {first + 7.8:0.00} s is not taken: the trial before it waits for somebody to look at it"));
        outcome.Error.ShouldNotMatch(@"stop at \d");
        outcome.Error.ShouldNotContain("not now");
    }

    [Fact]
    public async Task OfARecording_GoAndStopAreTheTimesThatWereNoted()
    {
        await Cli.RunAsync("simulate", "healthy", "--out", _folder["walk"], "--duration", "30");
        JsonNode json = await JsonAsync("test", "t25fw", "--replay", _folder["walk"], "--speed", "max", "--no-second-line", "--go-at", "1", "--stop-at", "9.5");
        JsonNode trial = json["trials"]![0]!;
        trial["watch_s"]!.GetValue<double>().ShouldBe(8.5, 1e-9);
        json["simulated"]!.GetValue<bool>().ShouldBeTrue(); // the recording says so
        json["complete"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task TestOfAPerson_IsKeptWithItsTrialsAndStandsInSessionAndProgress()
    {
        Cli.Outcome outcome = await RunAsync("test", "t25fw", "--simulate", "--speed", "max", "--person", "P07", "--answers", AsUsual);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain("of P07, simulated: it does not count");
        outcome.Out.ShouldContain("last simulated visit: none of the same test");
        JsonNode session = JsonNode.Parse((await RunAsync("session", "P07", "--json")).Out)!.AsArray()[0]!;
        session["status"]!.GetValue<string>().ShouldBe("completed");
        session["trials"]!.AsArray().Count.ShouldBe(2);
        session["trials"]![0]!["parts"]!.AsArray().Count.ShouldBeGreaterThan(2);
        // Its paces are no comfortable walk: only how much was walked is kept.
        string measures = string.Join(' ', session["measures"]!.AsArray().Select(m => m!["name"]!.GetValue<string>()));
        measures.ShouldContain("walked_s");
        measures.ShouldNotContain("mps");
        string shown = (await RunAsync("session", "show", session["id"]!.GetValue<string>())).Out;
        shown.ShouldContain("P07: timed test t25fw, ");
        shown.ShouldMatch(@"t25fw@1, attempt 2: \d+\.\d\d s, ");
        string listed = (await RunAsync("session", "P07")).Out;
        listed.ShouldContain("timed test t25fw");
        listed.ShouldNotContain("comfortable_walk");
        (await RunAsync("progress", "P07", "--simulated")).Out.ShouldContain("Timed 25-foot walk");
        (await RunAsync("progress", "P07")).Out.ShouldNotContain("(n ");
    }

    [Fact]
    public async Task SecondVisitOfAPerson_IsShownBesideTheLastOne_AndVerdictsStayOff()
    {
        await RunAsync("test", "t25fw", "--simulate", "--speed", "max", "--person", "P07", "--answers", AsUsual);
        FakeClock later = new();
        later.CreateTimer(static _ => { }, null, TimeSpan.FromDays(7), Timeout.InfiniteTimeSpan);
        Cli.Outcome outcome = await Cli.RunAsync(["test", "t25fw", "--simulate", "--speed", "max", "--seed", "2", "--person", "P07", "--answers", AsUsual, "--store", _folder["store.db"]], later, TestContext.Current.CancellationToken);
        outcome.Out.ShouldContain("last simulated visit: 8.08 s on 1970-01-01 (mean of 2)");
        outcome.Out.ShouldContain("Verdicts are off");
    }

    [Theory]
    [InlineData("No valid sign-off for walking backward at home", "home", AsUsual + ",path=yes,support=yes,shoes=yes,ear=yes")]
    [InlineData("Whether anything is new was not said: no walking backward", "clinic", "company=yes")]
    [InlineData("Double vision or dizziness today", "clinic", "news=yes,emergency=no,ill=no,relapse=no,eyes=yes")]
    public async Task BackwardTestOfAPersonWhoMayNot_IsRefusedInWordsAndNothingIsKept(string why, string place, string answers)
    {
        Cli.Outcome outcome = await RunAsync("test", "3mbw", "--simulate", "--speed", "max", "--person", "P07", "--place", place, "--answers", answers);
        outcome.Code.ShouldBe(ExitCode.Failed, outcome.Error);
        outcome.Error.ShouldContain("gaitsense: no 3mbw today");
        outcome.Error.ShouldContain(why);
        JsonNode.Parse((await RunAsync("session", "P07", "--json")).Out)!.AsArray().Count.ShouldBe(0);
    }

    [Fact]
    public async Task BackwardTestInTheClinic_GoesForAPersonWithNothingNew()
    {
        Cli.Outcome outcome = await RunAsync("test", "3mbw", "--simulate", "--speed", "max", "--person", "P07", "--place", "clinic", "--answers", AsUsual);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        JsonNode session = JsonNode.Parse((await RunAsync("session", "P07", "--json")).Out)!.AsArray()[0]!;
        session["task"]!.GetValue<string>().ShouldBe("backward");
        session["place"]!.GetValue<string>().ShouldBe("clinic");
    }

    [Fact]
    public async Task BackwardTestAtHome_GoesWithTheSignOffAndTheChecklist_UnlessAPointIsDenied()
    {
        await RunAsync("people", "sign-off", "P07", "backward_at_home");
        string[] home = ["test", "3mbw", "--simulate", "--speed", "max", "--person", "P07", "--place", "home", "--checklist-confirmed", "--answers"];
        Cli.Outcome denied = await RunAsync([.. home, AsUsual + ",support=no"]);
        (denied.Code, denied.Error.Contains("checklist", StringComparison.Ordinal)).ShouldBe((ExitCode.Failed, true), denied.Error);
        Cli.Outcome outcome = await RunAsync([.. home, AsUsual]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
    }

    [Theory]
    [InlineData("nan", "5", "not NaN")]
    [InlineData("12.5", "8", "--stop-at 8 is not after its go at 12.5")]
    [InlineData("4,9", "10,15", "--go-at 9 is not after the trial before it")]
    public async Task TimesThatCannotBe_AreRefusedBeforeAnybodyWalks(string go, string stop, string why)
    {
        Cli.Outcome outcome = await Cli.RunAsync("test", "t25fw", "--simulate", "--speed", "max", "--go-at", go, "--stop-at", stop);
        outcome.Code.ShouldBe(ExitCode.WrongUsage, outcome.Error);
        outcome.Error.ShouldContain(why);
    }

    [Fact]
    public async Task BackwardTestOfNobodyInTheStore_NeedsItsChecklistBeforeAnySensorIsLookedFor()
    {
        Cli.Outcome outcome = await Cli.RunAsync("test", "3mbw", "--ble", "--go-at", "10", "--stop-at", "15");
        outcome.ShouldFailInOneLine("3mbw is walked backward", "at arm's length", "--checklist-confirmed");
        (await Cli.RunAsync("test", "3mbw", "--ble", "--go-at", "10", "--stop-at", "15", "--checklist-confirmed")).Error.ShouldNotContain("checklist");
    }

    [Fact]
    public async Task TestOverSensors_KeepsItsRecordingInTheStoreByHash()
    {
        Cli.Outcome outcome = await new FeetOnTheAir().RunAsync(
            ["test", "t25fw", "--left", FeetOnTheAir.LeftId, "--right", FeetOnTheAir.RightId, "--duration", "16", "--go-at", "5.5", "--stop-at", "13", "--person", "P07", "--answers", AsUsual, "--store", _folder["store.db"]],
            _folder["config/sensors.json"]);
        // The walk had begun before "go": a false start is kept, and does not count.
        outcome.Code.ShouldBe(ExitCode.Failed, outcome.Error);
        outcome.Error.ShouldContain("gaitsense: t25fw: no trial counts, so there is no result; do it again");
        JsonNode session = JsonNode.Parse((await RunAsync("session", "P07", "--json")).Out)!.AsArray()[0]!;
        session["source"]!.GetValue<string>().ShouldBe("sensors");
        session["recording_hash"]!.GetValue<string>().Length.ShouldBe(64);
        session["trials"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    // Two trials wait: in one the feet have two crossings to choose from, the other was stopped by nobody.
    [Fact]
    public async Task TrialsThatWaitForAnEye_AreListed_AndCountOrNotByAPersonsWord()
    {
        Guid id = await WaitingSessionAsync();
        string session = $"{id:N}"[^12..];
        (await RunAsync("session", "P07")).Out.ShouldContain("2 to review");
        (await RunAsync("session", "show", session)).Out.ShouldContain($"gaitsense test review {session}");
        JsonNode.Parse((await RunAsync("session", "show", session, "--json")).Out)!["trials_to_review"]!.ToJsonString().ShouldBe("[1,2]");
        Cli.Outcome all = await RunAsync("test", "review");
        all.Code.ShouldBe(ExitCode.Done, all.Error);
        foreach (string line in (string[])["P07, session " + session, "trial 1: waits for a person's eye", "candidate 2: 5.60 s, the right foot crosses first (40 %)", "attention: a foot stood at the line; nobody has looked at it", "trial 2: waits"]) all.Out.ShouldContain(line);

        (await RunAsync("test", "review", session, "1", "--accept")).Error.ShouldContain("2 candidates: say which");
        (await RunAsync("test", "review", session, "1", "--candidate", "3")).Error.ShouldContain("there is no candidate 3");
        (await RunAsync("test", "review", session, "--accept")).Error.ShouldContain("trials 1, 2 wait");
        JsonNode chosen = JsonNode.Parse((await RunAsync("test", "review", session, "1", "--candidate", "2", "--json")).Out)!;
        (chosen["waits"]!.GetValue<bool>(), chosen["trial"]!["validity"]!.GetValue<string>(), chosen["trial"]!["definition"]!.GetValue<string>()).ShouldBe((false, "valid", "feet-leave-to-cross"));
        chosen["trial"]!["official"]!.GetValue<double>().ShouldBe(5.6, 1e-9);
        // One is left, so it needs no number.
        Cli.Outcome refused = await RunAsync("test", "review", session, "--invalid", "somebody was in the way");
        refused.Out.ShouldContain("trial 2: does not count");
        (await RunAsync("test", "review", session, "2", "--accept")).Error.ShouldContain("do the test again");
        (await RunAsync("test", "review")).Out.ShouldContain("no trial waits");
        (await RunAsync("session", "show", session)).Out.ShouldMatch(@"attempt 1: 5\.60 s, valid: a foot stood at the line\n");
        (await RunAsync("progress", "P07")).Out.ShouldContain("5.6");

        await using TrainingStore store = await TrainingStore.OpenAsync(StoreLocation.Of(_folder["store.db"]), new StoreOptions { Create = false }, TestContext.Current.CancellationToken);
        (await store.Audit.ListAsync(cancellation: TestContext.Current.CancellationToken)).Count(l => l.Verb is "trial reviewed" && l.What.Contains(id.ToString(), StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData("of which session?", "test", "review", "--accept")]
    [InlineData("a trial counts, or it does not", "test", "review", "3249", "--accept", "--invalid", "why")]
    public async Task WrongUsage_OfAReview_IsSaid(string says, params string[] args)
    {
        Cli.Outcome outcome = await RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.WrongUsage, outcome.Error);
        outcome.Error.ShouldContain(says);
    }

    private async Task<Guid> WaitingSessionAsync()
    {
        await using TrainingStore store = await TrainingStore.OpenAsync(StoreLocation.Of(_folder["store.db"]), new StoreOptions { Create = false }, TestContext.Current.CancellationToken);
        Person person = (await store.People.FindAsync("P07", TestContext.Current.CancellationToken))!;
        Trial trial = new()
        {
            Id = Guid.CreateVersion7(),
            Test = "t25fw@1",
            No = 1,
            Instruction = "fast",
            GoS = 2,
            WatchS = 5.9,
            Feet = [new FeetTime(3, 8.1, Foot.Left, 0.6), new FeetTime(3, 8.6, Foot.Right, 0.4)],
            Official = 5.1,
            Definition = "feet-leave-to-cross",
            Validity = Validity.Attention,
            Reason = "a foot stood at the line; nobody has looked at it",
        };
        Session session = new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = person.Id,
            Task = TrainingTask.ComfortableWalk,
            Start = DateTimeOffset.UnixEpoch,
            Zone = person.Zone,
            Place = Place.Clinic,
            Source = SessionSource.Sensors,
            Status = SessionStatus.Completed,
            Software = "test",
            Trials = [trial, trial with { Id = Guid.CreateVersion7(), No = 2, WatchS = null, Feet = [], Official = null, Definition = null, Reason = "nobody has looked at it" }],
        };
        await store.Sessions.AddAsync(session, TestContext.Current.CancellationToken);
        return session.Id;
    }

    [Fact]
    public async Task List_OfTheTests_SaysWhatEachMeasuresAndItsDefinitions()
    {
        Cli.Outcome list = await Cli.RunAsync("test");
        list.Code.ShouldBe(ExitCode.Done);
        foreach (string text in (string[])["t25fw: Timed 25-foot walk", "watch-from-go (default)", "3mbw", "guarded", "lap-distance", "as-far-as-possible | comfortable", "source: NINDS"]) list.Out.ShouldContain(text);
        JsonNode.Parse((await Cli.RunAsync("test", "--json")).Out)!.AsArray().Count.ShouldBe(7);
    }

    [Fact]
    public async Task Script_InGerman_IsReadAloudInGerman_AndJsonKeepsTheDot()
    {
        Cli.Outcome outcome = await Cli.RunAsync("test", "t25fw", "--simulate", "--speed", "max", "--language", "de", "--json");
        foreach (string said in (string[])["Wenn ich „Los“ sage", "7,62 m", "Bitte vorlesen:"]) outcome.Error.ShouldContain(said);
        outcome.Error.ShouldNotContain("Read aloud");
        JsonNode.Parse(outcome.Out)!["trials"]![0]!["watch_s"]!.GetValue<double>().ShouldBeInRange(4, 20);
    }

    [Theory]
    [InlineData("there is no test called t25fv; did you mean t25fw?", "test", "t25fv", "--simulate")]
    [InlineData("where do the samples come from?", "test", "t25fw")]
    [InlineData("--ble, --simulate and --replay exclude each other", "test", "t25fw", "--ble", "--simulate")]
    [InlineData("there is no keyboard here", "test", "t25fw", "--ble")]
    [InlineData("Give --corridor M, or --official stride-sum", "test", "6mwt", "--ble", "--go-at", "5")]
    [InlineData("has no instruction \"slow\"; it has fast", "test", "t25fw", "--simulate", "--instruction", "slow")]
    [InlineData("has no definition \"mine\"", "test", "t25fw", "--simulate", "--official", "mine")]
    [InlineData("--corridor is for walks to and fro", "test", "t25fw", "--simulate", "--corridor", "20")]
    [InlineData("--no-second-line is for tests with lines", "test", "tug", "--simulate", "--no-second-line")]
    [InlineData("give --go-at too", "test", "t25fw", "--simulate", "--stop-at", "9")]
    [InlineData("each stop needs its go", "test", "t25fw", "--simulate", "--go-at", "5", "--stop-at", "9,20")]
    [InlineData("it should be seconds, each later than the one before", "test", "t25fw", "--simulate", "--go-at", "9,5")]
    [InlineData("--auto is for --simulate", "test", "t25fw", "--ble", "--auto")]
    [InlineData("give --person too", "test", "t25fw", "--simulate", "--place", "clinic")]
    public async Task WrongUsage_OfATest_SaysWhatAndWhatNext(string says, params string[] args)
    {
        Cli.Outcome outcome = await Cli.RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.WrongUsage, outcome.Error);
        outcome.Error.ShouldContain(says);
        outcome.Out.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<JsonNode> JsonAsync(params string[] args)
    {
        Cli.Outcome outcome = await Cli.RunAsync([.. args, "--json"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        return JsonNode.Parse(outcome.Out)!;
    }

    private Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--store", _folder["store.db"]]);
}
