using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary>Which store a command works on, and whom in it.</summary>
internal sealed class StoreArguments
{
    /// <summary>The variable that names a store where no option does.</summary>
    public const string Variable = "GAITSENSE_STORE";

    /// <summary>The store.</summary>
    public Option<string?> Store { get; } = new("--store")
    {
        Description = $"Where people, plans and sessions are kept: a file, or PostgreSQL (Host=...;Database=...). Default: ${Variable}, else a file in the user's data folder.",
        HelpName = "STORE",
    };

    /// <summary>A person, by code.</summary>
    public static Argument<string> Person() => Commands.CommonOptions.NoOptions(new Argument<string>("PERSON") { Description = "Whom: a code, like P07." });

    /// <summary>Opens the store that is asked for.</summary>
    /// <param name="terminal">Where it is told that an older store was migrated.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="create">Whether a store that is not there is made; only adding does.</param>
    /// <param name="stop">Ctrl-C.</param>
    public async Task<TrainingStore> OpenAsync(Terminal terminal, ParseResult parsed, bool create, CancellationToken stop)
    {
        TrainingStore store = await TrainingStore.OpenAsync(Location(parsed), new StoreOptions { Create = create, Clock = terminal.Time }, stop).ConfigureAwait(false);
        if (store.KeptBeforeMigration is { } kept) terminal.Report($"the store was of an older version: it was kept as {kept}, and brought to this one");
        return store;
    }

    /// <summary>Where the store is that is asked for.</summary>
    public StoreLocation Location(ParseResult parsed)
    {
        string? given = parsed.GetValue(Store);
        return given is null ? StoreLocation.Of(Environment.GetEnvironmentVariable(Variable)) : Location(given);
    }

    /// <summary>Where a store is that was named.</summary>
    /// <exception cref="UsageException">It is blank: <c>"$UNSET"</c> in a script means no store of the user's.</exception>
    public static StoreLocation Location(string given) =>
        string.IsNullOrWhiteSpace(given) ? throw new UsageException("--store is empty. Give a file, or a connection string.") : StoreLocation.Of(given);

    /// <summary>A file that is to be written.</summary>
    /// <param name="path">As it was given.</param>
    /// <param name="force">Whether one that is there may be written over.</param>
    /// <exception cref="UsageException">It is blank.</exception>
    /// <exception cref="StoreException">There is one already.</exception>
    public static string NewFile(string path, bool force)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new UsageException("--out is empty. Give a file.");
        return force || !File.Exists(path) ? path : throw new StoreException(StoreFailure.Conflict, $"{path} is there already: give another name, or --force");
    }

    /// <summary>A person of a store.</summary>
    /// <exception cref="StoreException">There is none of that code.</exception>
    public static async Task<Person> FindAsync(TrainingStore store, string code, CancellationToken stop) =>
        await store.People.FindAsync(code, stop).ConfigureAwait(false)
        ?? throw new StoreException(StoreFailure.NotFound, $"{code}: nobody of that code is in {store.Location.Name}; gaitsense people lists all, gaitsense people add {code} adds one");

    /// <summary>Today, where a person lives.</summary>
    public static DateOnly Today(Terminal terminal, Person person) => LocalDay.Of(terminal.Time.GetUtcNow(), person.Zone);
}
