using System.Text;
using GaitSense.Training.People;
using GaitSense.Training.Records;

namespace GaitSense.Storage.Tests;

/// <summary>The restore drill: what was backed up comes back, into either database, without whoever was deleted since.</summary>
public sealed class BackupTests(PostgresServer server) : OnBothDatabases(server)
{
    private const string Canary = "Zwitscherling";

    [Theory, InlineData(Database.Sqlite, true), InlineData(Database.Sqlite, false), InlineData(Database.Postgres, true)]
    public async Task StoreWithoutARecording_IsRestoredToo(Database to, bool oneFile)
    {
        using TestFolder backups = new();
        StoreLocation place = await PlaceAsync(Database.Sqlite), other = await PlaceAsync(to);
        Person person = Sample.Person();
        BackupReport made;
        await using (TrainingStore store = await OpenAsync(place))
        {
            await store.People.AddAsync(person, Cancellation);
            made = await StoreBackup.WriteAsync(store, oneFile ? backups["b.zip"] : backups["b"], cancellation: Cancellation);
            made.Recordings.ShouldBe(0);
        }

        await StoreRestore.RunAsync(made.Path, other, new RestoreOptions { Clock = Clock }, Cancellation);
        await using TrainingStore again = await OpenAsync(other);
        (await again.People.ListAsync(cancellation: Cancellation)).ShouldBe([person]);
    }

    [Theory]
    [InlineData(Database.Sqlite, Database.Sqlite, true)]
    [InlineData(Database.Sqlite, Database.Sqlite, false)]
    [InlineData(Database.Postgres, Database.Postgres, true)]
    [InlineData(Database.Sqlite, Database.Postgres, false)]
    [InlineData(Database.Postgres, Database.Sqlite, true)]
    public async Task Drill_BackedUpLostAndRestored_AllIsThereAgain(Database from, Database to, bool oneFile)
    {
        using TestFolder backups = new();
        StoreLocation place = await PlaceAsync(from), other = await PlaceAsync(to);
        IdentityKey key = IdentityKey.FromFile(backups["conf", "identity.key"]);
        Person person = Sample.Person();
        Session session;
        BackupReport made;
        await using (TrainingStore store = await OpenAsync(place))
        {
            session = await FillAsync(store, person, key);
            made = await StoreBackup.WriteAsync(store, oneFile ? backups["b.zip"] : backups["b"], cancellation: Cancellation);
            (made.People, made.Sessions, made.Recordings, made.HasKey).ShouldBe((1, 1, 1, false));
            await store.Notes.AddAsync(Sample.Note(person.Id, "after the backup"), Cancellation);
        }

        Contains(made.Path, Encoding.UTF8.GetBytes("Hartwig")).ShouldBeFalse();
        RestoreReport restored = await StoreRestore.RunAsync(made.Path, other, new RestoreOptions { Clock = Clock }, Cancellation);
        (restored.DeletedAgain, restored.Aside, restored.Migrated).ShouldBe((0, null, false));
        await using TrainingStore again = await OpenAsync(other);
        (await again.People.ListAsync(cancellation: Cancellation)).ShouldBe([person]);
        Session back = (await again.Sessions.FindAsync(session.Id, Cancellation))!;
        (back.Measures.Count, back.Trials.Count, back.RecordingHash).ShouldBe((3, 2, session.RecordingHash));
        (await again.Notes.ListAsync(person.Id, Cancellation)).ShouldHaveSingleItem();
        (await again.Identities.FindAsync(person.Id, key, Cancellation))!.Name.ShouldBe("Hartwig");
        File.ReadAllText(await again.Recordings.ExtractAsync(session.RecordingHash!, backups["out"], Cancellation)).ShouldBe("1,2,3");
        AuditReport audit = await again.Audit.VerifyAsync([made.Audit], Cancellation);
        audit.State.ShouldBe(AuditState.Whole, audit.Words);
        (await again.Audit.ListAsync(made.Audit.Seq, cancellation: Cancellation))[0].ShouldSatisfyAllConditions(l => l.Verb.ShouldBe("store restored"), l => l.What.ShouldBe(made.Audit.Hash));
        RetentionRules.Of(other).RecordingsDays.ShouldBe(365);
        await again.Falls.AddAsync(Sample.Fall(person.Id), Cancellation); // it goes on
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Person_DeletedAfterTheBackup_IsAbsentAfterItsRestore(Database database)
    {
        using TestFolder backups = new();
        StoreLocation place = await PlaceAsync(database);
        IdentityKey key = IdentityKey.FromFile(backups["conf", "identity.key"]);
        Person stays = Sample.Person("P01"), goes = Sample.Person(Canary + "7");
        BackupReport made;
        await using (TrainingStore store = await OpenAsync(place))
        {
            await FillAsync(store, stays, key);
            await FillAsync(store, goes, key);
            await store.Notes.AddAsync(Sample.Note(goes.Id, Canary), Cancellation);
            made = await StoreBackup.WriteAsync(store, backups["b.zip"], cancellation: Cancellation);
            await store.People.DeleteAsync(goes.Id, Cancellation);
        }

        StoreException inTheWay = await Should.ThrowAsync<StoreException>(() => StoreRestore.RunAsync(made.Path, place, cancellation: Cancellation));
        (inTheWay.Failure, inTheWay.Message.Contains("--force", StringComparison.Ordinal)).ShouldBe((StoreFailure.Conflict, true));
        RestoreReport restored = await StoreRestore.RunAsync(made.Path, place, new RestoreOptions { Force = true, Clock = Clock }, Cancellation);
        restored.DeletedAgain.ShouldBe(1);
        restored.Aside.ShouldNotBeNull();
        await using TrainingStore again = await OpenAsync(place);
        (await again.People.ListAsync(cancellation: Cancellation)).ShouldBe([stays]);
        again.Core.Identities.Subjects().Count.ShouldBe(1);
        Found(place).ShouldBeEmpty();
        (await again.Audit.VerifyAsync([made.Audit], Cancellation)).State.ShouldBe(AuditState.Whole);
        // And after another restore of the same old backup, where only the file beside the database still tells it.
        again.Core.Tombstones.Read().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Person_DeletedAndTheDatabaseLost_IsAbsentAfterTheRestoreOfAnOlderBackup()
    {
        using TestFolder backups = new();
        StoreLocation place = await PlaceAsync(Database.Sqlite), elsewhere = await PlaceAsync(Database.Sqlite);
        IdentityKey key = IdentityKey.FromFile(backups["conf", "identity.key"]);
        Person goes = Sample.Person(Canary + "7");
        BackupReport old;
        await using (TrainingStore store = await OpenAsync(place))
        {
            await FillAsync(store, goes, key);
            old = await StoreBackup.WriteAsync(store, backups["b"], cancellation: Cancellation);
            await store.People.DeleteAsync(goes.Id, Cancellation);
            Clock.Advance(TimeSpan.FromHours(1));
            await StoreBackup.WriteAsync(store, backups["b"], cancellation: Cancellation);
        }

        // Nothing of the old computer is left; the newer backup beside the older one tells it.
        (await StoreRestore.RunAsync(old.Path, elsewhere, new RestoreOptions { Clock = Clock }, Cancellation)).DeletedAgain.ShouldBe(1);
        Found(elsewhere).ShouldBeEmpty();
        // The database is damaged, and the newer backup is gone; the file beside the database tells it.
        foreach (string newer in Directory.GetFiles(backups["b"], "*.zip").Where(f => !string.Equals(f, old.Path, StringComparison.Ordinal))) File.Delete(newer);
        await File.WriteAllTextAsync(place.Path!, new string('x', 5000), Cancellation);
        (await StoreRestore.RunAsync(old.Path, place, new RestoreOptions { Clock = Clock, Force = true }, Cancellation)).DeletedAgain.ShouldBe(1);
        Found(place).ShouldBeEmpty();
    }

    [Fact]
    public async Task Backup_WithAByteChanged_IsRefusedAndTheStoreStays()
    {
        using TestFolder backups = new();
        StoreLocation place = await PlaceAsync(Database.Sqlite);
        Person person = Sample.Person();
        BackupReport made;
        await using (TrainingStore store = await OpenAsync(place))
        {
            await FillAsync(store, person, IdentityKey.FromFile(backups["conf", "identity.key"]));
            made = await StoreBackup.WriteAsync(store, backups["b.zip"], new BackupOptions { KeyFile = backups["conf", "identity.key"] }, Cancellation);
            made.HasKey.ShouldBeTrue();
            (await Should.ThrowAsync<StoreException>(() => StoreBackup.WriteAsync(store, backups["b.zip"], cancellation: Cancellation))).Failure.ShouldBe(StoreFailure.Conflict);
            (await Should.ThrowAsync<StoreException>(() => StoreRestore.RunAsync(made.Path, place, new RestoreOptions { Force = true }, Cancellation))).Failure.ShouldBe(StoreFailure.InUse);
        }

        byte[] whole = await File.ReadAllBytesAsync(made.Path, Cancellation);
        Random chance = new(7);
        int refused = 0;
        for (int i = 0; i < 40; i++)
        {
            byte[] changed = [.. whole];
            changed[chance.Next(changed.Length)] ^= (byte)(1 << chance.Next(8));
            await File.WriteAllBytesAsync(backups["changed.zip"], changed, Cancellation);
            try
            {
                // What nothing reads (a time stamp of the zip) may change; then what comes out is what went in.
                (await StoreBackup.VerifyAsync(backups["changed.zip"], Cancellation) with { Path = made.Path, MissingRecordings = made.MissingRecordings }).ShouldBe(made);
            }
            catch (StoreException e)
            {
                e.Failure.ShouldBeOneOf(StoreFailure.Damaged, StoreFailure.Newer);
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(30);
        await File.WriteAllBytesAsync(backups["cut.zip"], whole[..(whole.Length / 2)], Cancellation);
        (await Should.ThrowAsync<StoreException>(() => StoreRestore.RunAsync(backups["cut.zip"], place, new RestoreOptions { Force = true }, Cancellation))).Failure.ShouldBe(StoreFailure.Damaged);
        await using TrainingStore still = await OpenAsync(place);
        (await still.People.ListAsync(cancellation: Cancellation)).ShouldBe([person]);
        Directory.GetFileSystemEntries(Path.GetDirectoryName(place.Path)!).ShouldNotContain(f => Path.GetFileName(f).StartsWith(".restore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backup_DuringWrites_IsOneMoment()
    {
        using TestFolder backups = new();
        StoreLocation place = await PlaceAsync(Database.Sqlite);
        await using TrainingStore store = await OpenAsync(place);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        using CancellationTokenSource enough = new();
        Task writer = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested) await store.Sessions.AddAsync(Sample.Session(person.Id) with { RecordingHash = null }, CancellationToken.None);
        }, Cancellation);
        BackupReport made = await StoreBackup.WriteAsync(store, backups["b.zip"], cancellation: Cancellation);
        await enough.CancelAsync();
        await writer;
        // Each session is one line of the audit: both tables are of the same moment.
        made.Audit.Seq.ShouldBe(made.Sessions + 2);
    }

    private static async Task<Session> FillAsync(TrainingStore store, Person person, IdentityKey key)
    {
        new RetentionRules { RecordingsDays = 365 }.Save(store.Location);
        await store.People.AddAsync(person, Cancellation);
        await store.Identities.SaveAsync(person.Id, new Identity("Hartwig", 1960), key, Cancellation);
        await store.Notes.AddAsync(Sample.Note(person.Id), Cancellation);
        using TestFolder walk = new();
        Session session = Sample.Session(person.Id) with { RecordingHash = await store.Recordings.AddAsync(walk.Write("walk.csv", "1,2,3"), Cancellation) };
        await store.Sessions.AddAsync(session, Cancellation);
        return session;
    }

    private static string[] Found(StoreLocation place) =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(place.Path ?? place.Folder)!, "*", SearchOption.AllDirectories).Where(f => Contains(f, Encoding.UTF8.GetBytes(Canary)))];

    private static bool Contains(string path, byte[] bytes)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] all = new byte[file.Length];
        file.ReadExactly(all);
        return all.AsSpan().IndexOf(bytes) >= 0;
    }
}
