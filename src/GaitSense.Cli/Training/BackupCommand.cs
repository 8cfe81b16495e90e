using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Documents;
using GaitSense.Storage;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense backup</c>: a store as one file, verified.</summary>
internal static class BackupCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense backup /media/disk/gaitsense            a folder: a file named by its time; recordings go once into the folder recordings beside it
          gaitsense backup monday.zip                       one file with everything
          gaitsense backup monday.zip --with-key            with the key of the identity file: who has the file can read who the people are
          gaitsense restore monday.zip --check              whether it is whole, today

        Made while the store is in use. In it are the database, the recordings, who the people are (encrypted; without --with-key nobody reads it who has the file alone), the
        rules, and a manifest with the hash of each file and of the audit's last line. After writing it is read once more. A person who is deleted later is still in it: keep
        backups only as long as you must, and in one folder, so that a restore finds in the newer ones who was deleted.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> to = CommonOptions.NoOptions(new Argument<string>("TO") { Description = "A folder, or a file that ends in .zip." });
        var withKey = new Option<bool>("--with-key") { Description = "Put the key of the identity file into the backup, too." };
        Option<bool> force = CommonOptions.Force();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("backup", "Back up the store: people, plans, sessions, recordings.") { to, store.Store, withKey, force, json };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => RunAsync(terminal, store, parsed, new Request(parsed.GetValue(to)!, parsed.GetValue(withKey), parsed.GetValue(force), parsed.GetValue(json)), token),
            parsed,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, StoreArguments arguments, ParseResult parsed, Request request, CancellationToken stop)
    {
        if (request.To.Length == 0) throw new UsageException("where to? Give a folder, or a file that ends in .zip.");
        await using TrainingStore store = await arguments.OpenAsync(terminal, parsed, create: false, stop).ConfigureAwait(false);
        if (request.WithKey && !File.Exists(terminal.IdentityKeyFile)) throw new StoreException(StoreFailure.NotFound, $"{terminal.IdentityKeyFile}: there is no key to put into the backup: leave out --with-key");
        BackupReport made = await StoreBackup.WriteAsync(store, request.To, new BackupOptions { Force = request.Force, KeyFile = request.WithKey ? terminal.IdentityKeyFile : null }, stop).ConfigureAwait(false);
        Write(terminal, made, request.Json);
        if (request.WithKey) terminal.Report("warning: the key is in this backup: who has the file can read who the people are");
        return ExitCode.Done;
    }

    /// <summary>What a backup holds.</summary>
    public static void Write(Terminal terminal, BackupReport backup, bool json)
    {
        if (json)
        {
            terminal.Out.Write(StoreJson.Of(backup));
            return;
        }

        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{backup.Path}: whole, {backup.People} people, {backup.Sessions} sessions, {backup.Recordings} recordings, {backup.Bytes / 1e6:0.0} MB, of {backup.MadeAt:yyyy-MM-dd HH:mm} UTC"));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"audit: line {backup.Audit.Seq}, hash {backup.Audit.Hash}"));
        foreach (string missing in backup.MissingRecordings) terminal.Report($"warning: recording {missing} is in no file of the store any more, and not in the backup");
    }

    private sealed record Request(string To, bool WithKey, bool Force, bool Json);
}
