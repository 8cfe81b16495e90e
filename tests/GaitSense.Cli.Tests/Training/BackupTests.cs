using System.Text;
using System.Text.Json;
using GaitSense.Cli.App;
using Microsoft.Data.Sqlite;

namespace GaitSense.Cli.Tests;

/// <summary>The restore drill with the commands as a person types them.</summary>
public sealed class BackupTests : IDisposable
{
    private const string Canary = "Zwitscherling7";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Drill_BackedUpDeletedAndRestored_IsTheStoreWithoutWhomWasDeleted()
    {
        await RunAsync("people", "add", "P07");
        await RunAsync("people", "add", Canary);
        await RunAsync("people", "note", Canary, $"a note about {Canary}", "--by", "PT2");
        Cli.Outcome made = await RunAsync("backup", _folder["backups"]);
        made.Code.ShouldBe(ExitCode.Done, made.Error);
        made.Out.ShouldContain("whole, 2 people, 0 sessions, 0 recordings");
        string backup = Directory.GetFiles(_folder["backups"], "*.zip").ShouldHaveSingleItem();
        (await Cli.RunAsync("restore", backup, "--check")).Out.ShouldContain("whole, 2 people");

        (await RunAsync("people", "delete", Canary)).Code.ShouldBe(ExitCode.WrongUsage);
        Cli.Outcome deleted = await RunAsync("people", "delete", Canary, "--yes");
        deleted.Code.ShouldBe(ExitCode.Done, deleted.Error);
        (await RunAsync("restore", backup)).ShouldFailInOneLine("a store is there", "--force");
        Cli.Outcome restored = await RunAsync("restore", backup, "--force");
        restored.Code.ShouldBe(ExitCode.Done, restored.Error);
        restored.Out.ShouldContain("deleted once more: 1 people");
        restored.Out.ShouldContain("kept as");
        string listed = (await RunAsync("people")).Out;
        listed.ShouldContain("P07");
        listed.ShouldNotContain(Canary);
        byte[] canary = Encoding.UTF8.GetBytes(Canary);
        Directory.EnumerateFiles(_folder["data"], "*", SearchOption.AllDirectories).Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(canary) >= 0).ShouldBeEmpty();
        (await Cli.RunAsync("doctor", Store, "--against", _folder["backups"])).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Backup_OfNoStoreOrOverAFile_IsRefusedInOneLine()
    {
        (await RunAsync("backup", _folder["b.zip"])).ShouldFailInOneLine("there is no store there");
        await RunAsync("people", "add", "P07");
        (await RunAsync("backup", _folder["b.zip"])).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("backup", _folder["b.zip"])).ShouldFailInOneLine("is there already", "--force");
        (await RunAsync("backup", _folder["b.zip"], "--force")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("backup", _folder["c.zip"], "--with-key")).ShouldFailInOneLine("there is no key");
        File.WriteAllText(_folder["no.zip"], "nothing");
        (await Cli.RunAsync("restore", _folder["no.zip"], "--check")).ShouldFailInOneLine("no backup of gaitsense");
        (await Cli.RunAsync("restore", _folder["none.zip"], "--check")).ShouldFailInOneLine("is not there");
        JsonDocument.Parse((await RunAsync("backup", _folder["d.zip"], "--json")).Out).RootElement.GetProperty("people").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Name_OfAPerson_IsShownByItsOwnCommandAndInNoOtherOutputOrFile()
    {
        const string name = "Anneliese Zwitscherling", contact = "0170 1234567";
        Queue<string> lines = new([name, "1961", contact]);
        Task<Cli.Outcome> Identity(params string[] args) => Cli.RunAsync(
            ["people", "identity", "P07", .. args, "--store", Store],
            t => t with { SensorsFile = _folder["conf", "sensors.json"], ReadLine = () => lines.TryDequeue(out string? line) ? line : null },
            TestContext.Current.CancellationToken);
        await RunAsync("people", "add", "P07");
        (await Identity()).ShouldFailInOneLine("the key of the identity file is not there");
        Cli.Outcome kept = await Identity("--set");
        kept.Code.ShouldBe(ExitCode.Done, kept.Error);
        Cli.Outcome shown = await Identity();
        foreach (string part in (string[])[name, "1961", contact]) shown.Out.ShouldContain(part);
        List<Cli.Outcome> others =
        [
            kept, await RunAsync("people"), await RunAsync("people", "show", "P07"), await RunAsync("people", "show", "P07", "--json"), await RunAsync("people", "retention"),
            await RunAsync("backup", _folder["b.zip"]), await Cli.RunAsync("restore", _folder["b.zip"], "--check", "--json"), await Cli.RunAsync("doctor", Store, "--json"),
            await RunAsync("people", "delete", "P07", "--verbose"), await RunAsync("people", "delete", "P07", "--yes"),
        ];
        others.ShouldAllBe(o => !(o.Out + o.Error).Contains("Zwitscherling", StringComparison.Ordinal) && !(o.Out + o.Error).Contains("1234567", StringComparison.Ordinal));
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(f => File.ReadAllBytes(f).AsSpan().IndexOf("Zwitscherling"u8) >= 0).ShouldBeEmpty();
        (await Identity()).ShouldFailInOneLine("nobody of that code");
    }

    [Fact]
    public async Task Retention_IsShownChangedAndApplied()
    {
        await RunAsync("people", "add", "P07");
        (await RunAsync("people", "retention")).Out.ShouldContain("as long as their sessions");
        (await RunAsync("people", "retention", "--recordings-days", "365")).Out.ShouldContain("365 days");
        (await RunAsync("people", "retention", "--apply")).Out.ShouldContain("0 recordings");
        (await RunAsync("people", "retention", "--recordings-days", "-1")).Code.ShouldBe(ExitCode.WrongUsage);
    }

    [Fact]
    public async Task Doctor_OfAStoreWhoseAuditWasEdited_SaysWhichLine()
    {
        await RunAsync("people", "add", "P07");
        await RunAsync("people", "note", "P07", "a note", "--by", "PT2");
        await RunAsync("backup", _folder["backups"]);
        (await Cli.RunAsync("doctor", Store)).Out.ShouldContain("the audit is whole: 3 lines");
        await EditAsync("UPDATE audit SET account = 'somebody' WHERE seq = 2");
        Cli.Outcome altered = await Cli.RunAsync("doctor", Store);
        altered.Code.ShouldBe(ExitCode.Failed);
        altered.Out.ShouldContain("PROBLEM: line 2 of the audit was altered");
        await EditAsync("DELETE FROM audit WHERE seq > 1");
        (await Cli.RunAsync("doctor", Store)).Code.ShouldBe(ExitCode.Done, "by itself, the rest is a chain");
        (await Cli.RunAsync("doctor", Store, "--against", _folder["backups"])).Out.ShouldContain("the end of the audit was cut off: it ends with line 1");
    }

    [Fact]
    public async Task Doctor_OfARecordingThatNobodyKnows_SaysSoAndTakesItAway()
    {
        await RunAsync("people", "add", "P07");
        string orphan = Path.Combine(_folder["data"], "store.files", "recordings", "ab", new string('c', 62));
        Directory.CreateDirectory(Path.GetDirectoryName(orphan)!);
        File.WriteAllText(orphan, "x");
        (await Cli.RunAsync("doctor", Store)).Out.ShouldContain("--remove-orphans");
        (await Cli.RunAsync("doctor", Store, "--remove-orphans")).Code.ShouldBe(ExitCode.Done);
        File.Exists(orphan).ShouldBeFalse();
    }

    private string Store => Path.Combine(_folder["data"], "store.db");

    private Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--store", Store]);

    // As somebody does who has the file and knows its rules.
    private async Task EditAsync(string sql)
    {
        await using SqliteConnection file = new($"Data Source={Store};Pooling=False");
        await file.OpenAsync(TestContext.Current.CancellationToken);
        foreach (string statement in (string[])["DROP TRIGGER IF EXISTS audit_no_update", "DROP TRIGGER IF EXISTS audit_no_delete", sql])
        {
            await using SqliteCommand command = file.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }
}
