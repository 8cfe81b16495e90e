using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Live;
using GaitSense.Storage;
using GaitSense.Storage.Tests;
using GaitSense.Training.Records;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace GaitSense.Clinic.Tests.Live;

/// <summary>Two servers on one PostgreSQL: a walk that one leads is seen, led and stopped at the other's pages.</summary>
public sealed class NodesTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static object Walk(Guid person) => new { person, source = "simulate", preset = "healthy", place = "clinic", free = true, minutes = 5, answers = new { news = "no" } };

    [Fact]
    public async Task AWalkOfTheOtherNode_IsFoundWatchedAndStopped_AndKeptWhereItWalked()
    {
        await using Two nodes = await Two.StartAsync(server);
        Guid person = await nodes.Desk.AddPersonAsync("P07");
        Guid id = (await nodes.Desk.JsonAsync("POST", "sessions", Walk(person)))["session"]!.GetValue<Guid>();
        JsonNode row = (await nodes.OtherDesk.JsonAsync("sessions/live"))["items"]!.AsArray().Single()!;
        row["session"]!.GetValue<Guid>().ShouldBe(id);
        row["node"]!.GetValue<string>().ShouldNotBe(nodes.NameOfOther, StringComparer.Ordinal);

        await using HubClient page = await nodes.WatchAtOtherAsync();
        (await page.WatchAsync(id)).Is("code", "P07").ShouldBeTrue();
        (await page.UntilAsync("step", static _ => true)).GetProperty("foot").GetString().ShouldBeOneOf("left", "right");
        await page.UntilAsync("snapshot", s => s.GetProperty("time_s").GetDouble() > 1 && s.Is("state", "running"));
        (await page.AskAsync<double>("Clock", id)).ShouldBeGreaterThan(1);
        (await Should.ThrowAsync<HubException>(() => page.AskAsync("Go", id, null))).Message.ShouldEndWith("the session is no timed test, or has not begun");
        using HttpResponseMessage stopped = await nodes.OtherDesk.PostAsync($"sessions/{id}/stop", new { why = "fatigue" });
        stopped.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await page.UntilEndedAsync()).Is("status", "ended_early").ShouldBeTrue();
        Session kept = (await nodes.First.Store.Sessions.FindAsync(id, Cancellation))!;
        (kept.Status, kept.StopReason).ShouldBe((SessionStatus.EndedEarly, StopReason.Fatigue));
    }

    [Fact]
    public async Task ATimedTestOfTheOtherNode_IsLedFromHere()
    {
        await using Two nodes = await Two.StartAsync(server);
        Guid person = await nodes.Desk.AddPersonAsync("P07");
        Guid id = (await nodes.Desk.JsonAsync("POST", "sessions", new { person, source = "simulate", preset = "healthy", speed = "max", place = "clinic", answers = new { news = "no" }, test = new { id = "t25fw" } }))["session"]!.GetValue<Guid>();
        await using HubClient page = await nodes.WatchAtOtherAsync();
        await page.WatchAsync(id);
        await page.UntilStateAsync("ready");
        (await page.AskAsync<JsonElement>("Go", id, null)).Is("state", "running").ShouldBeTrue();
        (await Should.ThrowAsync<HubException>(() => page.AskAsync("Go", id, null))).Message.ShouldEndWith("\"go\" was given, the clock runs");
        JsonElement crossing = await page.UntilAsync("notice", n => n.Is("kind", "crossing"));
        await page.AskAsync("WatchStop", id, crossing.GetProperty("at_s").GetDouble());
        (await page.UntilAsync("test", v => v.GetProperty("settled").GetBoolean())).GetProperty("candidates").GetArrayLength().ShouldBeGreaterThan(0);
        await page.AskAsync("End", id);
        await page.UntilEndedAsync();
    }

    [Fact]
    public async Task AStopToken_StopsAWalkOfTheOtherNode_AndAStrangerSeesNothing()
    {
        await using Two nodes = await Two.StartAsync(server);
        Guid person = await nodes.Desk.AddPersonAsync("P07");
        JsonNode started = await nodes.Desk.JsonAsync("POST", "sessions", Walk(person));
        Guid id = started["session"]!.GetValue<Guid>();
        (await nodes.First.Admin.PostAsync("accounts", new { user = "stranger", password = ClinicHost.Password, roles = new[] { Roles.Clinician } })).StatusCode.ShouldBe(HttpStatusCode.Created);
        Desk stranger = await nodes.Second.SignedInAsync("stranger");
        await using (HubClient other = await nodes.WatchAtOtherAsync(stranger))
        {
            (await Should.ThrowAsync<HubException>(() => other.WatchAsync(id))).Message.ShouldEndWith("not found");
            (await Should.ThrowAsync<HubException>(() => other.AskAsync("End", id))).Message.ShouldEndWith("not found");
        }

        using Desk nobody = nodes.Second.Nobody();
        (await nobody.PostAsync("stop/nothing", new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.PostAsync($"stop/{started["stop_token"]!.GetValue<string>()}", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await using HubClient page = await nodes.WatchAtOtherAsync();
        await page.WatchAsync(id);
        (await page.UntilEndedAsync()).Is("status", "ended_early").ShouldBeTrue();
    }

    /// <summary>A server, and another one on the same database with a folder of its own; a clinician signed in at both.</summary>
    private sealed class Two : IAsyncDisposable
    {
        private readonly TestFolder _folders;

        private Two(TestFolder folders, ClinicHost first, ClinicHost second, Desk desk, Desk otherDesk) => (_folders, First, Second, Desk, OtherDesk) = (folders, first, second, desk, otherDesk);

        public ClinicHost First { get; }

        public ClinicHost Second { get; }

        public Desk Desk { get; }

        public Desk OtherDesk { get; }

        public string NameOfOther => Second.Server.Services.GetRequiredService<LiveSessions>().Setup.Node;

        public static async Task<Two> StartAsync(PostgresServer server)
        {
            string database = await server.CreateDatabaseAsync();
            TestFolder folders = new();
            ClinicHost first = await ClinicHost.SetUpAsync(place: StoreLocation.Of(database, folders["first"]));
            // The key of cookies is one for all nodes.
            Directory.CreateDirectory(folders["second"]);
            File.Copy(Path.Combine(folders["first"], "clinic.key"), Path.Combine(folders["second"], "clinic.key"));
            ClinicHost second = await ClinicHost.NewAsync(place: StoreLocation.Of(database, folders["second"]));
            foreach (ClinicHost node in (ClinicHost[])[first, second]) await node.Server.Services.GetRequiredService<LiveSessions>().Listens.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            return new Two(folders, first, second, await first.ClinicianAsync(), await second.SignedInAsync("pt1"));
        }

        public Task<HubClient> WatchAtOtherAsync(Desk? desk = null) =>
            HubClient.ConnectAsync(new Uri(Second.Address, "live").ToString(), account: null, Second.Address.GetLeftPart(UriPartial.Authority), (desk ?? OtherDesk).Cookies);

        public async ValueTask DisposeAsync()
        {
            await Second.DisposeAsync();
            await First.DisposeAsync();
            _folders.Dispose();
        }
    }
}
