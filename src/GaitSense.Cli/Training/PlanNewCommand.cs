using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Clinic.Plans;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense plan new</c>: a person's first plan.</summary>
internal static class PlanNewCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense plan new P07 --longest 12               comfortable walks of 6 minutes
          gaitsense plan new P07                            nothing is known: 3 times 2 minutes with seated rests
          gaitsense plan new P07 --programme backward-8-weeks --path 5 --longest 15
          gaitsense plan new P07 --programme mine.json      a programme of your own (src/GaitSense.Training/Plans/FORMAT.md)
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        var programme = new Option<string>("--programme") { Description = "A programme (gaitsense plan lists them) or a file.", HelpName = "NAME", DefaultValueFactory = _ => "comfortable-walk" };
        programme.CompletionSources.Add([.. ProgrammeLibrary.Names]);
        Option<string?> from = PersonFields.DateOption("--from", string.Create(CultureInfo.InvariantCulture, $"First day, at most {PlanLimits.MaxDaysToBegin} days from today. Default: today."));
        var path = Number("--path", "Length of the measured path that is walked backward, 2 to 10 m.", "M", 2, 10);
        var longest = Number("--longest", "The longest comfortable walk that was seen, 0.1 to 120 minutes.", "MIN", 0.1, 120);
        var rest = Number("--rest-after", "Minute of a walk at which a rest was needed.", "MIN", 0, 120);
        var index = Number("--walked-index", "Distance walked index of a 6-minute walk, last minute against first, -100 to 100 percent.", "PERCENT", -100, 100);
        Option<string> by = PersonSignOffCommand.By();
        var command = new Command("new", "Make a person's first plan of a programme.") { code, programme, from, path, longest, rest, index, by, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                DateTimeOffset now = terminal.Time.GetUtcNow();
                PlanRequest request = new()
                {
                    Id = Guid.CreateVersion7(now),
                    Person = person,
                    Programme = Find(parsed.GetValue(programme)!),
                    From = PersonFields.DateOf(parsed, from) ?? StoreArguments.Today(terminal, person),
                    By = parsed.GetValue(by)!,
                    MadeAt = now,
                    Known = new KnownWalks { LongestMinutes = parsed.GetValue(longest), RestNeededAfterMinutes = parsed.GetValue(rest), FatigabilityPercent = parsed.GetValue(index) },
                    PathM = parsed.GetValue(path),
                };
                Plan plan = await PlanWork.AddAsync(opened, request, $"gaitsense plan show {person.Code} --json > plan.json, edit it, then gaitsense plan change {person.Code} plan.json", token).ConfigureAwait(false);
                PlanTable.Write(terminal, person, plan);
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }

    private static Programme Find(string name)
    {
        if (ProgrammeLibrary.Find(name) is { } known) return known;
        if (!File.Exists(name)) throw new UsageException($"there is no programme {name}, and no such file{DidYouMean.Ending(name, ProgrammeLibrary.Names)}");
        return ProgrammeJson.Read(name, File.ReadAllText(name));
    }

    private static Option<double?> Number(string name, string description, string unit, double min, double max)
    {
        Option<double?> option = new(name) { Description = description, HelpName = unit };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double value) && !(value >= min && value <= max))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {result.Tokens[0].Value}; it should be {min} to {max}."));
        });
        return option;
    }
}
