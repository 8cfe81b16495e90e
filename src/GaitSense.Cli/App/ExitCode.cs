using System.Runtime.InteropServices;
using GaitSense.Sessions;

namespace GaitSense.Cli.App;

/// <summary>What the command says to the shell. A contract: scripts rely on it.</summary>
internal static class ExitCode
{
    /// <summary>Done. A walk without a stride is a result too, with a warning.</summary>
    public const int Done = 0;

    /// <summary>The input or the world failed, or a timed test came to no trial that counts; one line on stderr says what, where, and what to do.</summary>
    public const int Failed = 1;

    /// <summary>The command was used in a way it cannot be.</summary>
    public const int WrongUsage = 2;

    /// <summary>Ctrl-C; what was done until then is saved.</summary>
    public const int Interrupted = 130;

    /// <summary>What a command that a signal ended says: 128 and the signal's number, as shells have it.</summary>
    public static int OfSignal(PosixSignal signal) => signal switch
    {
        PosixSignal.SIGHUP => 129,
        PosixSignal.SIGTERM => 143,
        _ => Interrupted,
    };

    /// <summary>How a command ends after all recordings were attempted.</summary>
    public static int Of(IEnumerable<AnalysisOutcome> outcomes, bool stopped) =>
        stopped ? Interrupted : outcomes.Any(o => o.Error is not null) ? Failed : Done;
}
