using System.Diagnostics;

namespace GaitSense.Browser.Tests;

/// <summary>Programs as people run them.</summary>
internal static class CommandLine
{
    /// <summary>Runs the gaitsense command that was built beside these tests.</summary>
    public static Task<string> GaitSenseAsync(params string[] arguments) => RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "gaitsense.dll"), .. arguments]);

    /// <summary>Runs a program in the repository's root; it must succeed. What it said.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{await output}\n{await errors}");
        return await output;
    }
}
