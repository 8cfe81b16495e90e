using System.Diagnostics;
using System.Text.Json.Nodes;
using GaitSense.Clinic.Live;
using GaitSense.Storage;
using GaitSense.Training.People;
using LiveSession = GaitSense.Clinic.Live.LiveSession;

namespace GaitSense.Clinic.Tests.Live;

/// <summary>Fifty sessions that walk at the speed of life, a page at each: how long something takes from the session to its page, on one computer.</summary>
public sealed class HubLatencyTests(ITestOutputHelper output)
{
    private const int Pages = 50, Rounds = 40;

    [Fact]
    public async Task FiftyPages_HearOfTheirWalksWithin150ms()
    {
        Assert.SkipUnless(FullRun.IsWanted, "a measurement of seconds with fifty walks: GAITSENSE_FULL=1");
        await using LiveHost host = await LiveHost.StartAsync();
        List<(LiveSession Session, HubClient Page)> all = [];
        for (int i = 0; i < Pages; i++)
        {
            Person person = await host.PersonAsync($"P{i + 1:00}");
            (Guid id, _) = await host.BeginAsync(new JsonObject { ["person"] = person.Id, ["source"] = "simulate", ["place"] = "clinic", ["free"] = true, ["minutes"] = 5, ["answers"] = LiveHost.Well });
            HubClient page = await host.ConnectAsync();
            await page.WatchAsync(id);
            all.Add((await host.Sessions.FindAsync(new Actor("anna", PersonScope.MembersOf("anna")), id, TestContext.Current.CancellationToken), page));
        }

        await Task.Delay(3000, TestContext.Current.CancellationToken);
        using var process = Process.GetCurrentProcess();
        (TimeSpan cpu, long began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        for (int round = 0; round < Rounds; round++)
        {
            foreach ((LiveSession session, _) in all) session.Tell("notice", new NoticeEvent(session.Id, "probe", "", Stopwatch.GetTimestamp()));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await Task.Delay(500, TestContext.Current.CancellationToken);
        process.Refresh();
        double share = (process.TotalProcessorTime - cpu).TotalSeconds / Stopwatch.GetElapsedTime(began).TotalSeconds;
        double[] delays = [.. all.SelectMany(a => a.Page.Delays).Order()];
        output.WriteLine($"{delays.Length} of {Pages * Rounds}: p50 {delays[delays.Length / 2]:0.0} ms, p99 {delays[(int)(0.99 * delays.Length)]:0.0} ms, max {delays[^1]:0.0} ms; CPU of one core {100 * share:0} %, {process.WorkingSet64 / 1048576.0:0} MB, pages included");
        delays.Length.ShouldBe(Pages * Rounds);
        delays[(int)(0.99 * delays.Length)].ShouldBeLessThan(150);
    }
}
