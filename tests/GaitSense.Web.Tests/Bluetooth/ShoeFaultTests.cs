using System.Globalization;
using System.Text.Json;
using GaitSense.Browser.Tests;
using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>
/// Something goes wrong with a shoe in a walk with beats. No beat is heard later than one step after it, what is wrong is on the screen, and when the shoe is right again the walk goes on by itself.
/// One fault in .ci/run, all of them with GAITSENSE_FULL=1.
/// </summary>
[Collection(PageTests.Name)]
public sealed class ShoeFaultTests(WebPage web, ITestOutputHelper output)
{
    private const double RateHz = 200, FaultS = 6, LaterS = 60;
    private const int MostLost = 5;

    // A step is the longest of the last eight. A beat stands where the next landing is expected, and that scatters as steps do.
    private const double Tolerance = 1.05;

    // The preferred cadence is said, so that there is no baseline to walk first.
    private static readonly GaitParameters Person = new();

    private static readonly string Plan = FormattableString.Invariant($"p => ({{ ...p, rhythm: {{ ...p.rhythm, own_cadence_steps_per_min: {Person.CadenceStepsPerMin} }}, fading: {{ ...p.fading, probe_s: 0 }} }})");

    [Theory]
    [InlineData("dies", "A shoe is not heard. It comes back by itself.")]
    [InlineData("freezes", "A shoe is not heard. It comes back by itself.")]
    [InlineData("repeats itself", "A shoe is not heard well. So it is quiet.")]
    [InlineData("is swapped", "The beat waits for your steps.")]
    [InlineData("has a clock that stops", "A shoe is not heard well. So it is quiet.")]
    public async Task AShoe_WithAFault_SilencesTheBeatWithinOneStep_AndTheWalkGoesOnWhenItIsRight(string what, string words)
    {
        Assert.SkipUnless(FullRun.IsWanted, "GAITSENSE_FULL=1 walks into faults; LiveWalkTests has a shoe that dies");
        web.RequireWalk();
        using var folder = new TestFolder();
        SimulatedRecording walk = new(Walker.Walk(Person, [WalkSegment.Stand(3), WalkSegment.Walk(WalkManner.Forward, 2 * 150)], seed: 31), new ImuErrorModel { RateHz = RateHz }, seed: 9);
        ImuSample[][] samples = [.. BothFeet.InOrder.Select(f => walk.SamplesOf(f).ToArray())];
        await using ShoeBrowser browser = await ShoeBrowser.StartAsync(web, folder["profile"]);
        await using EmulatedRadio radio = await EmulatedRadio.StartAsync(browser.Browser, RateHz, f => samples[(int)f]);
        ShoePage page = await ShoePage.OpenAsync(web, browser, radio, Plan);
        await page.WalkAsync();
        await page.UntilAsync("witness.state?.cues.state === 'on' && witness.fates.filter(f => f.fate === 'begun').length >= 8", 40);

        EmulatedShoe shoe = radio[Foot.Left];
        double faultS = radio.NowS;
        await page.Page.EvaluateAsync("globalThis.faultFrom = performance.timeOrigin + performance.now()");
        await BreakAsync(what, radio, shoe, samples);
        double faultMs = await page.NowMsAsync();
        await page.UntilAsync($"document.querySelector('h1').textContent === 'Quiet' && document.body.innerText.includes({JsonSerializer.Serialize(words)})", 8);
        string seen = await page.Page.EvaluateAsync<string>("document.body.innerText");
        double left = faultMs + (1000 * FaultS) - await page.NowMsAsync();
        if (left > 0) await Task.Delay(TimeSpan.FromMilliseconds(left), TestContext.Current.CancellationToken);

        HeardBeats heard = await HeardBeats.OfAsync(page.Page);
        string states = await page.Page.EvaluateAsync<string>("JSON.stringify(witness.states.filter(s => s.at > faultFrom))");
        double silentMs = FirstSilenceMs(states) - faultMs;
        double[] landings = [.. walk.Reference.Events!.Where(e => e.Kind == GaitEventKind.InitialContact && e.Time.Seconds < faultS).Select(e => e.Time.Seconds).Order()];
        double stepS = landings.Zip(landings.Skip(1)).TakeLast(8).Max(l => l.Second - l.First);
        double[] after = [.. heard.OnsetsMs.Where(o => o > faultMs && o < faultMs + 1000 * 2).Select(o => (o - faultMs) / 1000)];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a shoe that {what}: silent {silentMs:0} ms after it, the last beat {(after.Length == 0 ? 0 : 1000 * after[^1]):0} ms after it, a step is {1000 * stepS:0} ms; {heard}"));
        output.WriteLine(states);
        output.WriteLine(seen.ReplaceLineEndings(" | "));
        heard.OnsetsMs.Count(o => o < faultMs && o > faultMs - 4000).ShouldBeGreaterThan(3, "there were beats until it happened");
        after.ShouldAllBe(s => s <= Tolerance * stepS);

        int begun = heard.Fates.GetValueOrDefault("begun");
        radio.Change(() =>
        {
            (shoe.IsInReach, shoe.IsFrozen) = (true, false);
            (shoe.Firmware.HasStoppedClock, shoe.Firmware.RepeatsItself) = (false, false);
        });
        double rightMs = await page.NowMsAsync();
        await page.UntilAsync(FormattableString.Invariant($"witness.state.cues.state === 'on' && witness.fates.filter(f => f.fate === 'begun').length >= {begun + 4}"), LaterS);
        double backS = (await page.NowMsAsync() - rightMs) / 1000;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"four beats {backS:0.0} s after it was right again; {shoe.Connections} connections; refused: {string.Join("; ", radio.Refused)}"));
        await page.EndAsync();
        string session = await page.SaveAsync(folder["file"]);
        foreach (EmulatedShoe either in radio.Shoes)
        {
            byte[][] kept = SessionPackets.Of(session, either.Foot);
            int lost = Lost(kept, either.Sent);
            output.WriteLine($"{either.Foot}: {kept.Length} packets kept, {lost} lost with a link");
            lost.ShouldBeInRange(0, MostLost, $"{either.Foot}: all that was sent is kept, but what was on its way when a link went");
        }

        (await CommandLine.GaitSenseAsync("replay", session, "--speed", "max", "--plain", "--out", folder["native"])).ShouldContain("identical to what was decided live");
        page.Errors.ShouldBeEmpty();
    }

    // Packets that were sent before the last one that was kept, and were not kept; -1: another order, or bytes that nobody sent.
    private static int Lost(byte[][] kept, IReadOnlyList<byte[]> sent)
    {
        int at = 0, found = 0;
        for (; at < sent.Count && found < kept.Length; at++)
            if (kept[found].AsSpan().SequenceEqual(sent[at])) found++;
        return found == kept.Length ? at - found : -1;
    }

    private static async Task BreakAsync(string what, EmulatedRadio radio, EmulatedShoe shoe, ImuSample[][] samples)
    {
        switch (what)
        {
            case "dies":
                await radio.DropAsync(shoe);
                break;
            case "freezes":
                radio.Change(() => shoe.IsFrozen = true);
                break;
            case "repeats itself":
                radio.Change(() => shoe.Firmware.RepeatsItself = true);
                break;
            case "is swapped":
                radio.Change(() => Swap(samples, radio.NowS, radio.NowS + FaultS));
                break;
            default:
                radio.Change(() => shoe.Firmware.HasStoppedClock = true);
                break;
        }
    }

    // What one shoe would measure the other does; their clocks stay.
    private static void Swap(ImuSample[][] samples, double fromS, double toS)
    {
        for (int i = 0; i < Math.Min(samples[0].Length, samples[1].Length); i++)
        {
            if (samples[0][i].Time.Seconds < fromS || samples[0][i].Time.Seconds >= toS) continue;
            (samples[0][i], samples[1][i]) = (samples[1][i] with { Time = samples[0][i].Time }, samples[0][i] with { Time = samples[1][i].Time });
        }
    }

    private static double FirstSilenceMs(string states)
    {
        using var all = JsonDocument.Parse(states);
        foreach (JsonElement state in all.RootElement.EnumerateArray())
            if (state.GetProperty("cues").ValueEquals("silent")) return state.GetProperty("at").GetDouble();
        return double.PositiveInfinity;
    }
}
