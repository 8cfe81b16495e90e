using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GaitSense.Cli.Tests;

/// <summary>A small build of pages, and <c>gaitsense serve</c> of it on a port that was free.</summary>
internal sealed class ServedPages : IAsyncDisposable
{
    public const string Policy = "default-src 'none'; script-src 'self'";

    private readonly CancellationTokenSource _stop = new();
    private readonly StringWriter _said = new();
    private readonly Task<Cli.Outcome> _run;

    private ServedPages(string pages) =>
        _run = Task.Run(() => Cli.RunAsync(["serve", "--pages", pages, "--port", "0", "--store", Path.Combine(pages, "..", "serve.db")], t => t with { Out = TextWriter.Synchronized(_said) }, _stop.Token));

    /// <summary>Where it is served, with a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>What the command wrote to stdout.</summary>
    public string Said => _said.ToString();

    /// <summary>Makes a build in a folder: one file of each kind that matters, a packed one, and one that is no part of a page. A secret lies beside it.</summary>
    public static string Build(TestFolder folder)
    {
        string pages = folder["pages"];
        foreach (string part in (string[])["assets", "walk/_framework", "words"]) Directory.CreateDirectory(Path.Combine(pages, part));
        void Write(string name, string text) => File.WriteAllText(Path.Combine(pages, name), text);
        Write("index.html", $"<!doctype html>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n" + new string(' ', 4000));
        Write("sw.js", "// " + new string('x', 4000));
        Write("manifest.webmanifest", "{}");
        Write("assets/index-DCSzAxtw.js", "let page;");
        Write("assets/plain.js", "let plain;");
        Write("walk/worker.js", "let walk;");
        Write("walk/_framework/dotnet.wasm", new string('w', 4000));
        Write("words/en.bin", "words");
        Write("words/one.ogg", "OggS");
        Write("notes.md", "no part of a page");
        Write(".secret", "hidden");
        using (FileStream packed = File.Create(Path.Combine(pages, "walk/_framework/dotnet.wasm.br")))
        using (BrotliStream brotli = new(packed, CompressionLevel.Optimal)) brotli.Write(Encoding.ASCII.GetBytes(new string('w', 4000)));
        File.WriteAllText(folder["secret.json"], "\"secret\"");
        return pages;
    }

    /// <summary>Serves a build.</summary>
    public static async Task<ServedPages> StartAsync(string pages)
    {
        ServedPages served = new(pages);
        while (!served.Said.Contains("?demo\n", StringComparison.Ordinal))
        {
            if (served._run.IsCompleted) throw new InvalidOperationException((await served._run).Error);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        served.Address = new Uri(served.Said.Split('\n')[0].Split(' ')[^1]);
        return served;
    }

    /// <summary>Asks for a file, as a browser that takes these encodings.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, string? encodings = null)
    {
        using HttpClient client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(Address, path));
        if (encodings is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a request line as it stands, which a client would tidy up first; the whole answer.</summary>
    public async Task<string> RawAsync(string line, string? host = null)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port, TestContext.Current.CancellationToken);
        await using NetworkStream stream = client.GetStream();
        string request = string.Create(CultureInfo.InvariantCulture, $"{line} HTTP/1.1\r\nHost: {host ?? $"localhost:{Address.Port}"}\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using StreamReader reader = new(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ctrl-C; how the command ended.</summary>
    public async Task<Cli.Outcome> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        await _said.DisposeAsync();
    }
}
