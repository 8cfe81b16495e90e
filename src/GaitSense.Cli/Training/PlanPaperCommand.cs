using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Recording.Files;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Texts;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense plan paper</c>: the page for the fridge.</summary>
internal static class PlanPaperCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense plan paper P07 --out plan.html          weeks from this one on, to print
          gaitsense plan paper P07 --out plan.html --language de

        The page has the code, never a name: write it on by hand.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        var page = new Option<string>("--out", "-o") { Description = "The page to write; an existing file stays unless --force.", HelpName = "FILE", Required = true };
        var language = new Option<string>("--language") { Description = "en or de.", HelpName = "LANGUAGE", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "de");
        Option<bool> force = CommonOptions.Force();
        force.Description = "Write over a file that is there.";
        var command = new Command("paper", "Write a plan as a page for the fridge.") { code, page, language, force, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                string path = StoreArguments.NewFile(parsed.GetValue(page)!, parsed.GetValue(force));
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                Plan plan = await PlanShowCommand.FindAsync(opened, person, version: null, token).ConfigureAwait(false);
                string html = PaperPlan.Html(plan, person, parsed.GetValue(language) is "de" ? Language.German : Language.English, StoreArguments.Today(terminal, person));
                WholeFile.Write(path, html);

                terminal.Out.WriteLine($"written: {path}");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
