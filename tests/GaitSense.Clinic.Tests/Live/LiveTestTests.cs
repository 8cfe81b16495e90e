using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using Microsoft.AspNetCore.SignalR;

namespace GaitSense.Clinic.Tests.Live;

/// <summary>Timed tests that are led from a page; the simulated person waits for "go", and all goes ten times as fast.</summary>
public sealed class LiveTestTests
{
    private static JsonObject Test(Person person, string id) => new()
    {
        ["person"] = person.Id,
        ["source"] = "simulate",
        ["preset"] = "healthy",
        ["speed"] = "max",
        ["place"] = "clinic",
        ["answers"] = LiveHost.Well,
        ["test"] = new JsonObject { ["id"] = id },
    };

    [Fact]
    public async Task T25FW_IsTimedByTheFeetAndTheStopwatch_AndItsTrialsAreKeptAtOnce()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        (Guid id, _) = await host.BeginAsync(Test(person, "t25fw"));
        HubClient page = await host.ConnectAsync();
        await page.WatchAsync(id);
        for (int trial = 1; trial <= 2; trial++)
        {
            await page.UntilStateAsync("ready");
            (await page.AskAsync<JsonElement>("Go", id, null)).GetProperty("state").GetString().ShouldBe("running");
            (await Should.ThrowAsync<HubException>(() => page.AskAsync("Go", id, null))).Message.ShouldEndWith("\"go\" was given, the clock runs");
            // The hand is on time, however slow this computer is: the page says when the key went down.
            JsonElement crossing = await page.UntilAsync("notice", n => n.Is("kind", "crossing"));
            await page.AskAsync("WatchStop", id, crossing.GetProperty("at_s").GetDouble());
            JsonElement seen = await page.UntilAsync("test", v => v.GetProperty("settled").GetBoolean());
            JsonElement[] candidates = [.. seen.GetProperty("candidates").EnumerateArray()];
            candidates.Count(c => c.GetProperty("preselected").GetBoolean()).ShouldBe(1);
            candidates[0].GetProperty("source").GetString().ShouldBe("watch");
            candidates.ShouldContain(c => c.GetProperty("source").GetString() == "feet");
            (await Should.ThrowAsync<HubException>(() => page.AskAsync("Accept", id, TestDefinitions.FeetLeaveToCross, 0))).Message.ShouldContain("this test goes by the stopwatch: one definition holds for all its trials");
            await page.AskAsync("Accept", id, TestDefinitions.WatchFromGo, null);
            if (trial == 1)
            {
                await page.UntilStateAsync("reviewed");
                await WaitForAsync(host, id, trials: 1);
                await page.AskAsync("Next", id);
            }
        }

        JsonElement over = await page.UntilStateAsync("over");
        over.GetProperty("result").GetDouble().ShouldBeInRange(3, 12);
        string[] lines = [.. (await page.UntilEndedAsync()).GetProperty("lines").EnumerateArray().Select(l => l.GetString()!)];
        lines.ShouldContain(l => l.StartsWith("t25fw: ", StringComparison.Ordinal));
        lines.ShouldContain(l => l.StartsWith("last simulated visit", StringComparison.Ordinal));
        Session kept = await host.EndedAsync(id);
        kept.Status.ShouldBe(SessionStatus.Completed);
        kept.Trials.Select(t => (t.Test, t.Validity, t.Definition)).ShouldBe([("t25fw@1", Validity.Valid, "watch-from-go"), ("t25fw@1", Validity.Valid, "watch-from-go")]);
        kept.Trials.ShouldAllBe(t => t.Feet.Count > 0 && Math.Abs(t.Feet[0].TimeS - t.WatchS!.Value) < 1.5);
    }

    [Fact]
    public async Task WhereTheFeetAreOfficial_TheStopwatchIsNotTaken_AndACandidateIsOneOfTheirTimes()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        JsonObject test = Test(person, "t25fw");
        test["test"]!["definition"] = TestDefinitions.FeetLeaveToCross;
        (Guid id, _) = await host.BeginAsync(test);
        HubClient page = await host.ConnectAsync();
        await page.WatchAsync(id);
        await page.UntilStateAsync("ready");
        await page.AskAsync("Go", id, null);
        JsonElement crossing = await page.UntilAsync("notice", n => n.Is("kind", "crossing"));
        await page.AskAsync("WatchStop", id, crossing.GetProperty("at_s").GetDouble());
        JsonElement[] candidates = [.. (await page.UntilAsync("test", v => v.GetProperty("settled").GetBoolean())).GetProperty("candidates").EnumerateArray()];
        candidates.Count(c => c.GetProperty("preselected").GetBoolean()).ShouldBe(1);
        candidates[0].GetProperty("definition").GetString().ShouldBe(TestDefinitions.FeetLeaveToCross);
        candidates.Where(c => c.TryGetProperty("candidate", out _)).Select(c => c.GetProperty("source").GetString()).ShouldAllBe(s => s == "feet");

        JsonNode refused = (await host.SendAsync(HttpMethod.Post, $"sessions/{id}/accept", new JsonObject { ["definition"] = TestDefinitions.WatchFromGo })).Body!;
        refused["title"]!.GetValue<string>().ShouldStartWith("This test goes by the feet");
        (await Should.ThrowAsync<HubException>(() => page.AskAsync("Accept", id, TestDefinitions.FeetLeaveToCross, 9))).Message.ShouldContain("there is no candidate 10");
        await page.AskAsync("Accept", id, TestDefinitions.FeetLeaveToCross, 0);
        await page.AskAsync("End", id);
        Trial kept = (await host.EndedAsync(id)).Trials.Single();
        (kept.Definition, kept.Official).ShouldBe((TestDefinitions.FeetLeaveToCross, kept.Feet[0].TimeS));
        kept.WatchS.ShouldNotBeNull(); // beside it
    }

    [Fact]
    public async Task TrialThatIsBrokenOff_OrDoesNotCount_IsKeptWithItsReason()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        (Guid id, _) = await host.BeginAsync(Test(person, "t25fw"));
        HubClient page = await host.ConnectAsync();
        await page.WatchAsync(id);
        await page.UntilStateAsync("ready");
        await page.AskAsync("Go", id, null);
        await page.UntilAsync("step", static _ => true); // who stands before the first step is as still as who is ready
        await page.AskAsync("Fail", id, "unsteady");
        await page.UntilStateAsync("reviewed");
        await page.AskAsync("Next", id);
        await page.UntilStateAsync("ready");
        (await host.SendAsync(HttpMethod.Post, $"sessions/{id}/go")).Status.ShouldBe(200);
        await page.UntilAsync("notice", n => n.Is("kind", "crossing"));
        (await host.SendAsync(HttpMethod.Post, $"sessions/{id}/watch", new JsonObject())).Status.ShouldBe(200);
        (await host.SendAsync(HttpMethod.Post, $"sessions/{id}/watch", new JsonObject())).Status.ShouldBe(409);
        await page.AskAsync("Reject", id, "slowed before the line");
        await page.AskAsync("End", id);
        await page.UntilEndedAsync();
        Session kept = await host.EndedAsync(id);
        kept.Trials.Select(t => $"{t.Validity}: {t.Reason}").ShouldBe(["Invalid: unsteady", "Invalid: slowed before the line"]);
        kept.Status.ShouldBe(SessionStatus.EndedEarly);
    }

    [Fact]
    public async Task WalkBackwardThatNobodyWatchesAnyMore_Stops()
    {
        await using LiveHost host = await LiveHost.StartAsync(s => s with { AloneLimit = TimeSpan.FromMilliseconds(300) });
        Person person = await host.PersonAsync("P07");
        JsonObject test = Test(person, "3mbw");
        test["speed"] = 1;
        (Guid id, _) = await host.BeginAsync(test);
        HubClient page = await host.ConnectAsync();
        await page.WatchAsync(id);
        await page.UntilAsync("snapshot", s => s.GetProperty("time_s").GetDouble() > 0.5); // watched, it goes on
        await page.DisposeAsync();
        Session kept = await host.EndedAsync(id);
        (kept.Status, kept.StopReason).ShouldBe((SessionStatus.EndedEarly, StopReason.Interrupted));
        kept.Trials.Single().Validity.ShouldBe(Validity.Invalid); // no attempt was made
    }

    [Fact]
    public async Task WalkBackwardWhosePageFallsSilent_Stops()
    {
        await using LiveHost host = await LiveHost.StartAsync(s => s with { AloneLimit = TimeSpan.FromMilliseconds(300) });
        Person person = await host.PersonAsync("P07");
        JsonObject test = Test(person, "3mbw");
        test["speed"] = 1;
        (Guid id, _) = await host.BeginAsync(test);
        HubClient page = await host.ConnectAsync();
        await page.WatchAsync(id);
        await page.AskAsync("Beat", id);
        (await page.UntilEndedAsync()).GetProperty("status").GetString().ShouldBe("ended_early");
    }

    [Fact]
    public async Task WalkBackward_WithDizzinessToday_IsHeldWithItsReason()
    {
        await using LiveHost host = await LiveHost.StartAsync();
        Person person = await host.PersonAsync("P07");
        JsonObject test = Test(person, "3mbw");
        test["answers"] = new JsonObject { ["news"] = "yes", ["emergency"] = "no", ["ill"] = "no", ["relapse"] = "no", ["eyes"] = "yes", ["fall"] = "no", ["warm"] = "no" };
        (int status, JsonNode? body) = await host.SendAsync(HttpMethod.Post, "sessions", test);
        (status, body!["title"]!.GetValue<string>()).ShouldBe((409, "3-metre backward walk: not today."));
        body["reasons"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldContain(static r => r.StartsWith("Double vision or dizziness today", StringComparison.Ordinal));
    }

    private static async Task WaitForAsync(LiveHost host, Guid id, int trials)
    {
        for (int i = 0; i < 200 && (await host.Store.Sessions.FindAsync(id, TestContext.Current.CancellationToken))!.Trials.Count < trials; i++) await Task.Delay(10, TestContext.Current.CancellationToken);
        (await host.Store.Sessions.FindAsync(id, TestContext.Current.CancellationToken))!.Trials.Count.ShouldBe(trials);
    }
}
