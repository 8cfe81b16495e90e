using Microsoft.Playwright;

namespace GaitSense.Browser.Tests;

/// <summary>The page of a walk's readings, written by the command line and opened in Chromium as people open it: from the disk.</summary>
public sealed class SignalPageTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (WalkPage.Chromium is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = WalkPage.Chromium, Args = ["--no-sandbox", "--disable-gpu"], Headless = true });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Page_Sample_DrawsBothFeetZoomsToSamplesAndFindsWhatWasRejected()
    {
        (IPage page, List<string> errors) = await OpenAsync("--signal", Repository.At("samples", "there-and-back"));

        (await Coloured(page)).ShouldBeGreaterThan(5000);
        string whole = await page.EvaluateAsync<string>("location.hash");
        // Far away, then as near as single samples: each view is another one, and its values can be read.
        await page.Locator("canvas").HoverAsync(new() { Position = new() { X = 500, Y = 200 } });
        for (int i = 0; i < 6; i++) await page.ClickAsync("[data-do=in]");
        string near = await page.EvaluateAsync<string>("location.hash");
        near.Equals(whole, StringComparison.Ordinal).ShouldBeFalse();
        await page.WaitForFunctionAsync("() => { document.querySelector('canvas').dispatchEvent(new PointerEvent('pointermove', { clientX: 400, clientY: 300 })); return /left: rate .* force .*right: rate/.test(document.getElementById('readout').textContent); }");
        await page.FillAsync("#goto", "5,5");
        await page.Keyboard.PressAsync("Enter");
        double[] view = [.. (await page.EvaluateAsync<string>("location.hash"))[3..].Split('-').Select(t => double.Parse(t, System.Globalization.CultureInfo.InvariantCulture))];
        ((view[0] + view[1]) / 2).ShouldBe(5.5, 0.05);
        await page.FocusAsync("canvas");
        await page.Keyboard.PressAsync("0");
        (await page.EvaluateAsync<string>("location.hash")).ShouldStartWith("#t=0.00-");
        errors.ShouldBeEmpty();
    }

    private async Task<(IPage Page, List<string> Errors)> OpenAsync(params string[] analyze)
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium here (Debian: apt-get install chromium; elsewhere CHROMIUM names the program): the page of the readings is not looked at.");
        await CommandLine.GaitSenseAsync(["analyze", .. analyze, "--out", _folder.Path]);
        IPage page = await (await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } })).NewPageAsync();
        List<string> errors = [];
        page.PageError += (_, e) => errors.Add(e);
        page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith("file:", StringComparison.Ordinal) && !r.Url.StartsWith("blob:", StringComparison.Ordinal)) errors.Add("asked for " + r.Url);
        };
        await page.GotoAsync("file://" + _folder["signal.html"]);
        errors.ShouldBeEmpty();
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.drawnMs");
        return (page, errors);
    }

    // Pixels of the picture that are neither paper nor grey.
    private static Task<int> Coloured(IPage page) => page.EvaluateAsync<int>(
        "() => { const c = document.querySelector('canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 0; i < d.length; i += 4) if (d[i + 3] && Math.max(d[i], d[i + 1], d[i + 2]) - Math.min(d[i], d[i + 1], d[i + 2]) > 60) n++; return n; }");
}
