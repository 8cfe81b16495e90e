using GaitSense.Browser.Tests;
using GaitSense.Simulation.Presets;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>The page with the browser's own Bluetooth and two emulated shoes: a first visit, a walk, a file.</summary>
[Collection(PageTests.Name)]
public sealed class ShoeWalkTests(WebPage web, ITestOutputHelper output)
{
    private const double RateHz = 200;

    // GAITSENSE_FULL=1: the six minutes that a first visit is offered, with their own cue plan, until the page says that they are walked.
    private static readonly double WalkS = FullRun.IsWanted ? 360 : 22;

    [Fact]
    public async Task AWalk_FromTheFirstVisit_IsKeptPacketByPacket_HeardOnTime_AndReplayedAsIdentical()
    {
        web.RequireWalk();
        using var folder = new TestFolder();
        SimulatedRecording recording = SimulationPresets.Find("ms-mild")!.Record(3, 1.5 * WalkS + 60, RateHz);
        await using ShoeBrowser browser = await ShoeBrowser.StartAsync(web, folder["profile"]);
        await using EmulatedRadio radio = await EmulatedRadio.StartAsync(browser.Browser, RateHz, f => recording.MemoryOf(f));
        // The six minutes are walked without the rest that the phone's own walk has after two: nobody is there to say that it was had, and the cues would wait for that.
        ShoePage page = await ShoePage.OpenAsync(web, browser, radio, FullRun.IsWanted ? null : ShoePage.Soon, "globalThis.walkOf = () => ({ restAfter: null });");
        await page.WalkAsync();
        output.WriteLine($"from the open page to the walk: {page.Touches} touches of the page (Start, a shoe each, Walk), {page.List.Answered} taps in the browser's list, {page.Questions} questions answered");
        page.Touches.ShouldBe(4);
        page.List.Answered.ShouldBe(2);

        if (FullRun.IsWanted)
        {
            await page.UntilAsync("document.body.innerText.includes('You have walked your time.')", 1.5 * WalkS);
        }
        else
        {
            await Task.Delay(TimeSpan.FromSeconds(WalkS), TestContext.Current.CancellationToken);
            // On a busy machine the first beats come later: the shoes' clocks are not sure of each other before.
            await page.UntilAsync("witness.fates.filter(f => f.fate === 'begun').length > 7", 1.5 * WalkS);
        }

        int[] sentThen = [.. radio.Shoes.Select(s => s.Sent.Count)];
        await page.EndAsync();
        HeardBeats heard = await HeardBeats.OfAsync(page.Page);
        output.WriteLine(heard.ToString());
        string session = await page.SaveAsync(folder["file"]);

        foreach (EmulatedShoe shoe in radio.Shoes)
        {
            byte[][] kept = SessionPackets.Of(session, shoe.Foot), sent = [.. shoe.Sent];
            output.WriteLine($"{shoe.Foot}: {sent.Length} packets sent, {sentThen[(int)shoe.Foot]} of them before STOP, {kept.Length} kept; at most {shoe.LongestQueue} waited for the browser");
            shoe.Dropped.ShouldBe(0);
            kept.Length.ShouldBeInRange(sentThen[(int)shoe.Foot], sent.Length);
            kept.ShouldBe(sent[..kept.Length], $"{shoe.Foot}: the bytes that were sent, in their order");
            int samples = (int)Math.Round(RateHz * 0.02);
            kept.Select(SessionPackets.NumberOf).ShouldBe(Enumerable.Range(0, kept.Length).Select(i => unchecked((ushort)(i * samples))), $"{shoe.Foot}: none is missing");
            // Four samples of 5 ms to a packet: so many as the time that was walked holds, and not fewer.
            kept.Length.ShouldBeGreaterThan((int)(WalkS * RateHz / samples));
        }

        heard.BesideScheduleMs.Length.ShouldBeGreaterThan(FullRun.IsWanted ? 300 : 5);
        heard.BesideScheduleMs.ShouldAllBe(ms => ms < 1);
        heard.RiseMs.ShouldBeInRange(0, 2);
        heard.Fates.GetValueOrDefault("missed").ShouldBe(0);
        (await CommandLine.GaitSenseAsync("replay", session, "--speed", "max", "--plain", "--out", folder["native"])).ShouldContain("identical to what was decided live");
        page.Errors.ShouldBeEmpty();
    }
}
