using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Storage;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people add</c>.</summary>
internal static class PersonAddCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people add P07
          gaitsense people add P08 --aid one_stick --affected-side left --leg-length 0.86 --disease-steps 4

        The first person makes the store. A code is a pseudonym: letters, digits, - and _, and never a name or a date of birth.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        PersonFields fields = new();
        Argument<string> code = StoreArguments.Person();
        var command = new Command("add", "Add a person.") { code, store.Store };
        foreach (Option option in fields.All) command.Add(option);
        command.SetAction((parsed, stop) => guard((terminal, token) => AddAsync(terminal, store, fields, parsed, parsed.GetValue(code)!, token), parsed, stop));
        return command;
    }

    private static async Task<int> AddAsync(Terminal terminal, StoreArguments arguments, PersonFields fields, ParseResult parsed, string code, CancellationToken stop)
    {
        Person person = fields.On(new Person { Id = Guid.CreateVersion7(terminal.Time.GetUtcNow()), Code = code, Zone = TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "Etc/UTC" }, parsed);
        await using TrainingStore store = await arguments.OpenAsync(terminal, parsed, create: true, stop).ConfigureAwait(false);
        await store.People.AddAsync(person, stop).ConfigureAwait(false);
        terminal.Out.WriteLine($"added: {person.Code}, in {store.Location.Name}; next: gaitsense plan new {person.Code}");
        // Sessions keep what is said of their person when they begin: said later, it is not said of them.
        if (person.Aid is null || person.Orthosis is null) terminal.Report("not said: " + string.Join(" and ", new[] { person.Aid is null ? "--aid" : null, person.Orthosis is null ? "--orthosis" : null }.OfType<string>()) + "; without both there is no verdict of change");
        return ExitCode.Done;
    }
}
