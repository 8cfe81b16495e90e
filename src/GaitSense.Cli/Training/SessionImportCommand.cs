using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Imports;
using GaitSense.Recording.Session;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense session import</c>: a recorded walk as a session, analysed, kept with its recording.</summary>
internal static class SessionImportCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense session import P07 my-walk              a recording, or another program's file (see convert)
          gaitsense session import P07 my-walk --task backward --place clinic

          gaitsense session import P07 walk-2026-11-30.zip  a walk that a phone saved: it says itself what it was, and counts for the plan

        The same recording once more is no second session. The day is that of the recording; one without a time has the day of the import.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        Argument<string> recording = CommonOptions.Recording();
        Option<string?> task = PersonFields.Choice<TrainingTask>("--task", "What was done. Default: comfortable_walk.");
        Option<string?> place = PlanTodayCommand.PlaceOption();
        var command = new Command("import", "Analyse a recorded walk and keep it as a person's session.") { code, recording, task, place, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                string path = parsed.GetValue(recording)!;
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                ImportRequest request = new() { Task = PersonFields.Of(parsed, task, TrainingTask.ComfortableWalk), Place = PersonFields.Of(parsed, place, Place.Home) };
                DateTimeOffset now = terminal.Time.GetUtcNow();
                ImportedSession imported = WalkArchive.Is(path)
                    ? await ArrivedFiles.TakeAsync(opened, person, path, path, request, now, token).ConfigureAwait(false)
                    : await SessionImport.TakeAsync(opened, person, path, request, now, token).ConfigureAwait(false);
                Session session = imported.Session;
                if (!imported.IsNew)
                {
                    terminal.Out.WriteLine($"{person.Code}: the recording is session {SessionCommand.Short(session.Id)} already");
                    return ExitCode.Done;
                }

                foreach (string warning in imported.Warnings) terminal.Report($"warning: {warning}");
                string counts = session.Source == SessionSource.Simulation ? ", simulated: it does not count" : "";
                terminal.Out.WriteLine($"{person.Code}: session {SessionCommand.Short(session.Id)} of {path}{counts}; gaitsense session show {SessionCommand.Short(session.Id)} shows it");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
