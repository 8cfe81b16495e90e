using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense plan change</c>: a plan from a file as the person's next version.</summary>
internal static class PlanChangeCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense plan show P07 --json > plan.json
          gaitsense plan change P07 plan.json --reason "holiday: two sessions a week"

        A version is never changed: the file becomes the next one, with its reason. What a session has used stays as it was.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        Argument<string> file = CommonOptions.NoOptions(new Argument<string>("FILE") { Description = "plan.json, as gaitsense plan show --json writes it." });
        var reason = new Option<string>("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };
        Option<string> by = PersonSignOffCommand.By();
        var command = new Command("change", "Make a plan from a file the person's next version.") { code, file, reason, by, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                string path = parsed.GetValue(file)!;
                if (string.IsNullOrWhiteSpace(parsed.GetValue(reason))) throw new UsageException("--reason is empty. Say in a few words why the plan changes.");
                if (!File.Exists(path)) throw new TrainingFileException(path, "there is no such file");
                PlanDocument document = PlanJson.Read(path, await File.ReadAllTextAsync(path, token).ConfigureAwait(false));
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                IReadOnlyList<Plan> versions = await opened.Plans.ListAsync(person.Id, token).ConfigureAwait(false);
                DateTimeOffset now = terminal.Time.GetUtcNow();
                Plan next = PlanJson.ToPlan(PlanJson.Next(path, document, versions, person, parsed.GetValue(reason)!, parsed.GetValue(by)!, now), person, Guid.CreateVersion7(now));
                await opened.Plans.AddAsync(PlanVersions.Add(versions, next)[^1], token).ConfigureAwait(false);
                PlanTable.Write(terminal, person, next);
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
