using System.Globalization;

namespace GaitSense.Browser.Tests;

/// <summary>What a walk in a browser costs: printed, and held to limits that only a mistake passes. benchmarks/results/browser.md has the figures.</summary>
[Collection(PageTests.Name)]
public sealed class CostTests(WalkPage page, ITestOutputHelper output)
{
    private const double MegaByte = 1024 * 1024;

    [Fact]
    public async Task Walk_InTheBrowser_StaysWithinWhatAPhoneHas()
    {
        page.Require();
        await page.OpenAsync();
        Say($"start: {page.StartMs:0} ms; download: {page.DownloadFiles} files, {page.DownloadBytes / MegaByte:0.00} MB");
        page.DownloadBytes.ShouldBeLessThan(4L << 20, "a page that is larger is left before it starts");

        await page.CallAsync("WarmUp");
        Say($"warm-up: {page.LastMs:0} ms; processor until here, page and compiler threads included: {await page.CpuSecondsAsync():0.0} s");
        string recording = Repository.At("samples", "there-and-back");
        await page.PutFolderAsync(recording, "/sample");
        List<double> perSample = [];
        const int Runs = 5;
        int samples = 0;
        double cpu = await page.CpuSecondsAsync();
        for (int i = 0; i < Runs; i++)
        {
            samples = await page.CallAsync<int>("Analyze", "/sample", "/out");
            perSample.Add(1000 * page.LastMs / samples);
        }

        cpu = await page.CpuSecondsAsync() - cpu;
        Say($"sample recording of {samples} samples, read and with all its files: {perSample.Min():0.0} us/sample at best of {Runs}; processor, all threads, mean: {1e6 * cpu / Runs / samples:0.0} us/sample");
        double wasm = await page.CallAsync<double>("WasmBytes"), managed = await page.CallAsync<double>("ManagedBytes");
        Say($"memory: {wasm / MegaByte:0} MB of the runtime, {managed / MegaByte:0} MB of it managed");
        // Two feet at 200 Hz leave 2500 us for a sample.
        perSample.Min().ShouldBeLessThan(1000);
        wasm.ShouldBeLessThan(512 * MegaByte);
    }

    private void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
