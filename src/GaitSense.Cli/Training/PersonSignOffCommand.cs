using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people sign-off</c>: a clinician's word that something may be done at home.</summary>
internal static class PersonSignOffCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people sign-off P07 backward_at_home             from today, 14 days
          gaitsense people sign-off P07 dual_task_at_home --days 7 --by PT2
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        var what = new Argument<string>("WHAT") { Description = $"What is allowed: {string.Join(" or ", Enum.GetValues<SignOffKind>().Select(Words.InFiles))}." };
        what.AcceptOnlyFromAmong([.. Enum.GetValues<SignOffKind>().Select(Words.InFiles)]);
        var days = new Option<int>("--days") { Description = "For how many days from today, 1 to 14.", HelpName = "N", DefaultValueFactory = _ => SignOffRules.MostDays };
        NumberRule.Between(days, 1, SignOffRules.MostDays);
        Option<string> by = By();
        var command = new Command("sign-off", "Note a clinician's sign-off for something at home.") { code, what, days, by, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                DateOnly today = StoreArguments.Today(terminal, person);
                SignOff signOff = new()
                {
                    Id = Guid.CreateVersion7(terminal.Time.GetUtcNow()),
                    PersonId = person.Id,
                    By = parsed.GetValue(by)!,
                    From = today,
                    Until = today.AddDays(parsed.GetValue(days) - 1),
                    What = PersonFields.OfWord<SignOffKind>(parsed.GetValue(what)!),
                };
                await opened.SignOffs.AddAsync(signOff, token).ConfigureAwait(false);
                terminal.Out.WriteLine($"{person.Code}: {Words.InFiles(signOff.What)} until {signOff.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }

    /// <summary>Who says so.</summary>
    public static Option<string> By() => new("--by") { Description = "Who says so, a pseudonym like PT2.", HelpName = "CODE", DefaultValueFactory = _ => "owner" };
}
