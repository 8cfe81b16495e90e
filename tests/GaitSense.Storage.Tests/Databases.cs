[assembly: AssemblyFixture(typeof(GaitSense.Storage.Tests.PostgresServer))]

namespace GaitSense.Storage.Tests;

/// <summary>The databases that every test of the suite runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>Tests that hold on both databases: the same sentences, the same rules.</summary>
public abstract class OnBothDatabases(PostgresServer server) : IDisposable
{
    private readonly List<TestFolder> _folders = [];

    public static TheoryData<Database> Both => [Database.Sqlite, Database.Postgres];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeTime Clock { get; } = new();

    public void Dispose()
    {
        _folders.ForEach(f => f.Dispose());
        GC.SuppressFinalize(this);
    }

    /// <summary>A place for a store that is not there yet.</summary>
    protected async Task<StoreLocation> PlaceAsync(Database database)
    {
        TestFolder folder = new();
        _folders.Add(folder);
        return database == Database.Sqlite ? StoreLocation.Of(folder["clinic.db"]) : StoreLocation.Of(await server.CreateDatabaseAsync(), folder["clinic.files"]);
    }

    /// <summary>A new store.</summary>
    protected async Task<TrainingStore> NewStoreAsync(Database database) => await OpenAsync(await PlaceAsync(database));

    /// <summary>A store at a place, with the tests' clock.</summary>
    protected Task<TrainingStore> OpenAsync(StoreLocation place) => TrainingStore.OpenAsync(place, new StoreOptions { Clock = Clock }, Cancellation);
}
