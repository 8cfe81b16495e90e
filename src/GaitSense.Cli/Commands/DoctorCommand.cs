using System.CommandLine;
using System.Runtime.InteropServices;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Sessions;
using Spectre.Console;

namespace GaitSense.Cli;

/// <summary><c>gaitsense doctor</c>: what is in a recording and what looks wrong, or whether this machine is ready.</summary>
internal static class DoctorCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense doctor                 this machine: runtime, terminal, Bluetooth, where results would go
          gaitsense doctor my-walk         a recording: sensors, rate, gaps, rest, clipping, units
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var path = CommonOptions.NoOptions(
            new Argument<string?>("PATH") { Description = "Recording folder, or another program's file; without it, this machine is checked.", Arity = ArgumentArity.ZeroOrOne });
        var command = new Command("doctor", "Say what is in a recording and what looks wrong, or check this machine.") { path };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => parsed.GetValue(path) is { } p ? RecordingAsync(terminal, p, token) : MachineAsync(terminal, token),
            parsed,
            stop));
        return command;
    }

    private static async Task<int> MachineAsync(Terminal terminal, CancellationToken stop)
    {
        IAnsiConsole console = terminal.CreateConsole();
        terminal.Out.WriteLine($"GaitSense   {Analysis.WalkContext.LibraryVersion}");
        terminal.Out.WriteLine($"runtime     {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription.Trim()} ({RuntimeInformation.ProcessArchitecture})");
        terminal.Out.WriteLine(FormattableString.Invariant($"processors  {Environment.ProcessorCount}"));
        terminal.Out.WriteLine($"terminal    {(terminal.OutIsTerminal ? "yes: replay shows the live view" : "no: replay writes plain lines")}");
        terminal.Out.WriteLine(FormattableString.Invariant($"            {console.Profile.Width} columns, {(console.Profile.Capabilities.Unicode ? "Unicode" : "ASCII")}"));
        string full = Path.GetFullPath(AnalysisTarget.DefaultOut);
        bool writable = CanWrite(Path.GetDirectoryName(full)!);
        terminal.Out.WriteLine($"results     {full}{(writable ? "" : "   PROBLEM: this folder cannot be written; use --out")}");
        await BluetoothAsync(terminal, stop).ConfigureAwait(false);
        return writable ? ExitCode.Done : ExitCode.Failed;
    }

    // A machine without Bluetooth replays and analyses all the same: not a failure.
    private static async Task BluetoothAsync(Terminal terminal, CancellationToken stop)
    {
        try
        {
            await using IBleCentral central = terminal.Bluetooth(null);
            foreach (BleAdapterState adapter in await central.CheckAsync(stop).ConfigureAwait(false))
                terminal.Out.WriteLine($"Bluetooth   {(adapter.Problem is { } problem ? $"not ready: {Errors.Line(problem)}" : $"{adapter.Name} {adapter.Address}: ready")}");
        }
        catch (BleException e)
        {
            terminal.Out.WriteLine($"Bluetooth   not ready: {Errors.Line(e)}");
        }
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

    private static async Task<int> RecordingAsync(Terminal terminal, string path, CancellationToken stop)
    {
        using RecordingSource source = RecordingSource.Open(path, new WalkSessionOptions());
        using var results = new WalkResults(directory: null);
        WalkSessionResult result;
        await using (new ProgressLine(terminal, $"reading {source.Name}", () => source.Progress ?? 0).Start())
            result = await new WalkSession(source, [results], new WalkSessionOptions()).RunAsync(stop).ConfigureAwait(false);

        terminal.Out.WriteLine($"{source.Name}{(source.Description is { } about ? ": " + about : "")}");
        terminal.Out.WriteLine($"clock     {(source.Walk.SharedClock ? "shared by the sensors" : "each foot has its own: no steps, no double support")}");
        foreach (DataQuality q in result.Quality) WriteFoot(terminal.Out, q, (q.Foot == Foot.Left ? source.Walk.Left : source.Walk.Right).Mounting is not null);
        IEnumerable<string> strides = results.Summary?.Counts.Select(c => FormattableString.Invariant($"{c.Key} {c.Value.Valid} valid of {c.Value.Strides}")) ?? [];
        terminal.Out.WriteLine($"walk      {Phrases.Number(result.DurationS, "0.0", "s")}, strides: {string.Join(", ", strides)}");

        IReadOnlyList<string> warnings = results.Summary?.Warnings ?? [];
        foreach (string warning in warnings) terminal.Out.WriteLine($"look at   {warning}");
        if (warnings.Count == 0 && result.Failure is null) terminal.Out.WriteLine("nothing looks wrong");
        if (result.Interrupted) return ExitCode.Interrupted;
        return result.Failure is { } failure ? Errors.Report(terminal, failure) : ExitCode.Done;
    }

    private static void WriteFoot(TextWriter output, DataQuality q, bool mountingGiven)
    {
        output.WriteLine(FormattableString.Invariant($"{Phrases.Of(q.Foot),-9} {q.Samples} samples at {Phrases.Number(q.RateHz > 0 ? q.RateHz : null, "0.0", "Hz")}, mounting {(mountingGiven ? "given" : "unknown: learned from the signal")}"));
        output.WriteLine($"          at rest {Phrases.Number(q.RestAccelMps2 > 0 ? q.RestAccelMps2 : null, "0.00", "m/s² (9.81 expected)")}");
        output.WriteLine(FormattableString.Invariant(
            $"          {q.Gaps} gaps too long to bridge, {q.BridgedGaps} bridged, {q.NotFinite} rows without numbers, {q.Duplicates} repeated times, {q.OutOfOrder} out of order"));
        output.WriteLine(FormattableString.Invariant($"          at its limit: accelerometer {q.ClippedAccel} samples, gyroscope {q.ClippedGyro}"));
    }
}
