using System.Diagnostics;

namespace GaitSense.Browser.Tests;

/// <summary>Programs as people run them.</summary>
internal static class CommandLine
{
    /// <summary>The gaitsense command, where it was built: a copy of it beside tests does not find SQLite, for it is built for one kind of machine and they for all.</summary>
    public static string Program { get; } = Path.Combine([Repository.At("src", "GaitSense.Cli"), .. AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^3..], "gaitsense.dll"]);

    /// <summary>Runs the gaitsense command.</summary>
    public static Task<string> GaitSenseAsync(params string[] arguments) => RunAsync("dotnet", [Program, .. arguments]);

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
