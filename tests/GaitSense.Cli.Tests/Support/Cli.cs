using GaitSense.Cli.App;
using GaitSense.Devices;

namespace GaitSense.Cli.Tests;

/// <summary>
/// Runs the command in this process, through the entry that the program itself uses. It sees no Bluetooth and no user's files unless a test gives some, and takes its words from a
/// folder: the speech engine is a program to start for each phrase, and SpeechTests and the commands that run as processes have it.
/// </summary>
internal static class Cli
{
    private static readonly Lazy<SpeechOptions> Spoken = new(() =>
    {
        TestFolder folder = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return HeardSound.SpokenBy(folder["words"]);
    });

    public sealed record Outcome(int Code, string Out, string Error)
    {
        /// <summary>The lines of stderr that are no warnings.</summary>
        public string[] Errors => [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("warning: ", StringComparison.Ordinal))];
    }

    public static Task<Outcome> RunAsync(params string[] args) => RunAsync(args, new FakeClock(), CancellationToken.None);

    public static Task<Outcome> RunAsync(string[] args, TimeProvider clock, CancellationToken stop) => RunAsync(args, t => t with { Time = clock }, stop);

    /// <summary>Runs it with a terminal that a test has changed; its clock jumps (<see cref="FakeClock"/>) unless the test gives another.</summary>
    public static async Task<Outcome> RunAsync(string[] args, Func<Terminal, Terminal> with, CancellationToken stop)
    {
        using StringWriter output = new(), error = new();
        Terminal terminal = with(new Terminal
        {
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            Time = new FakeClock(),
            Bluetooth = _ => FakeCentral.Unusable(BleFailure.NoAdapter),
            Peripheral = (_, _, _) => throw new BleException(BleFailure.NoAdapter, "hci0"),
            SensorsFile = Path.Combine(Path.GetTempPath(), "gaitsense-cli-test-none", "sensors.json"),
            SoundFile = Path.Combine(Path.GetTempPath(), "gaitsense-cli-test-none", "sound.json"),
            Speech = Spoken.Value,
        });
        int code = await CommandLineApp.RunAsync(args, terminal, stop);
        return BareKeys.Checked(new Outcome(code, output.ToString(), error.ToString()), args);
    }

    /// <summary>One clear line on stderr, no stack trace, and the exit code of a failed input.</summary>
    public static void ShouldFailInOneLine(this Outcome outcome, params string[] parts)
    {
        outcome.Errors.Length.ShouldBe(1, outcome.Error);
        outcome.ShouldEndInOneLine(parts);
    }

    /// <summary>The same, after lines that told what was being done.</summary>
    public static void ShouldEndInOneLine(this Outcome outcome, params string[] parts)
    {
        outcome.Code.ShouldBe(ExitCode.Failed, outcome.Error);
        outcome.Errors.Count(l => l.StartsWith("gaitsense: ", StringComparison.Ordinal)).ShouldBe(1, outcome.Error);
        outcome.Errors[^1].ShouldStartWith("gaitsense: ");
        foreach (string part in parts) outcome.Errors[^1].ShouldContain(part);
        outcome.Error.ShouldNotContain("   at ");
    }
}
