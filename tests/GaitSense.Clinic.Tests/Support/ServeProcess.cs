using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GaitSense.Clinic.Tests;

/// <summary><c>gaitsense serve</c> as a process of its own, to be killed.</summary>
internal sealed partial class ServeProcess : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServeProcess(string store, string data)
    {
        ProcessStartInfo start = Of(["serve", "--port", "0", "--store", store]);
        start.Environment["XDG_DATA_HOME"] = data;
        start.Environment["XDG_CONFIG_HOME"] = data;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("the server has ended"));
        _process.EnableRaisingEvents = true;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The built program; null: it is not built.</summary>
    public static string? Program { get; } = Directory.EnumerateFiles(Repository.At("src", "GaitSense.Cli", "bin"), "gaitsense.dll", SearchOption.AllDirectories)
        .Where(f => f.Contains("Release", StringComparison.Ordinal)).MinBy(f => f.Length);

    /// <summary>Where it serves.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>The code of the first run.</summary>
    public string? Code { get; private set; }

    /// <summary>A server that serves.</summary>
    /// <param name="store">The store.</param>
    /// <param name="data">The user's data folder: of PostgreSQL the store's files are there.</param>
    public static async Task<ServeProcess> StartAsync(string store, string data)
    {
        ServeProcess served = new(store, data);
        await served._address.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return served;
    }

    /// <summary>Another command of the program.</summary>
    public static ProcessStartInfo Of(IEnumerable<string> arguments) => new("dotnet", [Program!, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

    /// <summary>Kills it: nothing of it runs any more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    [GeneratedRegex(@"the desk's API:\s+(\S+)api/v1/")]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"first run, with code:\s+(\S+)")]
    private static partial Regex CodeLine();

    // The last line says who can open it.
    private void Read(string? line)
    {
        if (line is null) return;
        if (CodeLine().Match(line) is { Success: true } code) Code = code.Groups[1].Value;
        if (AddressLine().Match(line) is { Success: true } address) _found = new Uri(address.Groups[1].Value);
        if (_found is not null && line.Contains("can open it", StringComparison.Ordinal)) _address.TrySetResult(_found);
    }

    private Uri? _found;
}
