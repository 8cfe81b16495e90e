using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people identity</c>: who a person is, in an encrypted file of its own. The only command that takes or shows a name.</summary>
internal static class PersonIdentityCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people identity P07 --set               asks for name, year of birth and contact, a line each; an empty line: not said
          gaitsense people identity P07                     shows them; the audit has a line that they were looked at, without a word of them
          gaitsense people identity P07 --set --passphrase-file pass.txt    locked by a passphrase instead of the key in your configuration

        Names are read from standard input, never from the command line, which shells remember. They are kept beside the store, encrypted (AES-256-GCM), and are in no other
        file. The key is identity.key in your configuration: keep a copy of it elsewhere; without it nobody reads the names again.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        var set = new Option<bool>("--set") { Description = "Say who the person is: name, year of birth and contact from standard input, a line each." };
        var passphrase = new Option<string?>("--passphrase-file") { Description = "A file whose first line is the passphrase, of at least 12 characters, instead of the key.", HelpName = "FILE" };
        var command = new Command("identity", "Say or show who a person is.") { code, store.Store, set, passphrase };
        command.SetAction((parsed, stop) => guard((terminal, token) => RunAsync(terminal, store, parsed, new Request(parsed.GetValue(code)!, parsed.GetValue(set), parsed.GetValue(passphrase)), token), parsed, stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, StoreArguments arguments, ParseResult parsed, Request request, CancellationToken stop)
    {
        await using TrainingStore store = await arguments.OpenAsync(terminal, parsed, create: false, stop).ConfigureAwait(false);
        Person person = await StoreArguments.FindAsync(store, request.Code, stop).ConfigureAwait(false);
        if (request.Sets)
        {
            await store.Identities.SaveAsync(person.Id, Ask(terminal), KeyOf(terminal, request.PassphraseFile, create: true), stop).ConfigureAwait(false);
            terminal.Out.WriteLine($"{person.Code}: kept");
            return ExitCode.Done;
        }

        Identity? identity = await store.Identities.FindAsync(person.Id, KeyOf(terminal, request.PassphraseFile, create: false), stop).ConfigureAwait(false);
        if (identity is null) throw new StoreException(StoreFailure.NotFound, $"{person.Code}: it is not said who this is; gaitsense people identity {person.Code} --set says it");
        string year = identity.YearOfBirth is { } born ? born.ToString(CultureInfo.InvariantCulture) : "not said";
        StoreTable.Write(terminal, [person.Code, ""], [["name", identity.Name], ["year of birth", year], ["contact", identity.Contact.Length > 0 ? identity.Contact : "not said"]]);
        return ExitCode.Done;
    }

    private static Identity Ask(Terminal terminal)
    {
        string name = Line("name");
        if (name.Length == 0) throw new UsageException("the first line of standard input is the name, and it is empty.");
        string born = Line("year of birth");
        int? year = null;
        if (born.Length > 0)
            year = int.TryParse(born, NumberStyles.None, CultureInfo.InvariantCulture, out int y) && y is >= 1900 and <= 2100 ? y : throw new UsageException("the year of birth should be a year like 1961, or an empty line.");
        return new Identity(name, year, Line("contact"));

        string Line(string what)
        {
            if (terminal.CanAsk) terminal.Report($"{what}:");
            return OutsideText.Line(terminal.ReadLine() ?? "").Trim();
        }
    }

    private static IdentityKey KeyOf(Terminal terminal, string? passphraseFile, bool create)
    {
        if (passphraseFile is null) return IdentityKey.FromFile(terminal.IdentityKeyFile, create);
        if (!File.Exists(passphraseFile)) throw new StoreException(StoreFailure.NotFound, $"{passphraseFile}: the file with the passphrase is not there");
        return IdentityKey.FromPassphrase(File.ReadLines(passphraseFile).FirstOrDefault("").Trim());
    }

    private sealed record Request(string Code, bool Sets, string? PassphraseFile);
}
