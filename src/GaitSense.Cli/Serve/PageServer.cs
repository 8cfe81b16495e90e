using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GaitSense.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GaitSense.Cli.Serve;

/// <summary>
/// The pages on this computer's own address: files, and nothing that could be changed or asked. ASP.NET Core serves them, without what it would read from the environment (addresses, settings),
/// so that nothing opens it to other computers.
/// </summary>
internal sealed class PageServer : IAsyncDisposable
{
    // A browser that keeps a connection open does not keep the command.
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(2);

    // What a browser here calls this computer. A foreign name that leads here (DNS rebinding) is refused.
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    private readonly WebApplication _app;

    private PageServer(WebApplication app) => _app = app;

    /// <summary>Where it serves, with a slash at the end.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{new Uri(_app.Urls.First()).Port}/");

    /// <summary>Begins to serve.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="port">0 to 65535; 0: one that is free.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="GaitSenseException">The port cannot be had.</exception>
    public static async Task<PageServer> StartAsync(PageFolder pages, int port, CancellationToken stop)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = pages.Path, WebRootPath = pages.Path });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, port));
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>(); // the command owns Ctrl-C and the screen
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = EndWithin);
        builder.Services.AddHostFiltering(o => o.AllowedHosts = OwnNames);
        builder.Services.AddResponseCompression(o => o.MimeTypes = PageTypes.Packable);
        WebApplication app = builder.Build();
        Serve(app, pages);
        try
        {
            await app.StartAsync(stop).ConfigureAwait(false);
            return new PageServer(app);
        }
        catch (Exception e) when (e is IOException { InnerException: AddressInUseException } or SocketException)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            string why = e is SocketException socket ? $"cannot be used ({socket.Message.TrimEnd('.')})" : "is taken: another program serves there, maybe another gaitsense serve";
            throw new GaitSenseException(string.Create(CultureInfo.InvariantCulture, $"port {port} {why}. Choose another: --port N, or --port 0 for one that is free."), e);
        }
    }

    /// <summary>Ends serving.</summary>
    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 0; // nothing is sent here
        if (port == 0) kestrel.Listen(IPAddress.Loopback, 0);
        else kestrel.ListenLocalhost(port);
    }

    private static void Serve(WebApplication app, PageFolder pages)
    {
        PackedFiles packed = new(app.Environment.WebRootFileProvider);
        app.UseHostFiltering();
        app.Use((context, next) =>
        {
            PageHeaders.OnAnswer(context, pages.Policy);
            return next(context);
        });
        app.UseResponseCompression();
        app.UseDefaultFiles();
        app.Use(packed.ServeAsync);
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = new PageTypes(), OnPrepareResponse = PageHeaders.OnFile });
        app.Run(PageHeaders.NotThereAsync);
    }

    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
