using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GaitSense.Browser.Tests;

/// <summary>Serves a folder on localhost, which is a secure context; packed files where a browser takes them. Counts what it sends.</summary>
internal sealed class StaticServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly string _root;
    private readonly Task _serving;
    private long _bytes;
    private int _files;

    public StaticServer(string root)
    {
        _root = Path.GetFullPath(root);
        (_listener, Url) = Listen();
        _serving = ServeAsync();
    }

    /// <summary>Where it serves, with a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Bytes of bodies sent, as they are on the wire.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Files sent.</summary>
    public int Files => Volatile.Read(ref _files);

    public void Dispose()
    {
        _listener.Close();
        _serving.Wait(TimeSpan.FromSeconds(5));
    }

    // A port that was free a moment ago may be somebody's by now: the next one is tried.
    private static (HttpListener Listener, string Url) Listen()
    {
        for (int attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            string url = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/");
            probe.Stop();
            var listener = new HttpListener { Prefixes = { url } };
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // It was closed, or a browser went away in the middle of a file.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using HttpListenerResponse answer = context.Response;
        string path = context.Request.Url!.AbsolutePath;
        string file = Path.GetFullPath(Path.Join(_root, path.EndsWith('/') ? path + "index.html" : path));
        if (!file.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(file))
        {
            answer.StatusCode = 404;
            return;
        }

        answer.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html",
            ".js" => "text/javascript",
            ".css" => "text/css",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".webmanifest" => "application/manifest+json",
            ".wasm" => "application/wasm",
            ".json" => "application/json",
            _ => "application/octet-stream",
        };
        if (File.Exists(file + ".br") && context.Request.Headers["Accept-Encoding"]?.Contains("br", StringComparison.Ordinal) == true)
        {
            file += ".br";
            answer.Headers["Content-Encoding"] = "br";
        }

        byte[] bytes = await File.ReadAllBytesAsync(file);
        answer.ContentLength64 = bytes.Length;
        await answer.OutputStream.WriteAsync(bytes);
        Interlocked.Add(ref _bytes, bytes.Length);
        Interlocked.Increment(ref _files);
    }
}
