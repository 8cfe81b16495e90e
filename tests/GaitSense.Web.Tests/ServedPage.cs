using System.Diagnostics;
using GaitSense.Browser.Tests;

namespace GaitSense.Web.Tests;

/// <summary>A build as <c>gaitsense serve</c> hands it out: the command in a process of its own, on a port that was free.</summary>
internal sealed class ServedPage : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TestFolder _store;

    private ServedPage(Process process, TestFolder store, string url) => (_process, _store, Url) = (process, store, url);

    /// <summary>Where it is served, with a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Serves a folder.</summary>
    public static async Task<ServedPage> StartAsync(string folder)
    {
        TestFolder store = new();
        Process process = Process.Start(new ProcessStartInfo("dotnet", [CommandLine.Program, "serve", "--quiet", "--pages", folder, "--port", "0", "--store", store["clinic.db"]])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        process.StandardInput.Close();
        // The first line is the page's.
        string? said = await process.StandardOutput.ReadLineAsync();
        return said?.Split(' ')[^1] is { } url && url.StartsWith("http://", StringComparison.Ordinal) ? new ServedPage(process, store, url) : throw new InvalidOperationException($"gaitsense serve said: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _store.Dispose();
    }
}
