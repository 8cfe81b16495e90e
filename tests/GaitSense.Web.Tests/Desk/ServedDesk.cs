using System.Diagnostics;
using System.Text.RegularExpressions;
using GaitSense.Browser.Tests;

namespace GaitSense.Web.Tests.Desk;

/// <summary>The clinician's desk as a new user starts it: <c>gaitsense serve</c> in a process of its own, with a store that is not there yet unless a command made it, on a port that was free.</summary>
internal sealed partial class ServedDesk : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _pages;
    private Process? _process;

    private ServedDesk(string pages) => _pages = pages;

    /// <summary>The desk's page.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The code of the first run, as the console has it; empty once there are accounts.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The store.</summary>
    public string Store => _folder["clinic.db"];

    /// <summary>Starts it.</summary>
    /// <param name="pages">The build.</param>
    /// <param name="before">A command that makes the store; null: none.</param>
    public static async Task<ServedDesk> StartAsync(string pages, params string[] before)
    {
        ServedDesk desk = new(pages);
        if (before.Length > 0) await desk.RunAsync(before);
        await desk.ServeAsync();
        return desk;
    }

    /// <summary>Runs a command on its store, as whoever keeps it does; it must succeed. What it said.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using Process process = Process.Start(Command([.. arguments, "--store", Store]))!;
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{string.Join(' ', arguments)}: {said} {await errors}");
        return said;
    }

    /// <summary>Serves it, once more after <see cref="StopAsync"/>.</summary>
    public async Task ServeAsync()
    {
        _process = Process.Start(Command(["serve", "--store", Store, "--pages", _pages, "--port", "0"]))!;
        _process.StandardInput.Close();
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
        string said = "";
        (Url, Code) = ("", "");
        // A first run's code comes after the store's name; a store with accounts has none, and then nothing comes any more.
        bool isFirst = !File.Exists(Store + ".served");
        while (!(isFirst ? Code.Length > 0 : said.Contains("the store:", StringComparison.Ordinal)) && await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            said += line + "\n";
            if (Address().Match(line) is { Success: true } address) Url = address.Value;
            if (FirstRun().Match(line) is { Success: true } first) Code = first.Groups["code"].Value;
        }

        if (Url.Length == 0) throw new InvalidOperationException($"gaitsense serve said: {said}");
        await File.WriteAllTextAsync(Store + ".served", "");
    }

    /// <summary>Ends the server; its store stays.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private ProcessStartInfo Command(IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("dotnet", [CommandLine.Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = _folder.Path;
        return start;
    }

    [GeneratedRegex(@"http://localhost:\d+/desk\.html", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"code:\s+(?<code>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstRun();
}
