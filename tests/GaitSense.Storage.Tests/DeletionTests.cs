using System.Text;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using Npgsql;

namespace GaitSense.Storage.Tests;

/// <summary>Delete means delete: words and codes that only one person has are looked for in all bytes.</summary>
public sealed class DeletionTests(PostgresServer server) : OnBothDatabases(server)
{
    private const string Canary = "Zwitscherling";

    [Theory, MemberData(nameof(Both))]
    public async Task Person_Deleted_IsInNoByteOfTheStore(Database database)
    {
        StoreLocation place = await PlaceAsync(database);
        IdentityKey key = IdentityKey.FromFile(Path.Combine(place.Folder, "..", "identity.key"));
        await using TrainingStore store = await OpenAsync(place);
        Person stays = Sample.Person("P01"), goes = Sample.Person(Canary + "7");
        string own = await AddAsync(store, goes, key, Canary), shared;
        await AddAsync(store, stays, key, "Hartwig");
        using (TestFolder walk = new()) shared = await store.Recordings.AddAsync(walk.Write("both.csv", "both"), Cancellation);
        foreach (Person person in (Person[])[stays, goes]) await store.Sessions.AddAsync(Sample.Session(person.Id) with { RecordingHash = shared }, Cancellation);
        Found(place).ShouldNotBeEmpty(database == Database.Sqlite ? "the test looks where it would be" : "recordings are files");

        await store.People.DeleteAsync(goes.Id, Cancellation);

        Found(place).ShouldBeEmpty();
        if (database == Database.Postgres) (await FoundInTablesAsync(place)).ShouldBeEmpty();
        (await store.People.ListAsync(cancellation: Cancellation)).ShouldBe([stays]);
        (await store.Sessions.ListAsync(stays.Id, cancellation: Cancellation)).Count.ShouldBe(2);
        (await store.Identities.FindAsync(stays.Id, key, Cancellation))!.Name.ShouldBe("Hartwig");
        (await store.Recordings.FindAsync(own, Cancellation)).ShouldBeNull();
        (await store.Recordings.FindAsync(shared, Cancellation)).ShouldNotBeNull();
        (await store.Recordings.CheckAsync(isThorough: true, Cancellation)).IsWhole.ShouldBeTrue();
        (await store.Audit.VerifyAsync(cancellation: Cancellation)).State.ShouldBe(AuditState.Whole);
        Guid deleted = (await store.Audit.ListAsync(cancellation: Cancellation)).Single(l => l.Verb is "person deleted").Subject!.Value;
        File.ReadAllText(Path.Combine(place.Folder, "tombstones.txt")).ShouldStartWith(deleted.ToString());
        deleted.ShouldNotBe(goes.Id);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Deletion_CutOffAfterItsRows_IsFinishedWhenTheStoreOpens(Database database)
    {
        StoreLocation place = await PlaceAsync(database);
        IdentityKey key = IdentityKey.FromFile(Path.Combine(place.Folder, "..", "identity.key"));
        await using (TrainingStore store = await OpenAsync(place))
        {
            Person person = Sample.Person(Canary + "7");
            await AddAsync(store, person, key, Canary);
            // The power goes after the first transaction.
            await store.Core.WriteAsync(Actor.Owner, work => Deletion.MarkAsync(work, person.Id, Cancellation), Cancellation);
            Found(place).ShouldNotBeEmpty();
        }

        await using TrainingStore again = await OpenAsync(place);
        Found(place).ShouldBeEmpty();
        again.Core.Identities.Subjects().ShouldBeEmpty();
        again.Core.Recordings.Hashes().ShouldBeEmpty();
        again.Core.Tombstones.Read().ShouldHaveSingleItem();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Recording_IsKeptOnceByItsHashAndGoesWithItsLastSession(Database database)
    {
        StoreLocation place = await PlaceAsync(database);
        await using TrainingStore store = await OpenAsync(place);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        using TestFolder walk = new();
        walk.Write("walk/left.csv", "1,2");
        walk.Write("walk/sub/right.csv", "3,4");
        string asked = store.Recordings.HashOf(walk["walk"]);
        (await store.Recordings.FindAsync(asked, Cancellation)).ShouldBeNull("asking keeps nothing");
        Directory.EnumerateFiles(Path.Combine(place.Folder, "recordings"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        string hash = await store.Recordings.AddAsync(walk["walk"], Cancellation);
        hash.ShouldBe(asked);
        (await store.Recordings.AddAsync(walk["walk"], Cancellation)).ShouldBe(hash);
        string path = Path.Combine(place.Folder, "recordings", hash[..2], hash[2..]);
        GaitSense.Recording.Files.Sha256Hex.OfFile(path).ShouldBe(hash);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Session first = Sample.Session(person.Id) with { RecordingHash = hash }, second = Sample.Session(person.Id) with { RecordingHash = hash };
        await store.Sessions.AddAsync(first, Cancellation);
        await store.Sessions.AddAsync(second, Cancellation);
        await store.Recordings.ExtractAsync(hash, walk["out"], Cancellation);
        File.ReadAllText(walk["out", "sub", "right.csv"]).ShouldBe("3,4");
        await store.Sessions.DeleteAsync(first.Id, Cancellation);
        File.Exists(path).ShouldBeTrue();
        await store.Sessions.DeleteAsync(second.Id, Cancellation);
        File.Exists(path).ShouldBeFalse();

        // A file without a row, a row without a file, a file with other bytes.
        string kept = await store.Recordings.AddAsync(walk["walk"], Cancellation), other = await store.Recordings.AddAsync(walk.Write("other.csv", "5"), Cancellation);
        File.WriteAllText(Path.Combine(place.Folder, "recordings", other[..2], other[2..]), "6");
        File.Delete(Path.Combine(place.Folder, "recordings", kept[..2], kept[2..]));
        string orphan = new('e', 64);
        Directory.CreateDirectory(Path.Combine(place.Folder, "recordings", "ee"));
        File.WriteAllText(Path.Combine(place.Folder, "recordings", "ee", orphan[2..]), "7");
        RecordingFindings found = await store.Recordings.CheckAsync(isThorough: true, Cancellation);
        (found.Orphans.ShouldHaveSingleItem(), found.Missing.ShouldHaveSingleItem(), found.Altered.ShouldHaveSingleItem()).ShouldBe((orphan, kept, other));
        (await Should.ThrowAsync<StoreException>(() => store.Recordings.ExtractAsync(other, walk["out2"], Cancellation))).Failure.ShouldBe(StoreFailure.Damaged);
        await store.Recordings.RemoveOrphansAsync(Cancellation);
        (await store.Recordings.CheckAsync(isThorough: false, Cancellation)).Orphans.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Retention_TakesRecordingsThatAreOldOrUnusedAndLeavesWhatIsHeld(Database database)
    {
        StoreLocation place = await PlaceAsync(database);
        await using TrainingStore store = await OpenAsync(place);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        using TestFolder walk = new();
        async Task<string> KeepAsync(string text, double? daysAgo)
        {
            string hash = await store.Recordings.AddAsync(walk.Write(text + ".csv", text), Cancellation);
            if (daysAgo is { } days) await store.Sessions.AddAsync(Sample.Session(person.Id, start: Clock.GetUtcNow().AddDays(-days)) with { RecordingHash = hash }, Cancellation);
            return hash;
        }

        string old = await KeepAsync("old", 31), held = await KeepAsync("held", 31), young = await KeepAsync("young", 29), unused = await KeepAsync("unused", daysAgo: null);
        await store.Recordings.HoldAsync(held, isHeld: true, Cancellation);
        (await store.ApplyRetentionAsync(Cancellation)).ShouldBeEmpty(); // no rule, nothing goes
        new RetentionRules { RecordingsDays = 30 }.Save(place);
        (await store.ApplyRetentionAsync(Cancellation)).ShouldBe([old]);
        Clock.Advance(TimeSpan.FromDays(8));
        (await store.ApplyRetentionAsync(Cancellation)).ShouldBe(new[] { young, unused }.Order(StringComparer.Ordinal));
        store.Core.Recordings.Hashes().ShouldBe([held]);
        (await store.Sessions.ListAsync(person.Id, cancellation: Cancellation)).ShouldContain(s => s.RecordingHash == old, "the session stays, and says which recording it was of");
        Should.Throw<StoreException>(() => new RetentionRules { RecordingsDays = 0 }.Save(place)).Failure.ShouldBe(StoreFailure.Refused);
    }

    private async Task<string> AddAsync(TrainingStore store, Person person, IdentityKey key, string word)
    {
        await store.People.AddAsync(person, Cancellation);
        await store.Identities.SaveAsync(person.Id, new Identity(word, 1970, word + "@example.org"), key, Cancellation);
        using TestFolder walk = new();
        string hash = await store.Recordings.AddAsync(walk.Write("walk.csv", word), Cancellation);
        // Enough that pages are split, and a log is written.
        for (int i = 0; i < 40; i++)
        {
            await store.Notes.AddAsync(Sample.Note(person.Id, string.Concat(Enumerable.Repeat(word, 1 + (i * 7 % 30)))), Cancellation);
            await store.Falls.AddAsync(Sample.Fall(person.Id) with { Text = word }, Cancellation);
        }

        await store.Sessions.AddAsync(Sample.Session(person.Id) with { RecordingHash = hash, Software = word }, Cancellation);
        return hash;
    }

    private static string[] Found(StoreLocation place)
    {
        byte[] canary = Encoding.UTF8.GetBytes(Canary);
        string root = Path.GetDirectoryName(place.Path ?? place.Folder)!;
        return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => Read(f).AsSpan().IndexOf(canary) >= 0)];
    }

    private static byte[] Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    // The server's files are another user's; its rows are asked as texts.
    private static async Task<string[]> FoundInTablesAsync(StoreLocation place)
    {
        await using NpgsqlConnection connection = new(place.Connection);
        await connection.OpenAsync(Cancellation);
        List<string> found = [];
        foreach (string table in StoreModel.Tables.Values)
        {
            await using NpgsqlCommand command = new($"SELECT count(*) FROM gaitsense.{table} t WHERE t::text LIKE '%{Canary}%'", connection);
            if (await command.ExecuteScalarAsync(Cancellation) is not 0L) found.Add(table);
        }

        return [.. found];
    }
}
