using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Documents;
using GaitSense.Training.Programmes;
using GaitSense.Training.Texts;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense plan</c>: programmes, and people's plans made of them.</summary>
internal static class PlanCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense plan                                    the programmes that there are
          gaitsense plan new P07 --programme backward-8-weeks --longest 12    a first plan: half of the longest comfortable walk, at most 10 minutes
          gaitsense plan show P07                           week by week
          gaitsense plan today P07                          what is offered today, or why nothing is
          gaitsense plan paper P07 --out plan.html          a page for the fridge
          gaitsense plan phone P07 --out plan-for-phone.json    for the person's phone: Settings, "Plan from your team"
          gaitsense plan show P07 --json > plan.json        to edit; then: gaitsense plan change P07 plan.json --reason "..."
          gaitsense plan propose P07                        whether the rules would go up or down; a clinician confirms
          gaitsense plan simulate --people 200              eight weeks of simulated people, and what held

        Programmes come with the program; plans are in the store, and each command above takes --store (gaitsense plan new --help).
        All numbers of programmes are proposals until a physiotherapist has signed them.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples)
    {
        Parts = [PlanNewCommand.Definition, PlanShowCommand.Definition, PlanTodayCommand.Definition, PlanPaperCommand.Definition, PlanPhoneCommand.Definition, PlanChangeCommand.Definition, PlanProposeCommand.Definition, PlanRegimeCommand.Definition, PlanSimulateCommand.Definition],
    };

    private static Command Create(Guard guard)
    {
        Option<bool> json = CommonOptions.Json();
        var command = new Command("plan", "Programmes and plans: make, show, change, what is offered today.") { json };
        command.SetAction((parsed, stop) => guard((terminal, _) => Task.FromResult(List(terminal, parsed.GetValue(json))), parsed, stop));
        return command;
    }

    private static int List(Terminal terminal, bool json)
    {
        if (json)
        {
            terminal.Out.Write(StoreJson.Of(ProgrammeLibrary.All));
            return ExitCode.Done;
        }

        Catalogue texts = Catalogue.Of(Language.English);
        StoreTable.Write(
            terminal,
            ["programme", "what it is", "weeks", "signed"],
            ProgrammeLibrary.All.Select(p => new[] { p.Id, texts.Walker("programme." + p.Id), p.Weeks.ToString(CultureInfo.InvariantCulture), p.SignedBy ?? "by nobody yet" }));
        if (ProgrammeLibrary.All.Any(p => p.NeedsSigning)) terminal.Out.WriteLine(texts.Clinician("note.not-signed"));
        return ExitCode.Done;
    }
}
