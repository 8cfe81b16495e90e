using System.Diagnostics;

namespace GaitSense.Lab.Tests;

/// <summary>
/// The Bluetooth lab: a virtual machine with the real BlueZ and emulated controllers. Tests run a command in it and look at its exit status and its
/// output. One at a time: it needs the whole machine.
/// </summary>
internal static class BleLab
{
    private const int TimedOut = 124;

    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>The lab: GAITSENSE_LAB, or shared/ble-lab in a folder above the tests; null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The program of scenarios, built beside these tests.</summary>
    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory.Replace("GaitSense.Lab.Tests", "GaitSense.LabProgram", StringComparison.Ordinal), "lab-program.dll");


    /// <summary>Skips the test, with the reason, where the lab or what it needs is missing.</summary>
    public static async Task RequireAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The Bluetooth lab runs on Linux.");
        Assert.SkipWhen(Folder is null, "The Bluetooth lab is not here: set GAITSENSE_LAB to its folder.");
        (int exitCode, string output) = await StartAsync(["doctor"], TimeSpan.FromSeconds(30));
        Assert.SkipWhen(exitCode != 0, "The Bluetooth lab is not ready: " + string.Join("; ", output.Split('\n').Where(l => l.StartsWith("missing", StringComparison.Ordinal))));
    }

    /// <summary>Runs a command in the lab.</summary>
    /// <param name="options">Options of the lab: sensors, adapters, shared folders.</param>
    /// <param name="command">The command and its arguments; paths are this machine's.</param>
    /// <param name="limitS">How long it may take, seconds; the lab ends it with status 124.</param>
    public static async Task<LabRun> RunAsync(IReadOnlyList<string> options, IReadOnlyList<string> command, int limitS = 110)
    {
        await RequireAsync();
        await OneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            string limit = limitS.ToString(System.Globalization.CultureInfo.InvariantCulture);
            (int exitCode, string output) = await StartAsync(["--timeout", limit, .. options, "--", .. command], TimeSpan.FromSeconds(limitS + 30));
            // A guest that said nothing at all until its time was over never ran the command: emulated processors do not always boot.
            if (exitCode == TimedOut && !output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Any(l => !l.StartsWith("ble-lab:", StringComparison.Ordinal)))
                (exitCode, output) = await StartAsync(["--timeout", limit, .. options, "--", .. command], TimeSpan.FromSeconds(limitS + 30));
            return new LabRun(exitCode, output);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>A scenario of the lab program, on sensors of the lab (none: two controllers that hear each other).</summary>
    public static Task<LabRun> RunScenarioAsync(string[] sensors, params string[] scenario) =>
        RunAsync([.. sensors.SelectMany(s => new[] { "--sensor", s })], ["dotnet", Program, .. scenario]);

    private static async Task<(int ExitCode, string Output)> StartAsync(IReadOnlyList<string> arguments, TimeSpan limit)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder!, "ble-lab"), arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process lab = Process.Start(start)!;
        try
        {
            Task<string> output = lab.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), errors = lab.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await lab.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(limit, TestContext.Current.CancellationToken);
            return (lab.ExitCode, await output + await errors);
        }
        finally
        {
            if (!lab.HasExited) lab.Kill(entireProcessTree: true);
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("GAITSENSE_LAB") is { Length: > 0 } named) return File.Exists(Path.Combine(named, "ble-lab")) ? named : null;
        return Repository.Shared("ble-lab") is { } beside && File.Exists(Path.Combine(beside, "ble-lab")) ? beside : null;
    }
}
