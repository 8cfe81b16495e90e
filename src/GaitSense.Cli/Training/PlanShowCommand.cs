using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense plan show</c>.</summary>
internal static class PlanShowCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense plan show P07                           the newest version
          gaitsense plan show P07 --version 1               an earlier one
          gaitsense plan show P07 --json > plan.json        as a file
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        var version = new Option<int?>("--version") { Description = "Which version. Default: the newest.", HelpName = "N" };
        Option<bool> json = CommonOptions.Json();
        json.Description = "Write plan.json to stdout.";
        var command = new Command("show", "Show a person's plan, week by week.") { code, version, json, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                Plan plan = await FindAsync(opened, person, parsed.GetValue(version), token).ConfigureAwait(false);
                if (parsed.GetValue(json)) terminal.Out.Write(PlanJson.Write(plan, person.Code));
                else PlanTable.Write(terminal, person, plan);
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }

    /// <summary>A version of a person's plan; the newest where none is asked for.</summary>
    public static async Task<Plan> FindAsync(TrainingStore store, Person person, int? version, CancellationToken stop)
    {
        IReadOnlyList<Plan> plans = await store.Plans.ListAsync(person.Id, stop).ConfigureAwait(false);
        if (plans.Count == 0) throw new StoreException(StoreFailure.NotFound, $"{person.Code} has no plan yet: gaitsense plan new {person.Code}");
        return version is null ? plans[^1] : plans.FirstOrDefault(p => p.Version == version) ?? throw new StoreException(StoreFailure.NotFound, $"{person.Code}: the plan has versions 1 to {plans[^1].Version}");
    }
}
