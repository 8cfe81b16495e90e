using System.Globalization;
using System.Text.Json;
using GaitSense.Browser.Tests;
using GaitSense.Core;
using GaitSense.Simulation.Presets;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>What keeps a person from walking is said on the screen, and there is a way on.</summary>
[Collection(PageTests.Name)]
public sealed class NoDeadEndTests(WebPage web, ITestOutputHelper output) : IAsyncDisposable
{
    private const double RateHz = 200;

    private readonly TestFolder _folder = new();
    private ShoeBrowser? _browser;
    private EmulatedRadio? _radio;

    public async ValueTask DisposeAsync()
    {
        if (_radio is not null) await _radio.DisposeAsync();
        if (_browser is not null) await _browser.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>One person's bad morning: the list closed, Bluetooth off, one shoe only, the other out of reach; and then a walk.</summary>
    [Fact]
    public async Task ListClosed_BluetoothOff_OneShoe_OutOfReach_AreSaid_AndThenOneWalks()
    {
        ShoePage page = await OpenAsync();
        await page.ToShoesAsync();

        page.List.Tap(null);
        await page.PressAsync("Choose the left shoe");
        await page.SeesAsync("No shoe was chosen. Is Bluetooth on? Move the shoe, then look again.");

        // A switch that is off a page cannot see: getAvailability() says whether there is an adapter.
        await _radio!.SwitchAsync("absent");
        await page.PressAsync("Choose the left shoe");
        await page.SeesAsync("Turn on Bluetooth on your phone. Then try again.");
        await _radio.SwitchAsync("powered-on");

        await page.ChooseAsync(_radio[Foot.Left]);
        await page.SeesAsync("A walk needs both shoes.");
        (await page.Page.GetByText("Turn on Bluetooth").CountAsync()).ShouldBe(0, "what is over is not said any more");

        _radio[Foot.Right].IsInReach = false;
        await page.ChooseAsync(_radio[Foot.Right]);
        await page.SeesAsync("The right shoe does not answer. Is Bluetooth on? Move the shoe, and try again.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Choose other shoes", Exact = true }).WaitForAsync();

        await _radio.SwitchAsync("absent");
        await page.PressAsync("Try again");
        await page.SeesAsync("Turn on Bluetooth on your phone. Then try again.");
        await _radio.SwitchAsync("powered-on");
        _radio[Foot.Right].IsInReach = true;
        await page.PressAsync("Try again");
        await page.UntilAsync("document.body.innerText.includes('Ready')", 45);
        await page.PressAsync("Walk");
        await page.Page.Locator(".stop").WaitForAsync();
        await page.UntilAsync("witness.state.packets > 100");
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task ABrowserThatMayNotUseBluetooth_SaysSo()
    {
        Assert.SkipUnless(FullRun.IsWanted, "GAITSENSE_FULL=1; the messages themselves are tested without a browser");
        // What Chromium's own switch says cannot be set from here.
        ShoePage page = await OpenAsync(script: "Bluetooth.prototype.requestDevice = () => Promise.reject(new DOMException('User denied the browser permission to scan for Bluetooth devices.', 'NotFoundError'));");
        await page.ToShoesAsync();
        await page.PressAsync("Choose the left shoe");
        await page.SeesAsync("The browser may not use Bluetooth. Allow it, then try again.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Choose the left shoe", Exact = true }).WaitForAsync();
        await page.PressAsync("Back");
        await page.SeesAsync("Hello.");
    }

    [Fact]
    public async Task Storage_ThatIsFull_IsSaidBeforeTheWalk_AndInIt_AndTheWalkGoesOnWithItsBeats()
    {
        Assert.SkipUnless(FullRun.IsWanted, "GAITSENSE_FULL=1");
        ShoePage page = await OpenAsync(walkS: 420);
        ICDPSession session = await page.Page.Context.NewCDPSessionAsync(page.Page);
        async Task LeaveAsync(double bytes)
        {
            double used = await page.Page.EvaluateAsync<double>("navigator.serviceWorker.ready.then(() => navigator.storage.estimate()).then(e => e.usage)");
            await session.SendAsync("Storage.overrideQuotaForOrigin", new(StringComparer.Ordinal) { ["origin"] = web.Url.TrimEnd('/'), ["quotaSize"] = used + bytes });
        }

        await page.ToShoesAsync();
        await page.ChooseAsync(_radio![Foot.Left]);
        await LeaveAsync(400_000);
        await page.ChooseAsync(_radio[Foot.Right]);
        await page.SeesAsync("The phone is full. Make room, then try again.");

        // Chromium sets megabytes aside for each file: with these the files are opened and the session begins, and then something finds no room.
        await LeaveAsync(3_700_000);
        await page.PressAsync("Try again");
        await page.UntilAsync("document.body.innerText.includes('Ready')", 45);
        await page.PressAsync("Walk");
        await page.Page.Locator(".stop").WaitForAsync();
        await page.SeesAsync("The phone is full. This walk is not kept.", 300);
        output.WriteLine((await page.Page.EvaluateAsync<JsonElement>("witness.state.storage")).GetRawText());
        int begun = (await HeardBeats.OfAsync(page.Page)).Fates.GetValueOrDefault("begun");
        await page.UntilAsync(FormattableString.Invariant($"witness.fates.filter(f => f.fate === 'begun').length > {begun + 4}"), 60);
        await page.EndAsync();
        string end = await page.Page.EvaluateAsync<string>("document.body.innerText");
        output.WriteLine(end.ReplaceLineEndings(" | "));
        end.ShouldContain("You walked ");
        end.ShouldNotContain("kept on this phone");
        await page.PressAsync("Finish");
        await page.SeesAsync("Hello.");
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task ABrowser_KilledInTheWalk_LosesAtMostASecond_AndOffersToWalkAgain()
    {
        Assert.SkipUnless(FullRun.IsWanted, "GAITSENSE_FULL=1; .ci/run kills a page's worker (LiveWalkTests)");
        ShoePage page = await OpenAsync();
        await page.WalkAsync();
        await Task.Delay(TimeSpan.FromSeconds(12.3), TestContext.Current.CancellationToken);
        int[] sent = [.. _radio!.Shoes.Select(s => s.Sent.Count)];
        await _browser!.KillAsync();
        await _radio.DisposeAsync();

        await using ShoeBrowser again = await ShoeBrowser.StartAsync(web, _folder["profile"]);
        await using EmulatedRadio radio = await EmulatedRadio.StartAsync(again.Browser, RateHz, _ => Array.Empty<ImuSample>());
        ShoePage after = await ShoePage.OpenAsync(web, again, radio);
        await after.SeesAsync("Your last walk was cut off. It is kept up to then.");
        await after.Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).WaitForAsync();
        string[] files = await after.Page.EvaluateAsync<string[]>("""
            async () => {
              const walks = await (await navigator.storage.getDirectory()).getDirectoryHandle('walks'), all = [];
              for await (const walk of walks.values()) for await (const file of walk.values()) {
                const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer()); let s = '';
                for (let i = 0; i < bytes.length; i += 8192) s += String.fromCharCode(...bytes.subarray(i, i + 8192));
                all.push(file.name, btoa(s));
              }
              return all;
            }
            """);
        string session = Directory.CreateDirectory(_folder["session"]).FullName;
        for (int i = 0; i < files.Length; i += 2) await File.WriteAllBytesAsync(Path.Combine(session, files[i]), Convert.FromBase64String(files[i + 1]), TestContext.Current.CancellationToken);
        foreach (EmulatedShoe shoe in _radio.Shoes)
        {
            int kept = SessionPackets.Of(session, shoe.Foot, isWhole: false).Length;
            double lostS = (sent[(int)shoe.Foot] - kept) * 0.02;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shoe.Foot}: {kept} packets kept of {sent[(int)shoe.Foot]}: {lostS:0.00} s lost"));
            lostS.ShouldBeLessThan(1);
        }

        (await CommandLine.GaitSenseAsync("replay", session, "--speed", "max", "--plain", "--out", _folder["native"])).ShouldNotContain("DIFFERENT");
    }

    private async Task<ShoePage> OpenAsync(string? script = null, double walkS = 120)
    {
        web.RequireWalk();
        SimulatedRecording recording = SimulationPresets.Find("healthy")!.Record(4, walkS, RateHz);
        _browser = await ShoeBrowser.StartAsync(web, _folder["profile"]);
        _radio = await EmulatedRadio.StartAsync(_browser.Browser, RateHz, f => recording.MemoryOf(f));
        return await ShoePage.OpenAsync(web, _browser, _radio, ShoePage.Soon, script);
    }
}
