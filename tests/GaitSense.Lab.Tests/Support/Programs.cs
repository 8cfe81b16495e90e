using System.Diagnostics;

namespace GaitSense.Lab.Tests;

/// <summary>What runs in the guest: the command line, compiled ahead because an emulated processor compiles slowly, and the firmware in C.</summary>
internal static class Programs
{
    private static readonly Lazy<Task<string>> Published = new(PublishAsync);
    private static readonly Lazy<Task<string>> Compiled = new(CompileAsync);

    /// <summary>Folder of this repository.</summary>
    public static string Root => Repository.Root;

    /// <summary>Folder of files that tests bring.</summary>
    public static string Support { get; } = Path.Combine(Root, "tests", "GaitSense.Lab.Tests", "Support");

    /// <summary>gaitsense.dll.</summary>
    public static Task<string> GaitSenseAsync() => Published.Value;

    /// <summary>The C reference as a shared library.</summary>
    public static Task<string> FirmwareAsync() => Compiled.Value;

    /// <summary>Runs a program of this machine to its end; its output.</summary>
    public static async Task<string> RunAsync(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Root };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string all = await output + await errors;
        process.ExitCode.ShouldBe(0, $"{file} {string.Join(' ', arguments)}\n{all}");
        return all;
    }

    private static async Task<string> PublishAsync()
    {
#if !DEBUG
        // A release build is compiled ahead already (Startup.targets), and these tests' build brings it.
        string built = Path.Combine(Root, "src", "GaitSense.Cli", "bin", "Release", "net10.0", "gaitsense.dll");
        if (File.Exists(built)) return built;
#endif
        string to = Path.Combine(Root, "artifacts", "lab-cli");
        await RunAsync(
            "dotnet", "publish", "src/GaitSense.Cli", "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", to, "-v", "quiet", "--disable-build-servers");
        return Path.Combine(to, "gaitsense.dll");
    }

    private static async Task<string> CompileAsync()
    {
        await RunAsync("make", "-C", "firmware-protocol/c");
        return Path.Combine(Root, "artifacts", "firmware", "libgaitsense_protocol.so");
    }
}
