using System.CommandLine;
using GaitSense.Analysis.Walks;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Recording.Files;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Verdicts;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense progress</c>: what changed over weeks, and whether it is more than measuring noise.</summary>
internal static class ProgressCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense progress P07                            forward and backward side by side, with limits
          gaitsense progress P07 --out out/P07              the same as a page, a picture and JSON
          gaitsense progress P07 --simulated                of sessions that were simulated, to try it out

        Verdicts are off until an administrator has stated which rules apply (gaitsense plan regime). They are for the clinician's desk: for research and
        training, not for treatment decisions. No clear change does not mean that nothing changed.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        Option<string?> folder = CommonOptions.Out("Folder for progress.html, progress.svg and progress.json; files that are there stay unless --force.");
        Option<bool> force = CommonOptions.Force();
        force.Description = "Write over files that are there.";
        var simulated = new Option<bool>("--simulated") { Description = "Look at simulated sessions: they count for nobody." };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("progress", "Show a person's measures over weeks, with limits and verdicts.") { code, folder, force, simulated, json, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                ProgressReport report = ProgressReport.Of(
                    person.Code,
                    StoreArguments.Today(terminal, person),
                    await opened.Sessions.ListAsync(person.Id, cancellation: token).ConfigureAwait(false),
                    statement: await opened.Statements.CurrentAsync(token).ConfigureAwait(false),
                    simulated: parsed.GetValue(simulated));
                terminal.Out.Write(parsed.GetValue(json) ? report.ToJson() : report.ToText());
                if (parsed.GetValue(folder) is { } to) Write(terminal, report, to, parsed.GetValue(force));
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }

    private static void Write(Terminal terminal, ProgressReport report, string folder, bool force)
    {
        if (string.IsNullOrWhiteSpace(folder)) throw new UsageException("--out is empty. Give a folder.");
        (string Name, string Text)[] files = [("progress.html", report.ToHtml(WalkContext.LibraryVersion)), ("progress.svg", report.ToSvg()), ("progress.json", report.ToJson())];
        if (!force && files.FirstOrDefault(f => File.Exists(Path.Combine(folder, f.Name))) is { Name: { } there })
            throw new StoreException(StoreFailure.Conflict, $"{Path.Combine(folder, there)} is there already: give another folder, or --force");
        PrivateFiles.CreateFolder(folder);
        foreach ((string name, string text) in files) WholeFile.Write(Path.Combine(folder, name), text);
        terminal.Out.WriteLine($"page: {Path.Combine(folder, files[0].Name)}");
    }
}
