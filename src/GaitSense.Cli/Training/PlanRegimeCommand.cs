using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Regimes;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense plan regime</c>: an administrator's statement, without which progression and verdicts are off.</summary>
internal static class PlanRegimeCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense plan regime                             the statement that counts
          gaitsense plan regime approved_study --reference "vote 123/26" --by ADMIN1

        GaitSense is training and research software and no medical device. Progression and verdicts may only be used within an approved study, or after
        the clinic has decided what the software is there in regulatory terms. The statement is in the audit and on every report.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        string[] words = [.. Enum.GetValues<Regime>().Select(Words.InFiles)];
        var regime = new Argument<string?>("REGIME") { Description = $"Which applies: {string.Join(" or ", words)}.", Arity = ArgumentArity.ZeroOrOne };
        regime.AcceptOnlyFromAmong(words);
        var reference = new Option<string?>("--reference") { Description = "The vote or the decision: a number, a date, a file.", HelpName = "TEXT" };
        Option<string> by = PersonSignOffCommand.By();
        var command = new Command("regime", "State which regime applies to progression and verdicts, or show it.") { regime, reference, by, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                if (parsed.GetValue(regime) is { } word)
                {
                    if (string.IsNullOrWhiteSpace(parsed.GetValue(reference))) throw new UsageException("a statement names what it rests on: --reference \"vote 123/26\".");
                    await opened.Statements.AddAsync(
                        new Statement { Regime = PersonFields.OfWord<Regime>(word), Reference = parsed.GetValue(reference)!, By = parsed.GetValue(by)!, At = terminal.Time.GetUtcNow() },
                        token).ConfigureAwait(false);
                }

                Statement? current = await opened.Statements.CurrentAsync(token).ConfigureAwait(false);
                terminal.Out.WriteLine(current is null ? "no statement: progression and verdicts are off" : $"{Words.InFiles(current.Regime)}: {current.Reference}, by {current.By}, {current.At:yyyy-MM-dd}");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
