using System.CommandLine;
using System.Runtime.InteropServices;
using GaitSense.Devices;
using Spectre.Console;

namespace GaitSense.Cli;

/// <summary><c>gaitsense doctor</c>: what is in a recording and what looks wrong, or whether this machine is ready.</summary>
internal static class DoctorCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense doctor                 this machine: runtime, terminal, Bluetooth, where results would go
          gaitsense doctor my-walk         a recording: sensors, rate, gaps, rest, clipping, units, clocks, sides
          gaitsense doctor left_foot.csv   another program's file (see convert), and what was assumed
          gaitsense doctor walk.csv --units acc=g,gyr=deg/s      the same, with what the file does not say (options as in convert)
          gaitsense doctor my-walk --json | jq '.findings[] | select(.problem)'
          gaitsense doctor s1              a session: what is whole, and whether a replay decides what was decided live
          gaitsense doctor s1 --repair s1-mended      a copy of all that is whole

        "look at" is to be read with care; "PROBLEM" makes results wrong or keeps them from being made. Exit code 1: it could not be read whole, or its units are wrong.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var path = CommonOptions.NoOptions(
            new Argument<string?>("PATH") { Description = "Recording folder, session, or another program's file; without it, this machine is checked.", Arity = ArgumentArity.ZeroOrOne });
        var json = CommonOptions.Json();
        var repair = new Option<string?>("--repair") { Description = "With a session recording: write a mended copy to this folder; the original is only read.", HelpName = "OUT" };
        var command = new Command("doctor", "Say what is in a recording and what looks wrong, or check this machine.") { path, json, repair };
        var import = new ImportArguments();
        import.AddTo(command);
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => (parsed.GetValue(path), parsed.GetValue(repair)) switch
            {
                (null, null) when parsed.GetValue(json) => throw new UsageException("--json is about a recording: give PATH."),
                (null, null) => MachineAsync(terminal, token),
                ({ } p, null) when Recording.SessionFolder.Find(p) is not null => new SessionDoctor(terminal, p).RunAsync(parsed.GetValue(json), token),
                ({ } p, { } to) when Recording.SessionFolder.Find(p) is not null => Task.FromResult(new SessionDoctor(terminal, p).Repair(to)),
                ({ } p, null) => RecordingDoctor.RunAsync(terminal, p, import.Read(parsed), parsed.GetValue(json), token),
                _ => throw new UsageException("--repair is for session recordings: gaitsense doctor SESSION --repair OUT."),
            },
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
        string full = Path.GetFullPath(AnalysisRequest.DefaultOut);
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
}
