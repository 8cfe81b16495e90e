using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Documents;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Progression;
using GaitSense.Training.Regimes;
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
                Statement? statement = await opened.Statements.CurrentAsync(token).ConfigureAwait(false);
                ProgressionAnswer answer = ProgressionRules.Of(new ProgressionRequest
                {
                    Person = person,
                    Today = StoreArguments.Today(terminal, person),
                    History = await opened.HistoryAsync(person.Id, token).ConfigureAwait(false),
                    Statement = statement,
                });
                if (parsed.GetValue(json)) terminal.Out.Write(StoreJson.Of(answer));
                Catalogue texts = Catalogue.Of(Language.English);
                if (answer.Proposal is not { } proposal)
                {
                    if (!parsed.GetValue(json)) foreach (string reason in answer.Reasons) terminal.Out.WriteLine(texts.Clinician(reason));
                    if (parsed.GetValue(confirm)) throw new StoreException(StoreFailure.Refused, $"{person.Code}: nothing is proposed that could be confirmed");
                    return ExitCode.Done;
                }

                if (!parsed.GetValue(json)) terminal.Out.WriteLine(ReasonText.Of(proposal.Reason, texts));
                if (parsed.GetValue(confirm)) await ConfirmAsync(terminal, opened, person, proposal, statement!, parsed.GetValue(by)!, token).ConfigureAwait(false);
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }

    private static async Task ConfirmAsync(Terminal terminal, TrainingStore store, Person person, Proposal proposal, Statement statement, string by, CancellationToken stop)
    {
        if (proposal.Kind == ProposalKind.Pause)
        {
            await store.People.UpdateAsync(person with { Status = PersonStatus.Paused }, stop).ConfigureAwait(false);
            terminal.Out.WriteLine($"{person.Code} pauses; gaitsense people change {person.Code} --status active starts again");
            return;
        }

        DateTimeOffset now = terminal.Time.GetUtcNow();
        Plan next = PlanChange.Confirm(await store.Plans.ListAsync(person.Id, stop).ConfigureAwait(false), proposal, statement, by, now, Guid.CreateVersion7(now));
        await store.Plans.AddAsync(next, stop).ConfigureAwait(false);
        PlanTable.Write(terminal, person, next);
    }
}
