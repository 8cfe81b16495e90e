using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>A Chromium of its own with a profile on the disk and Web Bluetooth, which Linux has only where it is asked for. It can be killed, and held to a share of a core.</summary>
internal sealed class ShoeBrowser : IAsyncDisposable
{
    private static readonly string[] Bluetooth = ["--headless=new", "--remote-debugging-port=0", "--enable-blink-features=WebBluetooth", "--lang=en-GB", "--window-size=390,844"];

    // What Chromium calls the process of a page.
    private const string Page = "renderer";

    private readonly Process _process;

    private ShoeBrowser(Process process, IBrowser browser) => (_process, Browser) = (process, browser);

    public IBrowser Browser { get; }

    /// <summary>Starts it.</summary>
    /// <param name="web">The page and what drives it.</param>
    /// <param name="profile">Its folder; what a browser before it kept there is there.</param>
    /// <param name="share">Holds it and all of its processes; null: nothing does.</param>
    /// <param name="canHide">Whether a page behind another is hidden. Playwright tells each page that it has the focus, and one that has it is never hidden; without that it keeps no downloads either.</param>
    public static async Task<ShoeBrowser> StartAsync(WebPage web, string profile, CoreShare? share = null, bool canHide = false)
    {
        string[] arguments = [.. WebPage.Arguments, .. Bluetooth, $"--user-data-dir={profile}", "about:blank"];
        // A shell that joins the group and becomes the browser: all of its processes are in it from the start.
        ProcessStartInfo start = share is null
            ? new(WebPage.Chromium!, arguments)
            : new("/bin/sh", ["-c", "echo $$ > \"$0\" && exec \"$@\"", share.Members, WebPage.Chromium!, .. arguments]);
        (start.UseShellExecute, start.RedirectStandardError) = (false, true);
        Process process = Process.Start(start)!;
        try
        {
            string url = await UrlAsync(process);
            _ = process.StandardError.ReadToEndAsync(); // a pipe that nobody reads holds it up
            return new ShoeBrowser(process, await web.Playwright.Chromium.ConnectOverCDPAsync(url, new BrowserTypeConnectOverCDPOptions { NoDefaults = canHide }));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>All of its processes end where they are.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Processor seconds so far of its processes by what they are (the pages' are the renderer), and the pages' memory now in MB.</summary>
    public async Task<(IReadOnlyDictionary<string, double> CpuS, double MemoryMB)> UseAsync()
    {
        double memoryMB = 0;
        Dictionary<string, double> cpuS = new(StringComparer.Ordinal);
        foreach ((string type, int id, double s) in await ProcessesAsync())
        {
            cpuS[type] = cpuS.GetValueOrDefault(type) + s;
            if (type is Page) memoryMB += ProportionalMB(id);
        }

        return (cpuS, memoryMB);
    }

    /// <summary>The browser's own process; those of pages, sound and network are others.</summary>
    public int ProcessId => _process.Id;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Browser.CloseAsync();
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<IReadOnlyList<(string Type, int Id, double CpuS)>> ProcessesAsync()
    {
        ICDPSession session = await Browser.NewBrowserCDPSessionAsync();
        JsonElement all = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo");
        await session.DetachAsync();
        return [.. all.EnumerateArray().Select(p => (p.GetProperty("type").GetString()!, p.GetProperty("id").GetInt32(), p.GetProperty("cpuTime").GetDouble()))];
    }

    private static double ProportionalMB(int process)
    {
        string file = $"/proc/{process}/smaps_rollup";
        if (!File.Exists(file)) return 0;
        string? line = File.ReadLines(file).FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) / 1024.0;
    }

    private static async Task<string> UrlAsync(Process process)
    {
        const string Said = "DevTools listening on ";
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith(Said, StringComparison.Ordinal)) return line[Said.Length..];
        throw new InvalidOperationException("Chromium ended before it listened.");
    }
}
