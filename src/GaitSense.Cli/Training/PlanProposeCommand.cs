using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Documents;
using GaitSense.Clinic.Plans;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Progression;
using GaitSense.Training.Texts;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense plan propose</c>: what the rules of progression propose, and a clinician's yes to it.</summary>
internal static class PlanProposeCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense plan propose P07                        up, down, a pause, or why the plan stays
          gaitsense plan propose P07 --confirm --by PT2     makes it the next version of the plan

        Off until an administrator has stated which regime applies: gaitsense plan regime --help
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        var confirm = new Option<bool>("--confirm") { Description = "A clinician's yes: the proposal becomes the plan's next version, or the person pauses." };
        Option<string> by = PersonSignOffCommand.By();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("propose", "Show whether the rules would change a plan; with --confirm, change it.") { code, confirm, by, json, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                DateTimeOffset now = terminal.Time.GetUtcNow();
                ProgressionAnswer answer = await PlanWork.ProposeAsync(opened, person, now, token).ConfigureAwait(false);
                if (parsed.GetValue(json)) terminal.Out.Write(StoreJson.Of(answer));
                Catalogue texts = Catalogue.Of(Language.English);
                if (answer.Proposal is not { } proposal)
                {
                    if (!parsed.GetValue(json)) foreach (string reason in answer.Reasons) terminal.Out.WriteLine(texts.Clinician(reason));
                    if (parsed.GetValue(confirm)) throw new StoreException(StoreFailure.Refused, $"{person.Code}: nothing is proposed that could be confirmed");
                    return ExitCode.Done;
                }

                if (!parsed.GetValue(json)) terminal.Out.WriteLine(ReasonText.Of(proposal.Reason, texts));
                if (!parsed.GetValue(confirm)) return ExitCode.Done;
                if (await PlanWork.ConfirmAsync(opened, person, proposal, parsed.GetValue(by)!, now, token).ConfigureAwait(false) is { } next) PlanTable.Write(terminal, person, next);
                else terminal.Out.WriteLine($"{person.Code} pauses; gaitsense people change {person.Code} --status active starts again");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
