using System.Diagnostics;
using System.Globalization;
using System.Text;
using GaitSense.Core;

namespace GaitSense.Cli.Tests;

/// <summary>The program as a process of its own that records a simulated walk in real time, to be ended the hard way.</summary>
internal sealed class RecordingProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "gaitsense.dll");

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly SemaphoreSlim _news = new(0);

    private RecordingProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Add(e.Data);
        _process.ErrorDataReceived += (_, e) => Add(e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    // One monotonic clock for all processes of a machine.
    private static HostTime Now => HostTime.FromTicks(Stopwatch.GetTimestamp(), Stopwatch.Frequency);

    public static RecordingProcess Start(string[] before, string session)
    {
        string[] command = [.. before, "dotnet", Program, .. Arguments(session)];
        return new RecordingProcess(StartInfo(command[0], command[1..]));
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using RecordingProcess process = new(StartInfo("dotnet", [Program, .. arguments]));
        return await process.EndAsync();
    }

    /// <summary>On a drive of its own with so little room; afterwards what is on it is copied to <paramref name="session"/>.</summary>
    public static RecordingProcess StartOnSmallDrive(int kilobytes, string session, string drive)
    {
        Directory.CreateDirectory(drive);
        string arguments = string.Join(' ', Arguments(Path.Combine(drive, "s")));
        string script = string.Create(CultureInfo.InvariantCulture, $"mount -t tmpfs -o size={kilobytes}k tmpfs '{drive}' || exit 99; dotnet '{Program}' {arguments}; status=$?; cp -r '{drive}/s' '{session}'; exit $status");
        return new RecordingProcess(StartInfo("unshare", [.. Namespace, "sh", "-c", script]));
    }

    /// <summary>Whether this system lets a test have a drive of its own.</summary>
    public static async Task<bool> CanMountAsync()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using var probe = Process.Start(StartInfo("unshare", [.. Namespace, "sh", "-c", "mount -t tmpfs -o size=16k tmpfs /mnt"]))!;
            await probe.WaitForExitAsync(TestContext.Current.CancellationToken);
            return probe.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Waits for a text in the output; when it came.</summary>
    public async Task<HostTime> UntilAsync(string text)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited) throw new InvalidOperationException($"it ended before \"{text}\":\n{Output}");
            await _news.WaitAsync(TimeSpan.FromMilliseconds(200), patience.Token);
        }

        return Now;
    }

    /// <summary>Sends it a signal so many times, some milliseconds apart, as <c>timeout</c> does.</summary>
    public async Task SignalAsync(string signal, int times)
    {
        string pid = _process.Id.ToString(CultureInfo.InvariantCulture);
        string script = string.Join("; sleep 0.02; ", Enumerable.Repeat($"kill -{signal} {pid}", times));
        using var shell = Process.Start("sh", ["-c", script]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Kills it; when.</summary>
    public HostTime Kill()
    {
        HostTime now = Now;
        _process.Kill();
        _process.WaitForExit();
        return now;
    }

    public async Task<(int Code, string Output)> EndAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, Output);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _news.Dispose();
    }

    private static string[] Namespace => Environment.IsPrivilegedProcess ? ["--mount"] : ["--map-root-user", "--mount"];

    private static string[] Arguments(string session) => ["walk", "--simulate", "healthy", "--seed", "1", "--duration", "20", "--plain", "--record", session];

    private static ProcessStartInfo StartInfo(string file, IEnumerable<string> arguments) =>
        new(file, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

    private void Add(string? line)
    {
        if (line is null) return;
        lock (_output) _output.Append(line).Append('\n');
        _news.Release();
    }
}
