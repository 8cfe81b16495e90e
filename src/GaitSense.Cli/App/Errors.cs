using GaitSense.Core;
using Microsoft.Extensions.Options;

namespace GaitSense.Cli.App;

/// <summary>Turns any failure into one line and an exit code. A stack trace is for those who ask for it.</summary>
internal static class Errors
{
    /// <summary>Reports a failure and says how the command ends.</summary>
    public static int Report(Terminal terminal, Exception failure)
    {
        terminal.Report($"gaitsense: {Line(failure)}");
        if (terminal.Verbose) terminal.ReportDetails(failure);
        return failure is UsageException ? ExitCode.WrongUsage : ExitCode.Failed;
    }

    /// <summary>What a failure is, in one line.</summary>
    public static string Line(Exception failure) => OneLine(failure switch
    {
        GaitSenseException or UsageException => failure.Message,
        OptionsValidationException e => "the configuration is not valid: " + string.Join(" ", e.Failures),
        UnauthorizedAccessException e => $"{e.Message} Check the permissions, or choose another --out.",
        IOException e => e.Message,
        _ => $"unexpected {failure.GetType().Name}: {failure.Message} This is a fault of the program; --verbose shows the details to report.",
    });

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
