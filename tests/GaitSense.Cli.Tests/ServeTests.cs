using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>The walker's page as the command hands it out: what a browser is told of each file, and what it never gets.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ResetPassword_OfNobody_OrWithoutAStore_SaysSoInOneLine_AndMakesNone()
    {
        (await Cli.RunAsync("serve", "reset-password", "chief", "--store", _folder["none.db"])).ShouldFailInOneLine("none.db");
        File.Exists(_folder["none.db"]).ShouldBeFalse();
        (await Cli.RunAsync("people", "add", "P07", "--store", _folder["clinic.db"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("serve", "reset-password", "chief", "--store", _folder["clinic.db"])).ShouldFailInOneLine("chief: no account of ");
    }

    [Theory]
    [InlineData("", "text/html; charset=utf-8")]
    [InlineData("?demo", "text/html; charset=utf-8")]
    [InlineData("index.html", "text/html; charset=utf-8")]
    [InlineData("sw.js", "text/javascript; charset=utf-8")]
    [InlineData("manifest.webmanifest", "application/manifest+json")]
    [InlineData("walk/worker.js", "text/javascript; charset=utf-8")]
    [InlineData("walk/_framework/dotnet.wasm", "application/wasm")]
    [InlineData("words/en.bin", "application/octet-stream")]
    [InlineData("words/one.ogg", "audio/ogg")]
    public async Task EachFile_SaysWhatItIs_AndWhatThePageMay(string path, string type)
    {
        await using ServedPages pages = await ServedPages.StartAsync(ServedPages.Build(_folder));
        using HttpResponseMessage answer = await pages.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe(type);
        Header(answer, "Content-Security-Policy").ShouldBe(ServedPages.Policy + "; frame-ancestors 'none'");
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "Referrer-Policy").ShouldBe("no-referrer");
        Header(answer, "Cache-Control").ShouldBe("no-cache");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.ETag.ShouldNotBeNull();
    }

    [Fact]
    public async Task AFileWhoseNameHasItsHash_IsKeptForEver_AndNoOther()
    {
        await using ServedPages pages = await ServedPages.StartAsync(ServedPages.Build(_folder));
        using HttpResponseMessage hashed = await pages.GetAsync("assets/index-DCSzAxtw.js"), plain = await pages.GetAsync("assets/plain.js");
        Header(hashed, "Cache-Control").ShouldBe("public, max-age=31536000, immutable");
        Header(plain, "Cache-Control").ShouldBe("no-cache");
    }

    [Theory]
    [InlineData("walk/_framework/dotnet.wasm", "br", "br")] // packed by the build
    [InlineData("walk/_framework/dotnet.wasm", "gzip, deflate, br", "br")]
    [InlineData("walk/_framework/dotnet.wasm", "br;q=0, gzip", "gzip")] // packed on the way
    [InlineData("walk/_framework/dotnet.wasm", null, null)]
    [InlineData("index.html", "br", "br")]
    [InlineData("index.html", "gzip", "gzip")]
    [InlineData("words/en.bin", "br", null)] // sound is packed already
    public async Task AFile_ComesPacked_ToThoseWhoTakeIt(string path, string? takes, string? packed)
    {
        string build = ServedPages.Build(_folder);
        await using ServedPages pages = await ServedPages.StartAsync(build);
        using HttpResponseMessage answer = await pages.GetAsync(path, takes);
        answer.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(packed);
        await using Stream sent = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = packed switch { "br" => new BrotliStream(sent, CompressionMode.Decompress), "gzip" => new GZipStream(sent, CompressionMode.Decompress), _ => sent };
        using MemoryStream bytes = new();
        await plain.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        bytes.ToArray().ShouldBe(await File.ReadAllBytesAsync(Path.Combine(build, path), TestContext.Current.CancellationToken));
        Header(answer, "Vary").ShouldBe("Accept-Encoding");
    }

    [Fact]
    public async Task AFileThatIsThereAlready_IsNotSentAgain()
    {
        await using ServedPages pages = await ServedPages.StartAsync(ServedPages.Build(_folder));
        using HttpResponseMessage first = await pages.GetAsync("sw.js");
        using HttpClient client = new();
        using HttpRequestMessage again = new(HttpMethod.Get, new Uri(pages.Address, "sw.js"));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage answer = await client.SendAsync(again, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("GET /nothing.js")]
    [InlineData("GET /notes.md")] // no part of a page
    [InlineData("GET /.secret")]
    [InlineData("GET /walk/_framework/dotnet.wasm.br")] // packed copies have no address
    [InlineData("GET /assets/")]
    [InlineData("GET /../secret.json")]
    [InlineData("GET /%2e%2e/secret.json")]
    [InlineData("GET /..%2fsecret.json")]
    [InlineData("GET /assets/..%2f..%2fsecret.json")]
    [InlineData("GET /assets/..%5c..%5csecret.json")]
    [InlineData("GET //secret.json")]
    [InlineData("POST /index.html")]
    [InlineData("DELETE /sw.js")]
    public async Task WhatIsNoFileOfThePage_IsNotThere(string line)
    {
        await using ServedPages pages = await ServedPages.StartAsync(ServedPages.Build(_folder));
        string answer = await pages.RawAsync(line);
        answer.ShouldStartWith("HTTP/1.1 404 ");
        answer.ShouldContain("There is no such file here.");
        answer.ShouldContain("nosniff");
        answer.ShouldNotContain("secret\"");
    }

    [Fact]
    public async Task AForeignName_ThatLeadsHere_IsRefused()
    {
        await using ServedPages pages = await ServedPages.StartAsync(ServedPages.Build(_folder));
        (await pages.RawAsync("GET /", "example.org")).ShouldStartWith("HTTP/1.1 400 ");
        (await pages.RawAsync("GET /", FormattableString.Invariant($"127.0.0.1:{pages.Address.Port}"))).ShouldStartWith("HTTP/1.1 200 ");
    }

    [Fact]
    public async Task OtherComputers_AreNotServed()
    {
        await using ServedPages pages = await ServedPages.StartAsync(ServedPages.Build(_folder));
        IPAddress[] others = [.. (await Dns.GetHostAddressesAsync(Dns.GetHostName(), TestContext.Current.CancellationToken)).Where(a => !IPAddress.IsLoopback(a))];
        Assert.SkipWhen(others.Length == 0, "This computer has no address that others could use.");
        foreach (IPAddress address in others)
        {
            using TcpClient client = new(address.AddressFamily);
            await Should.ThrowAsync<SocketException>(async () => await client.ConnectAsync(address, pages.Address.Port, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Serving_SaysWhereToLook_AndEndsWithCtrlC()
    {
        await using ServedPages pages = await ServedPages.StartAsync(ServedPages.Build(_folder));
        pages.Said.ShouldContain($"{pages.Address}\n");
        pages.Said.ShouldContain($"{pages.Address}?demo\n");
        Cli.Outcome ended = await pages.StopAsync();
        ended.Code.ShouldBe(ExitCode.Interrupted);
        ended.Error.ShouldContain("gaitsense: stopped.");
        ended.Error.ShouldNotContain("warning");
        using TcpClient client = new();
        await Should.ThrowAsync<SocketException>(async () => await client.ConnectAsync(IPAddress.Loopback, pages.Address.Port, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task APortThatIsTaken_IsSaidInOneLine_WithWhatToDo()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        (await Cli.RunAsync("serve", "--pages", ServedPages.Build(_folder), "--store", _folder["serve.db"], "--port", port)).ShouldFailInOneLine($"port {port} is taken", "--port 0");
    }

    [Fact]
    public async Task WithoutABuild_ItSaysWhy_AndTheTwoCommandsThatMakeOne()
    {
        Directory.CreateDirectory(_folder["empty"]);
        Cli.Outcome outcome = await Cli.RunAsync("serve", "--pages", _folder["empty"]);
        outcome.Code.ShouldBe(ExitCode.WrongUsage);
        outcome.Error.ShouldContain($"no index.html in {_folder["empty"]}");
        outcome.Error.ShouldContain("\n  dotnet publish src/GaitSense.Browser -c Release -o artifacts/browser\n");
        outcome.Error.ShouldContain("npm run build");
        outcome.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task ABuildWithoutTheWalk_IsServed_AndItIsSaid()
    {
        string build = ServedPages.Build(_folder);
        File.Delete(Path.Combine(build, "walk", "worker.js"));
        await using ServedPages pages = await ServedPages.StartAsync(build);
        (await pages.StopAsync()).Error.ShouldContain("warning: ");
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;
}
