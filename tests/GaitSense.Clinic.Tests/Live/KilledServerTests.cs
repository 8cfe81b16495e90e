using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Storage;
using GaitSense.Storage.Tests;
using GaitSense.Training.Records;

namespace GaitSense.Clinic.Tests.Live;

/// <summary>Servers and databases that die in the middle of a session: what was acknowledged is there, and pages are back by themselves.</summary>
public sealed class KilledServerTests(PostgresServer server, ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ANodeThatIsKilled_IsMissedAtTheOtherWithinTenSeconds_AndWhatWasKeptIsThereWhenItIsBack()
    {
        Assert.SkipUnless(FullRun.IsWanted, "real processes for most of a minute: GAITSENSE_FULL=1");
        Assert.SkipWhen(ServeProcess.Program is null, "the command is not built");
        string database = await server.CreateDatabaseAsync();
        using TestFolder folder = new();
        string store = database + ";Application Name=gaitsense", name = new Npgsql.NpgsqlConnectionStringBuilder(database).Database!;
        string files = Path.Combine(folder["first"], "gaitsense", name + ".files");
        using ServeProcess first = await ServeProcess.StartAsync(store, folder["first"]);
        using Desk desk = new(first.Address);
        (await desk.PostAsync("setup", new { code = first.Code, user = "admin", password = ClinicHost.Password, clinician = true })).StatusCode.ShouldBe(HttpStatusCode.OK);
        string otherFiles = Directory.CreateDirectory(Path.Combine(folder["second"], "gaitsense", name + ".files")).FullName;
        File.Copy(Path.Combine(files, "clinic.key"), Path.Combine(otherFiles, "clinic.key"));
        using ServeProcess second = await ServeProcess.StartAsync(store, folder["second"]);
        using Desk other = new(second.Address);
        (await other.SignInAsync("admin", ClinicHost.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);

        Guid person = await desk.AddPersonAsync("P07");
        Guid id = (await desk.JsonAsync("POST", "sessions", new { person, source = "simulate", preset = "healthy", speed = "max", place = "clinic", answers = new { news = "no" }, test = new { id = "t25fw" } }))["session"]!.GetValue<Guid>();
        await using HubClient page = await PageAsync(second, other);
        await page.WatchAsync(id);
        await page.UntilStateAsync("ready");
        await page.AskAsync("Go", id, null);
        JsonElement crossing = await page.UntilAsync("notice", n => n.Is("kind", "crossing"));
        await page.AskAsync("WatchStop", id, crossing.GetProperty("at_s").GetDouble());
        await page.UntilAsync("test", v => v.GetProperty("settled").GetBoolean());
        await page.AskAsync("Accept", id, null, null);
        await page.UntilStateAsync("reviewed");
        while ((await other.JsonAsync($"sessions/{id}"))["trials"]!.AsArray().Count == 0) await Task.Delay(50, Cancellation);

        // The walk of shoes that this computer has not: its recorder is killed with the server.
        string recording = Path.Combine(files, "walking", id.ToString("N"));
        using (Process recorder = Process.Start(ServeProcess.Of(["walk", "--simulate", "healthy", "--seed", "1", "--duration", "60", "--plain", "--record", recording]))!)
        {
            while (!File.Exists(Path.Combine(recording, "session.gait")) || new FileInfo(Path.Combine(recording, "session.gait")).Length < 30_000) await Task.Delay(100, Cancellation);
            first.Kill();
            recorder.Kill();
            await recorder.WaitForExitAsync(Cancellation);
        }

        long killed = Stopwatch.GetTimestamp();
        await page.UntilAsync("snapshot", s => s.Is("state", "lost"));
        double missedS = Stopwatch.GetElapsedTime(killed).TotalSeconds;
        missedS.ShouldBeLessThan(10);
        (await other.JsonAsync("sessions/live"))["items"]!.AsArray().Single()!["session"]!.GetValue<Guid>().ShouldBe(id);
        // Its own pages come back at the address that is left, with the same sign-in.
        await using (HubClient back = await HubClient.ConnectAsync(new Uri(second.Address, "live").ToString(), account: null, second.Address.GetLeftPart(UriPartial.Authority), desk.Cookies))
            (await back.WatchAsync(id)).Is("state", "lost").ShouldBeTrue();

        long restarted = Stopwatch.GetTimestamp();
        using ServeProcess again = await ServeProcess.StartAsync(store, folder["first"]);
        (await page.UntilEndedAsync()).Is("status", "cut_off").ShouldBeTrue();
        output.WriteLine($"missed after {missedS:0.0} s; closed {Stopwatch.GetElapsedTime(restarted).TotalSeconds:0.0} s after the start of its server");
        using Desk anew = new(again.Address);
        (await anew.SignInAsync("admin", ClinicHost.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode kept = await anew.JsonAsync($"sessions/{id}");
        kept["status"]!.GetValue<string>().ShouldBe("cut_off");
        kept["trials"]!.AsArray().Count.ShouldBe(1);
        await using HubClient late = await PageAsync(again, anew);
        (await late.WatchAsync(id)).Is("state", "ended").ShouldBeTrue();
        (await late.UntilEndedAsync()).Is("status", "cut_off").ShouldBeTrue();
        using HttpResponseMessage zip = await anew.GetAsync($"sessions/{id}/recording");
        zip.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using (Stream packed = await zip.Content.ReadAsStreamAsync(Cancellation)) await ZipFile.ExtractToDirectoryAsync(packed, folder["opened"], Cancellation);
        string session = Directory.EnumerateFiles(folder["opened"], "*.gait", SearchOption.AllDirectories).Single();
        (await RunAsync("replay", session, "--plain")).ShouldContain("identical");
    }

    [Fact]
    public async Task ADatabaseThatIsHaltedInMidSession_HoldsUpNoPage_AndKeepsTheSessionWhenItIsBack()
    {
        Assert.SkipUnless(FullRun.IsWanted, "PostgreSQL is halted and started for some seconds: GAITSENSE_FULL=1");
        // One of its own: other tests need theirs.
        await using PostgresServer own = new();
        using TestFolder folder = new();
        StoreLocation place = StoreLocation.Of(await own.CreateDatabaseAsync(), folder["clinic.files"]);
        await using ClinicHost host = await ClinicHost.SetUpAsync(place: place);
        Desk desk = await host.ClinicianAsync();
        Guid person = await desk.AddPersonAsync("P07");
        JsonNode started = await desk.JsonAsync("POST", "sessions", new { person, source = "simulate", preset = "healthy", place = "clinic", free = true, minutes = 5, answers = new { news = "no" } });
        Guid id = started["session"]!.GetValue<Guid>();
        await using HubClient page = await HubClient.ConnectAsync(new Uri(host.Address, "live").ToString(), account: null, host.Address.GetLeftPart(UriPartial.Authority), desk.Cookies);
        await page.WatchAsync(id);
        await page.UntilAsync("step", static _ => true);
        await own.HaltAsync();
        double haltedS = (await page.UntilAsync("snapshot", static _ => true)).GetProperty("time_s").GetDouble();
        await page.UntilAsync("snapshot", s => s.GetProperty("time_s").GetDouble() > haltedS + 2);
        // Stop needs no database.
        using (Desk nobody = host.Nobody()) (await nobody.PostAsync($"stop/{started["stop_token"]!.GetValue<string>()}", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await page.UntilAsync("notice", n => n.Is("kind", "store"))).GetProperty("text").GetString()!.ShouldEndWith("the walk waits here until it answers");
        await own.ResumeAsync();
        (await page.UntilEndedAsync()).Is("status", "ended_early").ShouldBeTrue();
        Session kept = (await host.Store.Sessions.FindAsync(id, Cancellation))!;
        (kept.Status, kept.StopReason).ShouldBe((SessionStatus.EndedEarly, StopReason.Interrupted));
        kept.Measures.ShouldNotBeEmpty();
        (await desk.JsonAsync("sessions/live"))["items"]!.AsArray().ShouldBeEmpty();
    }

    private static Task<HubClient> PageAsync(ServeProcess served, Desk desk) =>
        HubClient.ConnectAsync(new Uri(served.Address, "live").ToString(), account: null, served.Address.GetLeftPart(UriPartial.Authority), desk.Cookies);

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using Process process = Process.Start(ServeProcess.Of(arguments))!;
        Task<string> error = process.StandardError.ReadToEndAsync(Cancellation);
        string said = await process.StandardOutput.ReadToEndAsync(Cancellation) + await error;
        await process.WaitForExitAsync(Cancellation);
        return said;
    }
}
