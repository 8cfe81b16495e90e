using GaitSense.Training.People;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage.Tests;

public sealed class AuditTests(PostgresServer server) : OnBothDatabases(server)
{
    [Theory, MemberData(nameof(Both))]
    public async Task Audit_OfWrites_SaysWhoDidWhatInAChainOfHashes(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        (await store.Audit.LastAsync(Cancellation)).ShouldBeNull();
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        await store.As(new Actor("c1", PersonScope.Everyone)).Notes.AddAsync(Sample.Note(person.Id, "a word about the person"), Cancellation);
        await store.Audit.AddAsync("report made", person.Id, "abc", Cancellation);
        IReadOnlyList<AuditEntry> lines = await store.Audit.ListAsync(cancellation: Cancellation);
        lines.Select(l => (l.Seq, l.Account, l.Verb)).ToArray().ShouldBe([(1, "owner", "person added"), (2, "c1", "note added"), (3, "owner", "report made")]);
        lines.Select(l => l.Subject).Distinct().Count().ShouldBe(1);
        lines[0].Subject.ShouldNotBe(person.Id);
        lines[0].PreviousHash.ShouldBe(AuditEntry.FirstHash);
        lines[2].PreviousHash.ShouldBe(lines[1].Hash);
        string.Concat(lines.Select(l => l.ToString())).Contains("P07", StringComparison.Ordinal).ShouldBeFalse();
        (await store.Audit.VerifyAsync(cancellation: Cancellation)).ShouldBe(new AuditReport(AuditState.Whole, 3, null));
    }

    [Fact]
    public void Hash_OfALine_IsOfItsWordsByTheirLengths()
    {
        AuditEntry line = new() { Seq = 2, At = DateTimeOffset.UnixEpoch.AddSeconds(1), Account = "c1", Verb = "note added", Subject = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), What = "é", PreviousHash = "ff", Hash = "" };
        // By hand: printf '1:27:10000002:c110:note added32:00112233445566778899aabbccddeeff2:é2:ff' | sha256sum
        line.ComputeHash().ShouldBe("6261735bfc7c4682b17e32e36cbd7d8e998e9a43f53bc9e2e13faa09d3c1234d");
        string.Equals((line with { Account = "c11", Verb = "note adde" }).ComputeHash(), line.ComputeHash(), StringComparison.Ordinal).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Line_Changed_IsRefusedByTheDatabase(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        await store.Audit.AddAsync("one", cancellation: Cancellation);
        await using StoreContext db = store.Core.Database.Open(PersonScope.Everyone);
        foreach (string sql in (string[])["UPDATE {0}audit SET account = 'x'", "DELETE FROM {0}audit"])
        {
            Exception refused = await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql.Replace("{0}", database == Database.Postgres ? "gaitsense." : "", StringComparison.Ordinal), Cancellation));
            refused.Message.ShouldContain(database == Database.Postgres ? "permission denied" : "neither changed nor deleted");
        }
    }

    [Theory]
    [InlineData("UPDATE audit SET what = 'x' WHERE seq = 3", AuditState.Altered, 3)]
    [InlineData("UPDATE audit SET subject = NULL WHERE seq = 1", AuditState.Altered, 1)]
    [InlineData("UPDATE audit SET hash = previous_hash WHERE seq = 4", AuditState.Altered, 4)]
    [InlineData("DELETE FROM audit WHERE seq = 3", AuditState.Broken, 4)]
    [InlineData("DELETE FROM audit WHERE seq = 1", AuditState.Broken, 2)]
    [InlineData("DELETE FROM audit WHERE seq > 3", AuditState.CutOff, 3)]
    [InlineData("DELETE FROM audit", AuditState.CutOff, 0)]
    public async Task Audit_EditedPastItsRules_SaysWhichLine(string edit, AuditState state, long seq)
    {
        await using TrainingStore store = await FiveLinesAsync();
        AuditAnchor told = await AnchorAsync(store);
        await EditAsync(store, edit);
        AuditReport report = await store.Audit.VerifyAsync([told], Cancellation);
        (report.State, report.Seq).ShouldBe((state, seq), report.Words);
    }

    [Fact]
    public async Task Audit_MadeAnewAsAWhole_IsNotTheOneThatWasTold()
    {
        await using TrainingStore store = await FiveLinesAsync();
        AuditAnchor told = await AnchorAsync(store);
        List<AuditEntry> lines = [.. await store.Audit.ListAsync(cancellation: Cancellation)];
        await EditAsync(store, "DELETE FROM audit");
        string hash = AuditEntry.FirstHash;
        await using (StoreContext db = store.Core.Database.Open(PersonScope.Everyone))
        {
            foreach (AuditEntry line in lines)
            {
                AuditEntry forged = line with { Account = line.Seq == 2 ? "somebody" : line.Account, PreviousHash = hash };
                forged = forged with { Hash = hash = forged.ComputeHash() };
                db.Add(forged);
            }

            await db.SaveChangesAsync(Cancellation);
        }

        (await store.Audit.VerifyAsync(cancellation: Cancellation)).State.ShouldBe(AuditState.Whole, "by itself it cannot be told");
        AuditReport report = await store.Audit.VerifyAsync([told], Cancellation);
        (report.State, report.Seq).ShouldBe((AuditState.Remade, 5L));
    }

    private async Task<TrainingStore> FiveLinesAsync()
    {
        TrainingStore store = await NewStoreAsync(Database.Sqlite);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        for (int i = 0; i < 4; i++) await store.Audit.AddAsync("line", person.Id, "a", Cancellation);
        return store;
    }

    private static async Task<AuditAnchor> AnchorAsync(TrainingStore store)
    {
        AuditEntry last = (await store.Audit.LastAsync(Cancellation))!;
        return new AuditAnchor(last.Seq, last.Hash);
    }

    // As somebody does who has the file and knows its rules.
    private static async Task EditAsync(TrainingStore store, string sql)
    {
        await using StoreContext db = store.Core.Database.Open(PersonScope.Everyone);
        foreach (string statement in (string[])["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete", sql]) await db.Database.ExecuteSqlRawAsync(statement, Cancellation);
    }
}
