using System.Diagnostics;
using System.Text.RegularExpressions;
using GaitSense.Browser.Tests;

namespace GaitSense.Web.Tests.Desk;

/// <summary>The clinician's desk as a new user starts it: <c>gaitsense serve</c> in a process of its own, with a store that is not there yet, on a port that was free.</summary>
internal sealed partial class ServedDesk : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TestFolder _folder;

    private ServedDesk(Process process, TestFolder folder, string url, string code) => (_process, _folder, Url, Code) = (process, folder, url, code);

    /// <summary>The desk's page.</summary>
    public string Url { get; }

    /// <summary>The code of the first run, as the console has it.</summary>
    public string Code { get; }

    /// <summary>Starts it.</summary>
    /// <param name="pages">The build.</param>
    public static async Task<ServedDesk> StartAsync(string pages)
    {
        TestFolder folder = new();
        ProcessStartInfo start = new("dotnet", [CommandLine.Program, "serve", "--store", folder["clinic.db"], "--pages", pages, "--port", "0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = folder.Path;
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        string said = "", url = "", code = "";
        while (code.Length == 0 && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said += line + "\n";
            if (Address().Match(line) is { Success: true } address) url = address.Value;
            if (FirstRun().Match(line) is { Success: true } first) code = first.Groups["code"].Value;
        }

        return code.Length > 0 && url.Length > 0 ? new ServedDesk(process, folder, url, code) : throw new InvalidOperationException($"gaitsense serve said: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@"http://localhost:\d+/desk\.html", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"code:\s+(?<code>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstRun();
}
