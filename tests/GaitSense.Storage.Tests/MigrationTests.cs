using GaitSense.Training.People;
using GaitSense.Training.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GaitSense.Storage.Tests;

/// <summary>Databases of other versions, damaged ones, and those that another program has.</summary>
public sealed class MigrationTests(PostgresServer server) : OnBothDatabases(server)
{
    [Theory, MemberData(nameof(Both))]
    public async Task Database_OfTheFirstVersion_IsKeptAsideAndBroughtUpToDate(Database database)
    {
        StoreLocation place = await PlaceAsync(database);
        Guid person = Guid.CreateVersion7(), session = Guid.CreateVersion7(), trial = Guid.CreateVersion7();
        await MakeFirstVersionAsync(place, person, session, trial);

        await using (TrainingStore store = await OpenAsync(place))
        {
            store.KeptBeforeMigration.ShouldNotBeNull();
            (await store.People.FindAsync("P07", Cancellation))!.Id.ShouldBe(person);
            Session there = (await store.Sessions.FindAsync(session, Cancellation))!;
            there.Trials.ShouldHaveSingleItem().Parts.ShouldBeEmpty();
            // What was written as "none" stays it: whether somebody had said it cannot be known any more.
            (there.Aid, there.Orthosis).ShouldBe((WalkingAid.None, Orthosis.None));
            Fall fall = (await store.Falls.ListAsync(person, Cancellation)).ShouldHaveSingleItem();
            (fall.Injury, fall.DuringSession).ShouldBe((true, false));
            (await store.Plans.ListAsync(person, Cancellation)).ShouldHaveSingleItem();
            there.Trials[0].Feet.ShouldHaveSingleItem().EndS.ShouldBe(9.5);
            (await store.Audit.VerifyAsync(cancellation: Cancellation)).State.ShouldBe(AuditState.Whole);
            await store.People.UpdateAsync(Sample.Person() with { Id = person }, Cancellation);
            // The rules hold on tables that were changed.
            await using StoreContext db = store.Core.Database.Open(PersonScope.Everyone);
            await Should.ThrowAsync<Exception>(() => db.Set<AuditEntry>().ExecuteDeleteAsync(Cancellation));
            if (place.Path is not null)
            {
                File.Exists(store.KeptBeforeMigration).ShouldBeTrue();
                await using StoreContext kept = new SqliteDatabase(store.KeptBeforeMigration!).Open(PersonScope.Everyone);
                (await kept.Database.GetAppliedMigrationsAsync(Cancellation)).ShouldHaveSingleItem();
                (await kept.Database.SqlQuery<string>($"SELECT code AS \"Value\" FROM people").ToListAsync(Cancellation)).ShouldBe(["P07"]);
            }
            else
            {
                string kept = $"SELECT code AS \"Value\" FROM \"{store.KeptBeforeMigration!.Split(' ')[^1]}\".people";
                (await db.Database.SqlQueryRaw<string>(kept).ToListAsync(Cancellation)).ShouldBe(["P07"]);
            }

            // What is kept aside knows the person, too, and goes with them.
            await store.People.DeleteAsync(person, Cancellation);
            if (place.Path is not null) File.Exists(store.KeptBeforeMigration).ShouldBeFalse();
            else (await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_namespace WHERE nspname LIKE 'gaitsense\\_before%'").SingleAsync(Cancellation)).ShouldBe(0);
        }

        await using TrainingStore again = await OpenAsync(place);
        again.KeptBeforeMigration.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Database_OfANewerProgram_IsRefusedAndLeftAsItIs(Database database)
    {
        StoreLocation place = await PlaceAsync(database);
        await using (TrainingStore store = await OpenAsync(place))
        {
            await using StoreContext db = store.Core.Database.Open(PersonScope.Everyone);
            string history = database == Database.Postgres ? "gaitsense.\"__EFMigrationsHistory\"" : "\"__EFMigrationsHistory\"";
            string later = $"INSERT INTO {history} VALUES ('20991231235959_Later', '99.0.0')";
            await db.Database.ExecuteSqlRawAsync(later, Cancellation);
        }

        StoreException refused = await Should.ThrowAsync<StoreException>(() => OpenAsync(place));
        refused.Failure.ShouldBe(StoreFailure.Newer);
        refused.Message.ShouldContain("20991231235959_Later");
        refused.Message.ShouldContain("update this program");
    }

    [Fact]
    public async Task File_ThatIsDamagedOrNoDatabase_IsRefusedInWords()
    {
        StoreLocation place = await PlaceAsync(Database.Sqlite);
        await using (TrainingStore store = await OpenAsync(place))
        {
            Person person = Sample.Person();
            await store.People.AddAsync(person, Cancellation);
            for (int i = 0; i < 50; i++) await store.Sessions.AddAsync(Sample.Session(person.Id), Cancellation);
        }

        byte[] whole = await File.ReadAllBytesAsync(place.Path!, Cancellation);
        new Random(1).NextBytes(whole.AsSpan(20_000, 40_000));
        await File.WriteAllBytesAsync(place.Path!, whole, Cancellation);
        StoreException damaged = await Should.ThrowAsync<StoreException>(() => OpenAsync(place));
        (damaged.Failure, damaged.Message.Contains("gaitsense restore", StringComparison.Ordinal)).ShouldBe((StoreFailure.Damaged, true), damaged.Message);
        await File.WriteAllTextAsync(place.Path!, "a text that is longer than the hundred bytes that a database's header takes, and that is nothing of the kind", Cancellation);
        (await Should.ThrowAsync<StoreException>(() => OpenAsync(place))).Failure.ShouldBe(StoreFailure.Damaged);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Store_ThatIsNotThere_IsMadeOnlyWhereThatIsAsked(Database database)
    {
        StoreLocation place = await PlaceAsync(database);
        StoreException missing = await Should.ThrowAsync<StoreException>(() => TrainingStore.OpenAsync(place, new StoreOptions { Create = false }, Cancellation));
        missing.Failure.ShouldBe(StoreFailure.NotFound);
        if (place.Path is null) return;
        File.Exists(place.Path).ShouldBeFalse();
        await using TrainingStore store = await OpenAsync(place);
        if (OperatingSystem.IsWindows()) return;
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(place.Path)!, "*", SearchOption.AllDirectories))
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        new RetentionRules().Save(place);
        File.GetUnixFileMode(place.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Theory]
    [InlineData("Host=localhost;Database=clinic;Username=u;Password=secret", "localhost/clinic")]
    [InlineData("postgresql://u:secret@db.example:5433/clinic", "db.example/clinic")]
    public void ConnectionString_Named_IsHostAndDatabaseAlone(string given, string name)
    {
        StoreLocation place = StoreLocation.Of(given);
        (place.Name, place.Path).ShouldBe((name, null));
        place.ToString().ShouldNotContain("secret");
        place.Folder.ShouldEndWith(Path.Combine("gaitsense", "clinic.files"));
    }

    [Fact]
    public async Task Server_ThatCannotBeReached_IsSaidInALine()
    {
        StoreException unreachable = await Should.ThrowAsync<StoreException>(() => OpenAsync(StoreLocation.Of("Host=/nowhere;Database=clinic;Username=u;Password=secret;Timeout=2")));
        unreachable.Failure.ShouldBe(StoreFailure.Unavailable);
        unreachable.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task PlaceThatIsNoStore_IsSaidWithWhatToDo_AndStaysAsItWas()
    {
        using TestFolder folder = new();
        string text = folder.Write("letter.txt", "Dear all, this is no database, however long it is."), other = folder["other.db"];
        await using (SqliteConnection connection = new($"Data Source={other};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE invoices (id INTEGER)";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        byte[] before = await File.ReadAllBytesAsync(other, Cancellation);
        (string Given, string Says)[] places =
        [
            (folder.Path, "is a folder, and a store is a file: give a file in it, like"), (text, "is no database of gaitsense"), (other, "is a database of another program, and nothing in it was changed"),
            (Path.Combine(text, "store.db"), "letter.txt is a file, where a folder should be"), ("mysql://host/clinic", "mysql:// names no store that is known here"), (" ", "the name of the store is blank"),
            ("Host=;Database=clinic", "the connection string of the store cannot be read"),
        ];
        foreach ((string given, string says) in places)
        {
            StoreException said = await Should.ThrowAsync<StoreException>(() => OpenAsync(StoreLocation.Of(given)), given);
            said.Message.ShouldContain(says);
            said.Message.ShouldNotContain('\n');
        }

        (await File.ReadAllBytesAsync(other, Cancellation)).ShouldBe(before);
    }

    [Fact]
    public async Task FolderThatMayNotBeWritten_IsSaidWithItsPermissions()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName is "root") return; // who may do all is refused nothing
        using TestFolder folder = new();
        string closed = Directory.CreateDirectory(folder["closed"], UnixFileMode.UserRead | UnixFileMode.UserExecute).FullName;
        (await Should.ThrowAsync<StoreException>(() => OpenAsync(StoreLocation.Of(Path.Combine(closed, "store.db"))))).Message.ShouldContain("may not be read or written: check who owns them and their permissions");
    }

    // A database as the first version left it, with a row of what changed since.
    private static async Task MakeFirstVersionAsync(StoreLocation place, Guid person, Guid session, Guid trial)
    {
        await using StoreDatabase database = place.Path is { } path ? new SqliteDatabase(path) : new PostgresDatabase(place);
        await database.CreateAsync(Cancellation);
        await using StoreContext db = database.Open(PersonScope.Everyone);
        await db.Database.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First(), Cancellation);
        string schema = place.Path is null ? "gaitsense." : "";
        string Id(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";
        string json = "'[{\"startS\":2.5,\"endS\":9.5}]'";
        AuditEntry line = new() { Seq = 1, At = DateTimeOffset.UnixEpoch, Account = "owner", Verb = "person added", PreviousHash = AuditEntry.FirstHash, Hash = "" };
        string[] rows =
        [
            $"INSERT INTO {schema}people (id, code, zone, aid, orthosis, affected_side, status, audit_id) VALUES ({Id(person)}, 'P07', 'Europe/Berlin', 'OneStick', 'None', 'Left', 'Active', {Id(Guid.NewGuid())})",
            $"INSERT INTO {schema}sessions (id, person_id, task, start, zone, place, company, aid, orthosis, source, status, stop_reason, software, self_reports) VALUES ({Id(session)}, {Id(person)}, 'Backward', 0, 'Europe/Berlin', 'Home', true, 'None', 'None', 'Sensors', 'Completed', 'None', '0.1.0', '[]')",
            $"INSERT INTO {schema}trials (id, session_id, test, no, instruction, practice, feet, validity, reason) VALUES ({Id(trial)}, {Id(session)}, 't25fw@1', 1, 'fast', false, {json}, 'Valid', '')",
            $"INSERT INTO {schema}falls (id, person_id, local_date, injury, during_session, text) VALUES ({Id(Guid.NewGuid())}, {Id(person)}, '2026-11-01', true, false, '')",
            $"INSERT INTO {schema}plans (id, person_id, version, \"from\", \"to\", template, \"by\", made_at, reason, slots) VALUES ({Id(Guid.NewGuid())}, {Id(person)}, 1, '2026-11-02', '2026-12-27', 'comfortable-walk@1', 'c1', 0, 'first plan', '[]')",
            $"INSERT INTO {schema}audit (seq, at, account, verb, what, previous_hash, hash) VALUES (1, 0, 'owner', 'person added', '', '{line.PreviousHash}', '{line.ComputeHash()}')",
        ];
        await StoreOpening.ApplyRulesAsync(database, Cancellation); // as that version left it
        foreach (string row in rows) await db.Database.ExecuteSqlRawAsync(row.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Cancellation);
    }
}
