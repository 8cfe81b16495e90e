using System.Globalization;
using GaitSense.Storage;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>Writes the rows of a run into a store that is new, in the order in which they came to be, with the run's own time and ids: the same seed gives the same database, row for row.</summary>
internal static class StoreWriter
{
    /// <summary>Writes them.</summary>
    /// <param name="location">Where.</param>
    /// <param name="options">What was run.</param>
    /// <param name="runs">The people.</param>
    /// <param name="stop">Ctrl-C.</param>
    /// <returns>How many rows.</returns>
    /// <exception cref="StoreException">There is somebody in the store already, or it cannot be written.</exception>
    public static async Task<int> WriteAsync(StoreLocation location, ProgrammeRunOptions options, IReadOnlyList<PersonRun> runs, CancellationToken stop)
    {
        RunClock clock = new();
        int ids = 0;
        Guid seed = DerivedId.Of(Guid.Empty, string.Create(CultureInfo.InvariantCulture, $"store of seed {options.Seed}"));
        StoreOptions opened = new() { Clock = clock, NewId = () => DerivedId.Of(seed, string.Create(CultureInfo.InvariantCulture, $"id {Interlocked.Increment(ref ids)}")) };
        await using TrainingStore store = await TrainingStore.OpenAsync(location, opened, stop).ConfigureAwait(false);
        if ((await store.People.ListAsync(limit: 1, cancellation: stop).ConfigureAwait(false)).Count > 0)
            throw new StoreException(StoreFailure.Refused, $"{store.Location.Name}: there are people in this store; simulated ones go into a store that is new");
        clock.Now = runs.SelectMany(r => r.Rows).Min(r => r.At);
        if (options.Statement is { } statement) await store.Statements.AddAsync(statement, stop).ConfigureAwait(false);
        (DateTimeOffset At, object Row)[] rows = [.. runs.SelectMany(r => r.Rows).OrderBy(r => r.At)]; // stable: what is of one time keeps its order
        HashSet<Guid> people = [];
        foreach ((DateTimeOffset at, object row) in rows)
        {
            clock.Now = at;
            await (row switch
            {
                Person person => people.Add(person.Id) ? store.People.AddAsync(person, stop) : store.People.UpdateAsync(person, stop),
                Plan plan => store.Plans.AddAsync(plan, stop),
                SignOff signOff => store.SignOffs.AddAsync(signOff, stop),
                Fall fall => store.Falls.AddAsync(fall, stop),
                DayCheck check => store.Checks.AddAsync(check, stop),
                Session session => store.Sessions.AddAsync(session, stop),
                _ => throw new InvalidOperationException($"no table for {row.GetType().Name}"),
            }).ConfigureAwait(false);
        }

        return rows.Length;
    }

    private sealed class RunClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
