using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;

namespace GaitSense.Storage;

/// <summary>
/// The memory of training across weeks: people under pseudonyms, plans, sessions and what was measured, with an audit. One SQLite file, or a PostgreSQL database; the same
/// rules in both. Thread-safe.
/// </summary>
/// <example><code>
/// await using TrainingStore store = await TrainingStore.OpenAsync(StoreLocation.Of("clinic.db"));
/// await store.People.AddAsync(person);
/// Plan? today = await store.Plans.ForDayAsync(person.Id, day);
/// </code></example>
public sealed class TrainingStore : IAsyncDisposable
{
    private readonly StoreCore _core;
    private readonly FileLock? _held;

    private TrainingStore(StoreCore core, Actor actor, FileLock? held)
    {
        (_core, _held, Actor) = (core, held, actor);
        People = new StoredPeople(core, actor);
        Plans = new StoredPlans(core, actor);
        Sessions = new StoredSessions(core, actor);
        Falls = new PersonRows<Fall>(core, actor, "fall", f => f.Id, f => f.PersonId);
        Notes = new PersonRows<Note>(core, actor, "note", n => n.Id, n => n.PersonId);
        Consents = new PersonRows<Consent>(core, actor, "consent", c => c.Id, c => c.PersonId);
        SignOffs = new PersonRows<SignOff>(core, actor, "sign-off", s => s.Id, s => s.PersonId);
        Checks = new PersonRows<DayCheck>(core, actor, "check", c => c.Id, c => c.PersonId);
        Statements = new StoredStatements(core, actor);
        Recordings = new StoredRecordings(core, actor);
        Identities = new StoredIdentities(core, actor);
        Members = new StoredMembers(core, actor);
        Sensors = new StoredSensors(core, actor);
        Audit = new StoredAudit(core, actor);
    }

    /// <summary>How it reads and writes.</summary>
    internal StoreCore Core => _core;

    /// <summary>Where it is.</summary>
    public StoreLocation Location => _core.Location;

    /// <summary>Who reads and writes by this.</summary>
    public Actor Actor { get; }

    /// <summary>Where the database was kept when it was opened and migrated; null: it was not migrated.</summary>
    public string? KeptBeforeMigration { get; private init; }

    /// <summary>People, under pseudonyms.</summary>
    public StoredPeople People { get; }

    /// <summary>Plans and their versions.</summary>
    public StoredPlans Plans { get; }

    /// <summary>Sessions with self-reports, measures and trials.</summary>
    public StoredSessions Sessions { get; }

    /// <summary>The fall diary, by day.</summary>
    public PersonRows<Fall> Falls { get; }

    /// <summary>Clinicians' notes, by time.</summary>
    public PersonRows<Note> Notes { get; }

    /// <summary>Consents; one that is withdrawn is updated.</summary>
    public PersonRows<Consent> Consents { get; }

    /// <summary>Sign-offs.</summary>
    public PersonRows<SignOff> SignOffs { get; }

    /// <summary>What was asked before sessions.</summary>
    public PersonRows<DayCheck> Checks { get; }

    /// <summary>What an administrator stated before progression and verdicts were switched on.</summary>
    public StoredStatements Statements { get; }
    /// <summary>Recordings, by hash.</summary>
    public StoredRecordings Recordings { get; }

    /// <summary>Who the people are, encrypted in a file of its own.</summary>
    public StoredIdentities Identities { get; }

    /// <summary>Which accounts may see whom.</summary>
    public StoredMembers Members { get; }

    /// <summary>Sensors that were seen.</summary>
    public StoredSensors Sensors { get; }

    /// <summary>Who did what when.</summary>
    public StoredAudit Audit { get; }

    /// <summary>Opens a store; one that is not there is made, an older one is kept aside and migrated.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="options">How; null: as usual.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">It is not there, damaged, newer than the program, or cannot be reached.</exception>
    public static async Task<TrainingStore> OpenAsync(StoreLocation location, StoreOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(location);
        options ??= new StoreOptions();
        StoreDatabase database = location.Path is { } path ? new SqliteDatabase(path, options.OneWriter) : new PostgresDatabase(location);
        StoreCore core = new(database, location, options);
        FileLock? held = null;
        try
        {
            (held, string? kept) = await StoreOpening.OpenAsync(core, cancellation);
            await Deletion.FinishAsync(core, cancellation); // what was cut off
            return new TrainingStore(core, Actor.Owner, held) { KeptBeforeMigration = kept };
        }
        catch
        {
            await database.DisposeAsync();
            held?.Dispose();
            throw;
        }
    }

    /// <summary>Takes recordings away that were kept long enough, by the rules in the store's folder.</summary>
    /// <returns>Their hashes.</returns>
    /// <exception cref="StoreException">The rules cannot be read.</exception>
    public Task<IReadOnlyList<string>> ApplyRetentionAsync(CancellationToken cancellation = default) => Retention.ApplyAsync(_core, Actor, RetentionRules.Of(Location), cancellation);

    /// <summary>Looks through the database: all pages, indexes against tables.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    public Task CheckAsync(CancellationToken cancellation = default) => _core.Database.CheckAsync(isThorough: true, cancellation);

    /// <summary>The same store as somebody else uses it: the audit has their account, and only people of their scope are there.</summary>
    /// <param name="actor">Who.</param>
    public TrainingStore As(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new TrainingStore(_core, actor, held: null) { KeptBeforeMigration = KeptBeforeMigration };
    }

    /// <summary>What a person's days, progression and volume are decided from. A session whose program is gone is called cut off first (<see cref="StoredSessions.EndSilentAsync"/>).</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<TrainingHistory> HistoryAsync(Guid personId, CancellationToken cancellation = default)
    {
        await Sessions.EndSilentAsync(cancellation);
        return new()
        {
            Plans = await Plans.ListAsync(personId, cancellation),
            Sessions = await Sessions.ListAsync(personId, cancellation: cancellation),
            Falls = await Falls.ListAsync(personId, cancellation),
            SignOffs = await SignOffs.ListAsync(personId, cancellation),
            Checks = await Checks.ListAsync(personId, cancellation),
        };
    }

    /// <summary>Closes the store; a view of it (<see cref="As"/>) closes nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_held is null) return;
        await _core.Database.DisposeAsync();
        _held.Dispose();
    }
}
