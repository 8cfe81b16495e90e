using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Recording.Files;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Phone;
using GaitSense.Training.Plans;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense plan phone</c>: a plan as a file for the person's phone.</summary>
internal static class PlanPhoneCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense plan phone P07 --out plan-for-phone.json

        Hand the file to the person's phone; there: Settings, "Plan from your team", choose the file. The phone follows what the plan has at home, with the sign-offs, falls and pauses that are known today:
        write it anew when one of them changes. It has the code and no name. Walks come back by hand too: gaitsense session import P07 FILE counts them for the plan.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        var file = new Option<string>("--out", "-o") { Description = "The file to write; an existing file stays unless --force.", HelpName = "FILE", Required = true };
        Option<bool> force = CommonOptions.Force();
        force.Description = "Write over a file that is there.";
        var command = new Command("phone", "Write a plan as a file for the person's phone.") { code, file, force, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                string path = StoreArguments.NewFile(parsed.GetValue(file)!, parsed.GetValue(force));
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                Plan plan = await PlanShowCommand.FindAsync(opened, person, version: null, token).ConfigureAwait(false);
                PhonePlan phone = PhonePlan.Of(plan, person, await opened.HistoryAsync(person.Id, token).ConfigureAwait(false), terminal.Time.GetUtcNow());
                WholeFile.Write(path, phone.Write());
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"written: {path}, {plan.Template}, version {plan.Version}, until {plan.To:yyyy-MM-dd}"));
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
