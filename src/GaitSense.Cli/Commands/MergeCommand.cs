using System.CommandLine;
using GaitSense.Analysis.Cohorts;
using GaitSense.Cli.App;
using GaitSense.Sessions;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense merge</c>: the shards of a cohort become one.</summary>
internal static class MergeCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense analyze walks --out results --shard 1/2     one part, here
          gaitsense analyze walks --out results --shard 2/2     the other, perhaps on another machine that sees the same folder
          gaitsense merge results                               results/cohort.csv and results/cohort.html of all
          gaitsense merge from-a from-b --out results           parts that were written to different folders: their results are copied

        The table and the page are the same bytes as those of one machine that analysed all. A part that is missing or was stopped is named.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var folders = CommonOptions.NoOptions(new Argument<string[]>("OUT") { Description = "Folder that analyze --shard wrote to; several may be given.", Arity = ArgumentArity.OneOrMore });
        var outDirectory = CommonOptions.Out("Folder of the whole. Default: the one OUT.");
        var force = CommonOptions.Force();
        var json = CommonOptions.Json();
        var command = new Command("merge", "Make one cohort of the parts that analyze --shard made.") { folders, outDirectory, json, force };
        command.SetAction((parsed, stop) => guard(
            (terminal, _) => Task.FromResult(Run(terminal, parsed.GetRequiredValue(folders), parsed.GetValue(outDirectory), parsed.GetValue(json), parsed.GetValue(force))),
            parsed,
            stop));
        return command;
    }

    private static int Run(Terminal terminal, string[] folders, string? outDirectory, bool json, bool force)
    {
        if (outDirectory is { Length: 0 } || folders.Any(string.IsNullOrWhiteSpace)) throw new UsageException("a folder's path is empty.");
        if (outDirectory is null && folders.Length > 1) throw new UsageException("where does the whole go? With several folders, give --out DIR.");
        string target = outDirectory ?? folders[0];
        Cohort cohort = CohortMerge.Run(folders, target, force);
        AnalysisOutcome[] outcomes = [.. cohort.Entries.Select(e => Outcome(target, e))];
        foreach (AnalysisOutcome outcome in outcomes.Where(o => o.Error is not null)) terminal.Report($"gaitsense: {outcome.Error}");
        if (json) terminal.Out.Write(OutcomeJson.Of(outcomes));
        else OutcomeTable.Write(terminal, outcomes, target, shard: null);
        return ExitCode.Of(outcomes, stopped: false);
    }

    private static AnalysisOutcome Outcome(string target, CohortEntry entry) =>
        new(new AnalysisTarget(entry.Name, entry.Name, CohortFolder.ResultsOf(target, entry.Name), 1), null, null, entry.Error) { IsInFile = entry.Reader is not null, WasFinished = true };
}
