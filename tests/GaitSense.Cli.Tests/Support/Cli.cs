namespace GaitSense.Cli.Tests;

/// <summary>Runs the command in this process, through the entry that the program itself uses.</summary>
internal static class Cli
{
    public sealed record Outcome(int Code, string Out, string Error)
    {
        /// <summary>The lines of stderr that are no warnings.</summary>
        public string[] Errors => [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("warning: ", StringComparison.Ordinal))];
    }

    public static Task<Outcome> RunAsync(params string[] args) => RunAsync(args, new FakeClock(), CancellationToken.None);

    public static async Task<Outcome> RunAsync(string[] args, TimeProvider clock, CancellationToken stop)
    {
        using StringWriter output = new(), error = new();
        var terminal = new Terminal { Out = TextWriter.Synchronized(output), Error = TextWriter.Synchronized(error), Time = clock };
        int code = await CommandLineApp.RunAsync(args, terminal, stop);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>One clear line on stderr, no stack trace, and the exit code of a failed input.</summary>
    public static void ShouldFailInOneLine(this Outcome outcome, params string[] parts)
    {
        outcome.Code.ShouldBe(ExitCode.Failed, outcome.Error);
        outcome.Errors.Length.ShouldBe(1, outcome.Error);
        foreach (string part in parts) outcome.Errors[0].ShouldContain(part);
        outcome.Errors[0].ShouldStartWith("gaitsense: ");
        outcome.Error.ShouldNotContain("   at ");
    }
}
