using System.Runtime.InteropServices;
using GaitSense.Analysis.Walks;
using GaitSense.Cli.App;
using GaitSense.Devices;
using Spectre.Console;

namespace GaitSense.Cli.Commands;

/// <summary>Whether this machine is ready: on one screen of 24 lines and 80 columns, unless everything is asked for.</summary>
internal sealed class MachineDoctor(Terminal terminal, bool all)
{
    private const int Columns = 80, MaxLines = 3, MaxAdapters = 4;
    private const string Indent = "            ";

    /// <summary>Checks it.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        IAnsiConsole console = terminal.CreateConsole();
        Line("GaitSense", WalkContext.LibraryVersion);
        Line("runtime", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription.Trim()} ({RuntimeInformation.ProcessArchitecture})");
        Line("processors", FormattableString.Invariant($"{Environment.ProcessorCount}"));
        Line("terminal", terminal.OutIsTerminal ? "yes: replay shows the live view" : "no: replay writes plain lines");
        Line("", FormattableString.Invariant($"{console.Profile.Width} columns, {(console.Profile.Capabilities.Unicode ? "Unicode" : "ASCII")}"));
        string full = Path.GetFullPath(AnalysisRequest.DefaultOut);
        bool writable = CanWrite(Path.GetDirectoryName(full)!);
        Line("results", full);
        if (!writable) Line("", "PROBLEM: this folder cannot be written; use --out");
        await BluetoothAsync(stop).ConfigureAwait(false);
        return writable ? ExitCode.Done : ExitCode.Failed;
    }

    // A machine without Bluetooth replays and analyses all the same: not a failure.
    private async Task BluetoothAsync(CancellationToken stop)
    {
        try
        {
            await using IBleCentral central = terminal.Bluetooth(null);
            IReadOnlyList<BleAdapterState> adapters = await central.CheckAsync(stop).ConfigureAwait(false);
            foreach (BleAdapterState adapter in adapters.Take(all ? adapters.Count : MaxAdapters))
                Line("Bluetooth", adapter.Problem is { } problem ? $"not ready: {Errors.Line(problem)}" : $"{adapter.Name} {adapter.Address}: ready");
            if (!all && adapters.Count > MaxAdapters) Line("", FormattableString.Invariant($"and {adapters.Count - MaxAdapters} more adapters: gaitsense doctor --all"));
        }
        catch (BleException e)
        {
            Line("Bluetooth", $"not ready: {Errors.Line(e)}");
        }
    }

    // Broken between words to the width of a small screen; what is longer than three lines is cut, and --all has it.
    private void Line(string name, string text)
    {
        List<string> lines = [""];
        foreach (string word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > Columns - Indent.Length) lines.Add(word);
            else lines[^1] += lines[^1].Length > 0 ? " " + word : word;
        }

        if (!all && lines.Count > MaxLines)
        {
            lines.RemoveRange(MaxLines, lines.Count - MaxLines);
            lines[^1] = lines[^1][..Math.Min(lines[^1].Length, Columns - Indent.Length - 8)] + " (--all)";
        }

        for (int i = 0; i < lines.Count; i++) terminal.Out.WriteLine(((i == 0 ? name : "").PadRight(Indent.Length) + lines[i]).TrimEnd());
    }

    private static bool CanWrite(string folder)
    {
        try
        {
            using FileStream probe = new(
                Path.Combine(folder, $".gaitsense-{Environment.ProcessId}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
