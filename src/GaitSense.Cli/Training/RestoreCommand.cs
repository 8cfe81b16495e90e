using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Documents;
using GaitSense.Storage;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense restore</c>: a backup brought back.</summary>
internal static class RestoreCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense restore monday.zip                      where no store is yet
          gaitsense restore monday.zip --force              the store that is there is kept aside (NAME.before-restore-...)
          gaitsense restore monday.zip --store "Host=db;Database=clinic"    a backup of a file into PostgreSQL, and the other way round
          gaitsense restore monday.zip --check              only read it through: a drill for every month

        The backup is read through first, and brought up to date beside the place; only then it takes the place. Whoever was deleted since it was made is deleted once more: from
        the store that is there, from its list of deletions, and from the newer backups in the same folder it is known who.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> from = CommonOptions.NoOptions(new Argument<string>("FILE") { Description = "A backup." });
        var check = new Option<bool>("--check") { Description = "Only read the backup through, and say what is in it." };
        var force = new Option<bool>("--force") { Description = "Put a store that is there aside." };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("restore", "Bring a backup back, without whoever was deleted since.") { from, store.Store, check, force, json };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => RunAsync(terminal, store, parsed, new Request(parsed.GetValue(from)!, parsed.GetValue(check), parsed.GetValue(force), parsed.GetValue(json)), token),
            parsed,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, StoreArguments arguments, ParseResult parsed, Request request, CancellationToken stop)
    {
        if (request.From.Length == 0) throw new UsageException("which backup? Give its file.");
        if (request.Check)
        {
            BackupCommand.Write(terminal, await StoreBackup.VerifyAsync(request.From, stop).ConfigureAwait(false), request.Json);
            return ExitCode.Done;
        }

        StoreLocation place = arguments.Location(parsed);
        RestoreReport restored = await StoreRestore.RunAsync(request.From, place, new RestoreOptions { Force = request.Force, KeyFile = terminal.IdentityKeyFile, Clock = terminal.Time }, stop).ConfigureAwait(false);
        if (request.Json)
        {
            terminal.Out.Write(StoreJson.Of(restored));
            return ExitCode.Done;
        }

        BackupCommand.Write(terminal, restored.Backup, json: false);
        terminal.Out.WriteLine($"restored to {place.Name}");
        if (restored.Migrated) terminal.Out.WriteLine("the backup was of an older version, and was brought to this one");
        if (restored.DeletedAgain > 0) terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"deleted once more: {restored.DeletedAgain} people who were deleted since the backup was made"));
        if (restored.Aside is { } aside) terminal.Out.WriteLine($"the store that was there is kept as {aside}");
        return ExitCode.Done;
    }

    private sealed record Request(string From, bool Check, bool Force, bool Json);
}
