using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GaitSense.Training.Records;

namespace GaitSense.Clinic.Tests;

/// <summary>What comes out: words that were put in run nowhere, and names are nowhere but on the desk.</summary>
public sealed class OutputTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WordsThatWereWritten_RunOnNoPage_AndInNoTable()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        await host.Admin.JsonAsync("POST", $"people/{person}/consents", new { what = "export" });
        foreach (string words in Payloads.All)
        {
            await host.Admin.PostAsync($"people/{person}/notes", new { text = words });
            await host.Admin.PostAsync($"people/{person}/falls", new { local_date = (string?)null, text = words });
            Session session = Walks.Test(person, words) with { Measures = Walks.Walk(person, reason: words).Measures };
            await host.Store.Sessions.AddAsync(session, Cancellation);
            using HttpResponseMessage page = await host.Admin.GetAsync($"sessions/{session.Id}/report");
            Runs(await page.Content.ReadAsStringAsync(Cancellation)).ShouldBeFalse(words);
            page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
            using HttpResponseMessage document = await host.Admin.GetAsync($"sessions/{session.Id}");
            document.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
            document.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        }

        using HttpResponseMessage left = await host.Admin.PostAsync($"exports/csv?person={person}&for=care", new { confirm = true });
        left.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach ((string name, string text) in await FilesAsync(left))
        {
            Runs(text).ShouldBeFalse(name);
            if (name.EndsWith(".csv", StringComparison.Ordinal)) Cells(text).Where(IsFormula).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public async Task PathsInsteadOfWords_LeadNowhere()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        foreach (string path in Payloads.Paths)
        {
            string asked = Uri.EscapeDataString(path);
            foreach (string request in (string[])[$"exports/{asked}", $"exports/csv?person={asked}", $"people?q={asked}&after={asked}"])
            {
                using HttpResponseMessage answer = await host.Admin.GetAsync(request);
                ((int)answer.StatusCode).ShouldBeLessThan(500, request);
                (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("root:");
            }

            (await host.Admin.PostAsync("people", new { code = path, zone = "Europe/Berlin" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await host.Admin.PostAsync("accounts", new { user = path, password = ClinicHost.Password, roles = new[] { "walker" } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
    }

    [Fact]
    public async Task HugeBodies_AreRefused_AndBrokenOnesSaidInOneLine()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        (await host.Admin.PostAsync($"people/{person}/notes", new { text = new string('x', 1_200_000) })).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await host.Admin.PostAsync($"people/{person}/notes", new { text = new string('x', 5_000) })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using HttpResponseMessage broken = await host.Admin.SendAsync("POST", "people", change: r => r.Content = new StringContent("{\"code\": ", Encoding.UTF8, "application/json"));
        broken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode problem = JsonNode.Parse(await broken.Content.ReadAsStringAsync(Cancellation))!;
        broken.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem["title"]!.GetValue<string>().ShouldNotContain("\n");
    }

    [Fact]
    public async Task AName_IsOnTheDeskOfItsClinician_AndInNoOtherOutput()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk one = await host.ClinicianAsync("pt1");
        Guid person = await one.AddPersonAsync("P01", Canary.Name);
        Session session = Walks.Test(person);
        await host.Store.Sessions.AddAsync(session, Cancellation);
        await one.JsonAsync("POST", $"people/{person}/consents", new { what = "export" });
        (await one.TextAsync($"people/{person}")).ShouldContain(Canary.Name);
        (await one.TextAsync("people")).ShouldContain(Canary.Name);

        foreach (string path in (string[])["today", $"people/{person}/sessions", $"people/{person}/plans", $"people/{person}/progress", $"people/{person}/progress.svg", $"people/{person}/today", $"sessions/{session.Id}", $"sessions/{session.Id}/report", $"exports/csv?person={person}"])
            Canary.ShouldBeAbsentFrom(await one.TextAsync(path), path);
        foreach (string path in (string[])["audit", "accounts", "nodes", "people", "today"]) Canary.ShouldBeAbsentFrom(await host.Admin.TextAsync(path), path);
        foreach (string format in (string[])["csv", "fhir"])
        {
            using HttpResponseMessage left = await one.PostAsync($"exports/{format}?person={person}&for=care", new { confirm = true });
            foreach ((string name, string text) in await FilesAsync(left)) Canary.ShouldBeAbsentFrom(text, name);
        }

        await host.Admin.JsonAsync("POST", "backups", new { });
        Canary.ShouldBeAbsentFrom(string.Join('\n', host.Log), "the log");
        foreach (string file in Directory.EnumerateFiles(host.Folder.Path, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 0)) // a lock that is held has nothing to read
            Canary.ShouldBeAbsentFrom(Encoding.Latin1.GetString(await ReadAsync(file)), file);
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using FileStream open = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[open.Length];
        await open.ReadExactlyAsync(bytes, Cancellation);
        return bytes;
    }

    private static async Task<List<(string Name, string Text)>> FilesAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using ZipArchive zip = new(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
        List<(string, string)> files = [];
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using StreamReader reader = new(entry.Open());
            files.Add((entry.FullName, await reader.ReadToEndAsync(Cancellation)));
        }

        return files;
    }

    // Markup that would be a tag: words are escaped.
    private static bool Runs(string text) => text.Contains("<script", StringComparison.OrdinalIgnoreCase) || text.Contains("<img", StringComparison.OrdinalIgnoreCase) || text.Contains("<svg onload", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Cells(string csv) => csv.Split('\n').SelectMany(l => l.Split(',')).Select(c => c.Trim('"'));

    private static bool IsFormula(string cell) => cell.Length > 1 && cell[0] is '=' or '@' or '+' && !double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _);
}
