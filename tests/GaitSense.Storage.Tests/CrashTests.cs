using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using Microsoft.Data.Sqlite;

namespace GaitSense.Storage.Tests;

/// <summary>
/// A program that writes is killed with -9, or its drive fills up, at any moment: each row that it was told is kept is there, whole, and the database with its audit is whole.
/// GAITSENSE_STORE_KILLS and GAITSENSE_STORE_FULL_DISKS say how often; .ci/full asks for 200 and 40.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_AtAnyMoment_LosesNoRowThatWasAcknowledged()
    {
        int kills = Times("GAITSENSE_STORE_KILLS", 2);
        ConcurrentDictionary<Guid, bool> kept = [];
        string path = _folder["clinic.db"];
        for (int i = 0; i < kills; i++)
        {
            using Process process = Start("dotnet", [Program, path, "4"]);
            // Some are killed while they open the store, before they say anything.
            Random chance = new(i);
            Task reading = ReadAsync(process, kept, i % 5 == 4 ? null : "kept ", out Task first);
            await Task.WhenAny(first, Task.Delay(chance.Next(200, 1500), Cancellation));
            if (i % 5 != 4) await first;
            await Task.Delay(chance.Next(0, 400), Cancellation);
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
            await reading;
            await ShouldHoldAsync(path, kept.Keys, $"kill {i}");
        }

        kept.Count.ShouldBeGreaterThan(kills);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills, {kept.Count} acknowledged sessions, none lost"));
    }

    [Fact]
    public async Task FullDisk_AtAnyMoment_IsSaidAndLosesNoRowThatWasAcknowledged()
    {
        Assert.SkipUnless(await CanMountAsync(), "Needs a small drive of its own (unshare and tmpfs), which this system does not allow.");
        int disks = Times("GAITSENSE_STORE_FULL_DISKS", 1), all = 0;
        for (int i = 0; i < disks; i++)
        {
            string drive = _folder["drive" + i.ToString(CultureInfo.InvariantCulture)], copy = _folder["copy" + i.ToString(CultureInfo.InvariantCulture)];
            Directory.CreateDirectory(drive);
            int kilobytes = 640 + (4 * new Random(i).Next(0, 200)); // a store without a session takes 600
            string script = string.Create(CultureInfo.InvariantCulture, $"mount -t tmpfs -o size={kilobytes}k tmpfs '{drive}' || exit 99; dotnet '{Program}' '{drive}/clinic.db' 4; cp -r '{drive}' '{copy}'");
            using Process process = Start("unshare", [.. Namespace, "sh", "-c", script]);
            ConcurrentDictionary<Guid, bool> kept = [];
            List<string> said = [];
            await ReadAsync(process, kept, "failed: ", out _, said);
            await process.WaitForExitAsync(Cancellation);
            string output = string.Join('\n', said.Where(l => !l.StartsWith("kept", StringComparison.Ordinal)));
            output.Contains("failed: Full: ", StringComparison.Ordinal).ShouldBeTrue(output);
            all += kept.Count;
            await ShouldHoldAsync(Path.Combine(copy, "clinic.db"), kept.Keys, string.Create(CultureInfo.InvariantCulture, $"disk {i} of {kilobytes} kB"));
        }

        // On the smallest there is room for one or two.
        all.ShouldBeGreaterThan(5 * disks);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{disks} full disks, {all} acknowledged sessions, none lost"));
    }

    [Fact]
    public async Task Connection_OfAStore_WaitsForTheDiskAndOverwritesWhatIsDeleted()
    {
        await using TrainingStore store = await TrainingStore.OpenAsync(StoreLocation.Of(_folder["clinic.db"]), cancellation: Cancellation);
        await using SqliteConnection connection = await ((SqliteDatabase)store.Core.Database).ConnectAsync(Cancellation);
        foreach ((string pragma, string value) in ((string, string)[])[("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1"), ("foreign_keys", "1")])
        {
            await using SqliteCommand command = new("PRAGMA " + pragma, connection);
            Convert.ToString(await command.ExecuteScalarAsync(Cancellation), CultureInfo.InvariantCulture).ShouldBe(value, pragma);
        }
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "store-program.dll");

    private static string[] Namespace => Environment.IsPrivilegedProcess ? ["--mount"] : ["--map-root-user", "--mount"];

    private static int Times(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int n) ? n : usual;

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;

    // What was said to the end; a line that was cut off in its middle was not said.
    private static Task ReadAsync(Process process, ConcurrentDictionary<Guid, bool> kept, string? until, out Task first, List<string>? said = null)
    {
        TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        first = seen.Task;
        return Task.Run(
            async () =>
            {
                while (await process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
                {
                    said?.Add(line);
                    if (line.StartsWith("kept ", StringComparison.Ordinal) && Guid.TryParseExact(line[5..], "D", out Guid id)) kept[id] = true;
                    if (until is not null && line.StartsWith(until, StringComparison.Ordinal)) seen.TrySetResult();
                }

                seen.TrySetResult();
            },
            Cancellation);
    }

    private static async Task ShouldHoldAsync(string path, IEnumerable<Guid> kept, string when)
    {
        await using TrainingStore store = await TrainingStore.OpenAsync(StoreLocation.Of(path), cancellation: Cancellation);
        await store.CheckAsync(Cancellation);
        Person? person = await store.People.FindAsync("P07", Cancellation);
        IReadOnlyList<Session> sessions = person is null ? [] : await store.Sessions.ListAsync(person.Id, cancellation: Cancellation);
        kept.Except(sessions.Select(s => s.Id)).ShouldBeEmpty(when);
        sessions.ShouldAllBe(s => s.Measures.Count == 9, when);
        AuditReport audit = await store.Audit.VerifyAsync(cancellation: Cancellation);
        (audit.State, audit.Lines).ShouldBe((AuditState.Whole, sessions.Count + (person is null ? 0 : 1)), when);
    }

    private static async Task<bool> CanMountAsync()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using Process probe = Start("unshare", [.. Namespace, "sh", "-c", "mount -t tmpfs -o size=16k tmpfs /mnt"]);
            await probe.WaitForExitAsync(Cancellation);
            return probe.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
