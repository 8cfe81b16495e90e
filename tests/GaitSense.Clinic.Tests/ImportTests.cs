using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GaitSense.Core;
using GaitSense.Recording.Session;

namespace GaitSense.Clinic.Tests;

/// <summary>Walks that were recorded elsewhere: a file at the desk, and what a phone pushes.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private ClinicHost _host = null!;
    private Guid _person;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Arriving => Path.Combine(_host.Store.Location.Folder, "arriving");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(ServeProcess.Program is null, "The command line, which records the walk, is not built.");
        _host = await ClinicHost.SetUpAsync();
        _person = await _host.Admin.AddPersonAsync("P01");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is { } host) await host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AWalkThatAPhoneSaved_IsASessionAtTheDesk_AndOnceMoreTheSameOne()
    {
        byte[] zip = await PhoneZipAsync("tired");
        JsonNode first = await GiveAsync(_host.Admin, zip, HttpStatusCode.Created);
        first["is_new"]!.GetValue<bool>().ShouldBeTrue();
        Guid id = first["session"]!["id"]!.GetValue<Guid>();
        JsonNode session = await _host.Admin.JsonAsync($"sessions/{id}");
        (session["status"]!.GetValue<string>(), session["stop_reason"]!.GetValue<string>(), session["source"]!.GetValue<string>()).ShouldBe(("ended_early", "fatigue", "simulation"));
        session["self_reports"]!.AsArray().Select(s => $"{s!["when"]} {s["of"]} {s["value"]}").ShouldBe(["after fatigue 3"]);
        session["measures"]!.AsArray().ShouldContain(m => m!["name"]!.GetValue<string>() == "speed_mps");
        JsonNode again = await GiveAsync(_host.Admin, zip, HttpStatusCode.OK);
        (again["is_new"]!.GetValue<bool>(), again["session"]!["id"]!.GetValue<Guid>()).ShouldBe((false, id));
        // The file itself, without the phone's word: of another person it is another session, and what was done is said beside it.
        Guid other = await _host.Admin.AddPersonAsync("P02");
        JsonNode plain = await GiveAsync(_host.Admin, await RecordedSession.BytesAsync(), HttpStatusCode.Created, other, "?task=backward&place=clinic");
        (plain["session"]!["kind"]!.GetValue<string>(), plain["session"]!["place"]!.GetValue<string>()).ShouldBe(("backward", "clinic"));
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task AFileThatIsNoWalk_IsSaidInOneLine_AndLeavesNothing()
    {
        byte[] session = await RecordedSession.BytesAsync();
        (byte[] File, string Said)[] files =
        [
            ([], "The file is empty."),
            (Encoding.UTF8.GetBytes("a letter"), "The file: "),
            (Zip(("letter.txt", Encoding.UTF8.GetBytes("a letter"))), "The file: is no walk: there is no session.gait in it."),
            (Zip(("a/session.gait", session), ("b/session.gait", session)), "The file: holds 2 walks: give them one by one."),
            (Zip(("a/session.gait", session))[..5000], "The file: the archive is damaged or cut off: save the walk once more."),
        ];
        foreach ((byte[] file, string said) in files)
        {
            JsonNode problem = await GiveAsync(_host.Admin, file, HttpStatusCode.UnprocessableEntity);
            problem["title"]!.GetValue<string>().ShouldStartWith(said);
            problem["title"]!.GetValue<string>().ShouldNotContain(_host.Store.Location.Folder);
        }

        (await _host.Admin.JsonAsync($"people/{_person}/sessions"))["items"]!.AsArray().ShouldBeEmpty();
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task AnArchive_IsUnpackedIntoItsOwnFolder_AndNoFurtherThanAWalkIsLong()
    {
        byte[] session = await RecordedSession.BytesAsync();
        string file = _folder["walk.zip"];
        await File.WriteAllBytesAsync(file, Zip(("a/session.gait", session), ("a/../../outside.txt", [1]), ("../outside.txt", [1]), ("a/b/deeper.txt", [1]), ("a/..", [1]), ("a/walk.json", [2])), Cancellation);
        string unpacked = await WalkArchive.UnpackAsync(file, "walk.zip", _folder["in/walk"], Cancellation);
        Directory.EnumerateFileSystemEntries(_folder["."], "*", SearchOption.AllDirectories).Where(File.Exists).Select(p => Path.GetRelativePath(_folder["."], p)).Order(StringComparer.Ordinal)
            .ShouldBe(["in/walk/session.gait", "in/walk/walk.json", "walk.zip"]);
        (await File.ReadAllBytesAsync(Path.Combine(unpacked, "session.gait"), Cancellation)).ShouldBe(session);
        // A bomb: half a gigabyte of nothing in half a megabyte.
        await using (FileStream to = File.Create(file))
        await using (ZipArchive zip = new(to, ZipArchiveMode.Create))
        await using (Stream entry = await zip.CreateEntry("session.gait").OpenAsync(Cancellation))
            for (int i = 0; i < 513; i++) await entry.WriteAsync(new byte[1 << 20], Cancellation);
        (await Should.ThrowAsync<GaitSenseException>(() => WalkArchive.UnpackAsync(file, "walk.zip", _folder["bomb"], Cancellation))).Message.ShouldBe("walk.zip: is larger than any walk");
    }

    [Fact]
    public async Task APush_GoesOnWhereItBrokeOff_AndIsTheSessionOfItsId()
    {
        byte[] zip = await PhoneZipAsync("done");
        Guid id = Guid.CreateVersion7();
        Desk phone = await _host.PhoneAsync(_host.Admin, _person);
        (await PushAsync(phone, id, zip, 0..1000)).ShouldBe((HttpStatusCode.Accepted, 1000));
        // It broke off: the phone asks how far it is, a part that belongs elsewhere is refused, and nobody else's part is in the way.
        (await PushAsync(phone, id, zip, ..0)).ShouldBe((HttpStatusCode.Accepted, 1000));
        (await PushAsync(phone, id, zip, 2000..3000)).Status.ShouldBe(HttpStatusCode.Conflict);
        Desk another = await _host.PhoneAsync(_host.Admin, await _host.Admin.AddPersonAsync("P02"));
        (await PushAsync(another, Guid.CreateVersion7(), zip, 0..10)).Status.ShouldBe(HttpStatusCode.Accepted);
        (await PushAsync(phone, id, zip, 1000..zip.Length)).Status.ShouldBe(HttpStatusCode.Created);
        JsonNode session = await _host.Admin.JsonAsync($"sessions/{id}");
        session["person_id"]!.GetValue<Guid>().ShouldBe(_person);
        session["recording_hash"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(await RecordedSession.BytesAsync())));
        // Pushed once more it is that session still; of another phone it is nothing that it may see or change.
        (await PushAsync(phone, id, zip, 0..zip.Length)).Status.ShouldBe(HttpStatusCode.OK);
        (await PushAsync(another, id, zip, 0..zip.Length)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await _host.Admin.JsonAsync($"people/{_person}/sessions"))["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task APushThatDidNotArriveAsItWasSent_IsRefused_AndBeginsAnew()
    {
        byte[] zip = await PhoneZipAsync("done"), changed = [.. zip];
        changed[zip.Length / 2] ^= 1;
        Guid id = Guid.CreateVersion7();
        Desk phone = await _host.PhoneAsync(_host.Admin, _person);
        (await PushAsync(phone, id, changed, 0..zip.Length, digestOf: zip)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Left().ShouldBeEmpty();
        (await phone.SendAsync("PUT", $"sync/sessions/{id}", change: r => r.Content = new ByteArrayContent(zip))).StatusCode.ShouldBe(HttpStatusCode.BadRequest); // without a digest
        (await PushAsync(phone, id, zip, 0..zip.Length)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task ARecording_MayBeLargerThanOtherRequests_ButNotEndless()
    {
        byte[] large = Zip(("session.gait", await RecordedSession.BytesAsync()), ("other.bin", RandomNumberGenerator.GetBytes(3_000_000)));
        await GiveAsync(_host.Admin, large, HttpStatusCode.Created);
        Desk phone = await _host.PhoneAsync(_host.Admin, _person);
        using HttpResponseMessage answer = await phone.SendAsync("PUT", $"sync/sessions/{Guid.NewGuid()}", change: r => r.Content = new ByteArrayContent([1]) { Headers = { ContentRange = new ContentRangeHeaderValue(0, 0, 1L << 40) } });
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static byte[] Zip(params ReadOnlySpan<(string Name, byte[] Bytes)> files)
    {
        using MemoryStream to = new();
        using (ZipArchive zip = new(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }

        return to.ToArray();
    }

    // As a phone saves a walk: its folder, with its own word beside the session.
    private static async Task<byte[]> PhoneZipAsync(string reason)
    {
        string said = $$"""{"startedMs":1796000000000,"endedMs":1796000030000,"zone":"Europe/Berlin","task":"comfortable-walk","folder":"walks/a","end":{"walkedS":28,"steps":50,"strides":48,"samples":6000},"stopReason":"{{reason}}","simulated":true,"after":{"fatigue":3} }""";
        return Zip(("2026-11-30T09-00-00/session.gait", await RecordedSession.BytesAsync()), ("2026-11-30T09-00-00/walk.json", Encoding.UTF8.GetBytes(said)));
    }

    private async Task<JsonNode> GiveAsync(Desk desk, byte[] file, HttpStatusCode status, Guid? person = null, string query = "")
    {
        using HttpResponseMessage answer = await desk.SendAsync("POST", $"people/{person ?? _person}/recordings{query}", change: r => r.Content = new ByteArrayContent(file));
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(status, text);
        return JsonNode.Parse(text)!;
    }

    private static async Task<(HttpStatusCode Status, int Received)> PushAsync(Desk phone, Guid id, byte[] file, Range part, byte[]? digestOf = null)
    {
        (int from, int length) = part.GetOffsetAndLength(file.Length);
        using HttpResponseMessage answer = await phone.SendAsync("PUT", $"sync/sessions/{id}", change: r =>
        {
            r.Content = new ByteArrayContent(file, from, length);
            r.Content.Headers.ContentRange = length == 0 ? new ContentRangeHeaderValue(file.Length) : new ContentRangeHeaderValue(from, from + length - 1, file.Length);
            r.Headers.Add("Repr-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(digestOf ?? file))}:");
        });
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.Accepted ? JsonNode.Parse(text)!["received"]!.GetValue<int>() : 0);
    }

    private string[] Left() => Directory.Exists(Arriving) ? [.. Directory.EnumerateFileSystemEntries(Arriving).Select(p => Path.GetFileName(p)!)] : [];
}
