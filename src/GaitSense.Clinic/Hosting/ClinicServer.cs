using System.Globalization;
using System.Net.Sockets;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Accounts.Devices;
using GaitSense.Clinic.Imports;
using GaitSense.Core;
using GaitSense.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace GaitSense.Clinic.Hosting;

/// <summary>
/// The clinic's server: the walker's page, the desk and the API on one address. ASP.NET Core serves them, without what it would read from the environment (addresses, settings), so that
/// nothing but an option opens it to other computers.
/// </summary>
public sealed class ClinicServer : IAsyncDisposable
{
    // A browser that keeps a connection open does not keep the command.
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(2);

    // Told when it serves and when it ends, where it is a service with Type=notify; else nobody is.
    private static readonly SystemdNotifier s_systemd = new();

    private readonly WebApplication _app;
    private readonly TrainingStore _store;

    private ClinicServer(WebApplication app, TrainingStore store, ClinicOptions options) => (_app, _store, Options) = (app, store, options);

    /// <summary>How it serves.</summary>
    public ClinicOptions Options { get; }

    /// <summary>Where it serves, for this computer, with a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The code of the first run; null: there is an account already.</summary>
    public string? SetupCode => _app.Services.GetRequiredService<SetupCode>().Code;

    /// <summary>Ends when something but its owner ends the server: Windows, where it is a service.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    /// <summary>Where the store was kept before it was brought up to date; null: it was not.</summary>
    public string? KeptBeforeMigration => _store.KeptBeforeMigration;

    /// <summary>The services of the server, for tests and for the command.</summary>
    internal IServiceProvider Services => _app.Services;

    /// <summary>Begins to serve.</summary>
    /// <param name="options">How.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="GaitSenseException">The port, the certificate or the store cannot be had.</exception>
    public static async Task<ClinicServer> StartAsync(ClinicOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        TrainingStore store = await TrainingStore.OpenAsync(options.Store, new StoreOptions { Clock = options.Clock }, stop).ConfigureAwait(false);
        try
        {
            await AccountContext.MigrateAsync(options.Store, stop).ConfigureAwait(false);
            WebApplication app = Build(options, store);
            return await StartAsync(app, store, options, stop).ConfigureAwait(false);
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends serving.</summary>
    public Task StopAsync()
    {
        s_systemd.Notify(ServiceState.Stopping);
        return _app.StopAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync().ConfigureAwait(false);
        await _store.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(ClinicOptions options, TrainingStore store)
    {
        string? pages = options.Pages?.Path;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = pages ?? AppContext.BaseDirectory, WebRootPath = pages });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Endpoints.Listen(kestrel, options));
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>(); // the command owns Ctrl-C and the screen
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = EndWithin);
        WindowsService.AddTo(builder.Services);
        builder.Services.AddClinic(options, store);
        WebApplication app = builder.Build();
        app.UseClinic(options);
        return app;
    }

    private static async Task<ClinicServer> StartAsync(WebApplication app, TrainingStore store, ClinicOptions options, CancellationToken stop)
    {
        try
        {
            await using (AsyncServiceScope scope = app.Services.CreateAsyncScope())
            {
                ArrivedFiles.Forget(store, app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
                await scope.ServiceProvider.GetRequiredService<DeviceBook>().ForgetMissingAsync(store, stop).ConfigureAwait(false);
                if (await scope.ServiceProvider.GetRequiredService<AccountBook>().IsEmptyAsync(stop).ConfigureAwait(false)) app.Services.GetRequiredService<SetupCode>().Open();
            }

            await app.StartAsync(stop).ConfigureAwait(false);
            s_systemd.Notify(ServiceState.Ready);
            return new ClinicServer(app, store, options) { Address = Endpoints.AddressOf(app.Urls, options) };
        }
        catch (Exception e) when (e is IOException { InnerException: AddressInUseException } or SocketException)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            string why = e is SocketException socket ? $"cannot be used ({socket.Message.TrimEnd('.')})" : "is taken: another program serves there, maybe another gaitsense serve";
            throw new GaitSenseException(string.Create(CultureInfo.InvariantCulture, $"port {options.Port} {why}. Choose another: --port N, or --port 0 for one that is free."), e);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
