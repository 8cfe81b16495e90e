using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Storage;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people change</c>.</summary>
internal static class PersonChangeCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people change P07 --aid two_sticks
          gaitsense people change P07 --relapse 2026-11-20    training pauses
          gaitsense people change P07 --cleared 2026-12-28 --status active
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        PersonFields fields = new();
        Argument<string> code = StoreArguments.Person();
        var command = new Command("change", "Change what is kept of a person; what is not given stays.") { code, store.Store };
        foreach (Option option in fields.All) command.Add(option);
        command.SetAction((parsed, stop) => guard((terminal, token) => ChangeAsync(terminal, store, fields, parsed, parsed.GetValue(code)!, token), parsed, stop));
        return command;
    }

    private static async Task<int> ChangeAsync(Terminal terminal, StoreArguments arguments, PersonFields fields, ParseResult parsed, string code, CancellationToken stop)
    {
        if (!fields.AreGiven(parsed)) throw new UsageException("what shall change? Give an option, like --aid one_stick.");
        await using TrainingStore store = await arguments.OpenAsync(terminal, parsed, create: false, stop).ConfigureAwait(false);
        Person person = await StoreArguments.FindAsync(store, code, stop).ConfigureAwait(false);
        await store.People.UpdateAsync(fields.On(person, parsed), stop).ConfigureAwait(false);
        terminal.Out.WriteLine($"changed: {person.Code}");
        return ExitCode.Done;
    }
}
