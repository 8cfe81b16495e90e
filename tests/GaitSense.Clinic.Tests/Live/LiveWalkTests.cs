using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Clinic.Live;
using GaitSense.Clinic.Walks;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Walk;
using Microsoft.AspNetCore.SignalR;
using SessionSource = GaitSense.Training.Records.SessionSource;

namespace GaitSense.Clinic.Tests.Live;

/// <summary>Walks that are led from a page, and who may watch and stop them.</summary>
public sealed class LiveWalkTests
{
    private static JsonObject Walk(Person person, string speed = "max") => new()
    {
        ["person"] = person.Id,
        ["source"] = "simulate",
        ["preset"] = "healthy",
        ["seed"] = 3,
        ["speed"] = speed is "max" ? "max" : 1,
        ["place"] = "clinic",
        ["free"] = true,
        ["minutes"] = speed is "max" ? 0.5 : 10, // at the speed of life it is stopped, or left
        ["answers"] = LiveHost.Well,
    };

    [Fact]
    public async Task SimulatedWalk_IsSeenStepByStep_AndKeptWithTheMeasuresOfTheSameWalkAlone()
    {
        // Twenty times as fast as life, so that whoever comes a little late on a busy machine sees steps too.
        await using LiveHost host = await LiveHost.StartAsync(s => s with { Time = new HurriedTime(TimeProvider.System, 20) });
        Person person = await host.PersonAsync("P07");
        HubClient page = await host.ConnectAsync();
        JsonObject walk = Walk(person, speed: "1");
        walk["minutes"] = 0.5;
        (Guid id, _) = await host.BeginAsync(walk);
        (await page.WatchAsync(id)).GetProperty("code").GetString().ShouldBe("P07");
        JsonElement step = await page.UntilAsync("step", static _ => true);
        step.GetProperty("foot").GetString().ShouldBeOneOf("left", "right");
        JsonElement last = await page.UntilAsync("snapshot", s => s.Is("state", "ended"));
        JsonElement ended = await page.UntilEndedAsync();
        ended.GetProperty("status").GetString().ShouldBe("completed");

        Session kept = await host.EndedAsync(id);
        SimulationPreset preset = SimulationPresets.Find("healthy")!;
        using WalkResults alone = new(directory: null);
        await WalkRunnerServices.RunHostedAsync(SimulatedRecordings.SourceOf("healthy", null, preset.Record(3, 30), new WalkRunnerOptions(), 30), [alone], CancellationToken.None);
        kept.Measures.ShouldBe(SessionMeasures.Of(alone.Summary!));
        last.GetProperty("steps").GetInt32().ShouldBeInRange(alone.Summary!.Totals.Steps - 1, alone.Summary.Totals.Steps + 4); // landings while standing are steps on a screen
        last.GetProperty("simulated").GetBoolean().ShouldBeTrue();
        (kept.Source, kept.Status, kept.PersonId).ShouldBe((SessionSource.Simulation, SessionStatus.Completed, person.Id));
    }

    [Fact]
    public async Task WalkWithCues_TellsWhenTheyAreHeardAndWhyThereAreNone()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        JsonObject walk = Walk(person);
        walk["minutes"] = 2.5;
        walk["sound"] = "desk";
        (Guid id, _) = await host.BeginAsync(walk);
        HubClient page = await host.ConnectAsync();
        await page.WatchAsync(id);
        JsonElement cue = await page.UntilAsync("cue", c => c.Is("kind", "beat"));
        cue.GetProperty("time_s").GetDouble().ShouldBeGreaterThan(20); // after the baseline
        await page.UntilEndedAsync();
    }

    [Fact]
    public async Task Stop_ByItsTokenWithoutASignIn_EndsTheWalkAndKeepsIt()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        (Guid id, string token) = await host.BeginAsync(Walk(person, speed: "1"));
        HubClient page = await host.ConnectAsync();
        await page.WatchAsync(id);
        await page.UntilAsync("snapshot", s => s.GetProperty("time_s").GetDouble() > 0.3);
        (await host.SendAsync(HttpMethod.Post, "stop/wrong", account: null)).Status.ShouldBe(404);
        (await host.SendAsync(HttpMethod.Post, $"stop/{token}", account: null)).Status.ShouldBe(204);
        (await page.UntilEndedAsync()).GetProperty("status").GetString().ShouldBe("ended_early");
        (await host.EndedAsync(id)).StopReason.ShouldBe(StopReason.Interrupted);
        (await host.SendAsync(HttpMethod.Post, $"sessions/{id}/reports", new JsonObject { ["when"] = "after", ["of"] = "pain", ["value"] = 2 })).Status.ShouldBe(204);
        (await host.Store.Sessions.FindAsync(id, TestContext.Current.CancellationToken))!.SelfReports.Single().Value.ShouldBe(2);
    }

    [Fact]
    public async Task WalkForwardThatNobodyWatches_GoesOn()
    {
        await using LiveHost host = await LiveHost.StartAsync(s => s with { AloneLimit = TimeSpan.FromMilliseconds(100), FirstWatchLimit = TimeSpan.FromMilliseconds(100) });
        Person person = await host.PersonAsync("P07");
        (Guid id, _) = await host.BeginAsync(Walk(person, speed: "1"));
        HubClient page = await host.ConnectAsync();
        await page.WatchAsync(id);
        await page.DisposeAsync();
        await Task.Delay(800, TestContext.Current.CancellationToken);
        (await host.Store.Sessions.FindAsync(id, TestContext.Current.CancellationToken))!.Status.ShouldBe(SessionStatus.Running);
    }

    [Fact]
    public async Task SecondWalkOfAPersonWhoWalks_IsRefused()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        await host.BeginAsync(Walk(person, speed: "1"));
        (int status, JsonNode? body) = await host.SendAsync(HttpMethod.Post, "sessions", Walk(person));
        (status, body!["title"]!.GetValue<string>()).ShouldBe((409, "A walk is on right now."));
        JsonArray live = (await host.SendAsync(HttpMethod.Get, "sessions/live")).Body!["items"]!.AsArray();
        live.Count.ShouldBe(1);
        (live[0]!["code"]!.GetValue<string>(), live[0]!["node"]!.GetValue<string>(), live[0]!["kind"]!.GetValue<string>()).ShouldBe(("P07", "node-test", "comfortable_walk"));
    }

    [Fact]
    public async Task GateThatHolds_IsSaidWithItsReasons()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        JsonObject walk = Walk(person);
        walk["answers"] = new JsonObject { ["news"] = "yes", ["emergency"] = "no", ["ill"] = "yes", ["relapse"] = "no", ["eyes"] = "no" };
        (int status, JsonNode? body) = await host.SendAsync(HttpMethod.Post, "sessions", walk);
        status.ShouldBe(409);
        body!["reasons"]!.AsArray().Count.ShouldBeGreaterThan(0);
        (await host.Store.Sessions.ListAsync(person.Id, cancellation: TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AnotherCliniciansPerson_IsNotThere()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        (await host.SendAsync(HttpMethod.Post, "sessions", Walk(person), LiveHost.Ben)).Status.ShouldBe(404);
        (Guid id, _) = await host.BeginAsync(Walk(person, speed: "1"));
        (await host.SendAsync(HttpMethod.Get, "sessions/live", account: LiveHost.Ben)).Body!["items"]!.AsArray().ShouldBeEmpty();
        (await host.SendAsync(HttpMethod.Post, $"sessions/{id}/stop", account: LiveHost.Ben)).Status.ShouldBe(404);
        HubClient ben = await host.ConnectAsync(LiveHost.Ben);
        MethodInfo[] methods = [.. typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.GetBaseDefinition() == m)];
        methods.Length.ShouldBeGreaterThan(10);
        foreach (MethodInfo method in methods)
        {
            object?[] arguments = [id, .. method.GetParameters().Skip(1).Select(p => p.ParameterType == typeof(bool) ? (object?)false : p.ParameterType == typeof(string) ? "x" : null)];
            (await Should.ThrowAsync<HubException>(() => ben.AskAsync(method.Name, arguments), method.Name)).Message.ShouldEndWith("not found");
        }
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData(LiveHost.Walker, 403)]
    [InlineData(LiveHost.Admin, 403)]
    public async Task WhoIsNoClinician_GetsNoWalkAndNoHub(string? account, int status)
    {
        await using LiveHost host = await LiveHost.StartAsync();
        (await host.SendAsync(HttpMethod.Get, "sessions/live", account: account)).Status.ShouldBe(status);
        await Should.ThrowAsync<Exception>(() => HubClient.ConnectAsync($"{host.Address}/live", account));
    }

    [Fact]
    public async Task PageOfAnotherOrigin_GetsNoHub()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        await Should.ThrowAsync<Exception>(() => HubClient.ConnectAsync($"{host.Address}/live", LiveHost.Anna, "http://evil.example"));
        await using HubClient own = await HubClient.ConnectAsync($"{host.Address}/live", LiveHost.Anna, host.Address);
    }

    [Fact]
    public async Task ServerThatStops_KeepsWhatWasWalked()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        (Guid id, _) = await host.BeginAsync(Walk(person, speed: "1"));
        HubClient page = await host.ConnectAsync();
        await page.WatchAsync(id);
        await page.UntilAsync("snapshot", s => s.GetProperty("time_s").GetDouble() > 0.3);
        await host.StopAsync();
        // The page is told that its walk is over before its connection is closed.
        (await page.UntilEndedAsync()).Is("status", "ended_early").ShouldBeTrue();
        Session kept = (await host.Store.Sessions.FindAsync(id, TestContext.Current.CancellationToken))!;
        (kept.Status, kept.StopReason).ShouldBe((SessionStatus.EndedEarly, StopReason.None));
        kept.Measures.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task SessionOfAServerThatWasKilled_IsCutOffAndItsPersonFree()
    {
        await using LiveHost host = await LiveHost.StartAsync(options: new StoreOptions { LiveTimeout = TimeSpan.FromMilliseconds(200) });
        Person person = await host.PersonAsync("P07");
        TodayRequest today = new() { Person = person, Today = DateOnly.FromDateTime(DateTime.UtcNow), Place = Place.Clinic, History = await host.Store.HistoryAsync(person.Id, TestContext.Current.CancellationToken) };
        WalkDay day = await WalkDay.DecideAsync(host.Store, today, isFree: true, test: null, DateTimeOffset.UtcNow, TestContext.Current.CancellationToken);
        PersonWalk walk = await PersonWalk.BeginAsync(host.Store, day, PersonWalk.Draft(day, SessionSource.Simulation, DateTimeOffset.UtcNow, []), "node-gone", [], TimeProvider.System, TestContext.Current.CancellationToken);
        await walk.StopWatchingAsync(); // nobody hears of it any more
        await Task.Delay(300, TestContext.Current.CancellationToken);
        (await host.SendAsync(HttpMethod.Get, "sessions/live")).Body!["items"]!.AsArray().ShouldBeEmpty();
        (await host.EndedAsync(walk.Session.Id)).Status.ShouldBe(SessionStatus.CutOff);
        await host.BeginAsync(Walk(person));
    }

    [Fact]
    public async Task WhatIsNotThere_IsSaid()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        async Task<(int, string)> AskAsync(string key, JsonNode value)
        {
            JsonObject walk = Walk(person);
            walk[key] = value;
            (int status, JsonNode? body) = await host.SendAsync(HttpMethod.Post, "sessions", walk);
            return (status, body!["title"]!.GetValue<string>());
        }

        (await AskAsync("source", "ble")).ShouldBe((409, "No Bluetooth here: this server reaches no sensors."));
        (await AskAsync("source", "replay")).ShouldBe((409, "No folder of recordings was given to this server."));
        (await AskAsync("preset", "nobody")).ShouldBe((400, "There is no simulated walk called nobody."));
        (await AskAsync("place", "moon")).ShouldBe((422, "Place is one of: home, clinic."));
        (await AskAsync("test", new JsonObject { ["id"] = "nothing" })).ShouldBe((400, "There is no test called nothing."));
    }
}
