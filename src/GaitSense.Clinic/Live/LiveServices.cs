using System.Security.Claims;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Hosting;
using GaitSense.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GaitSense.Clinic.Live;

/// <summary>Puts live sessions into a server.</summary>
public static class LiveServices
{
    /// <summary>The hub's path.</summary>
    public const string HubPath = "/live";

    /// <summary>
    /// Adds them. They end with the server, which gives them the time they need to be kept: <see cref="HostOptions.ShutdownTimeout"/> is no shorter than a disk may take.
    /// </summary>
    /// <param name="services">The server's services.</param>
    /// <param name="setup">What they need of the server, made when it starts; null: of the clinic's server (<see cref="ClinicOptions"/>).</param>
    public static IServiceCollection AddLive(this IServiceCollection services, Func<IServiceProvider, LiveSetup>? setup = null)
    {
        services.AddSingleton(provider => NodeName.Hold(provider.GetRequiredService<TrainingStore>().Location.Folder));
        services.AddSingleton(setup ?? OfServer);
        services.AddSingleton(provider => new LiveSessions(provider.GetRequiredService<LiveSetup>()));
        services.AddHostedService(provider => provider.GetRequiredService<LiveSessions>());
        // A page misses a server that has died after some seconds of silence.
        services.AddSignalR(o => o.KeepAliveInterval = TimeSpan.FromSeconds(2)).AddJsonProtocol(o => ClinicServices.Json(o.PayloadSerializerOptions));
        return services;
    }

    /// <summary>Maps the requests of live sessions below the API, for clinicians; the stop by token is for everybody.</summary>
    /// <param name="api">The API: "/api/v1".</param>
    public static IEndpointRouteBuilder MapLiveApi(this IEndpointRouteBuilder api)
    {
        LiveApi.Map(api.MapGroup("").RequireAuthorization(Policies.Clinician));
        api.MapPost("/stop/{token}", (string token, LiveSessions sessions, CancellationToken stop) => LiveApi.StopByAsync(token, sessions, stop)).WithName("stopByToken").AllowAnonymous().Produces(StatusCodes.Status204NoContent);
        return api;
    }

    /// <summary>Maps the hub, for clinicians: WebSockets alone. That none comes from another origin's page is held for all requests (<see cref="OwnOrigin"/>).</summary>
    /// <param name="server">The server.</param>
    public static IEndpointRouteBuilder MapLiveHub(this IEndpointRouteBuilder server)
    {
        server.MapHub<LiveHub>(HubPath, o =>
        {
            o.Transports = HttpTransportType.WebSockets;
            o.CloseOnAuthenticationExpiration = true;
        }).RequireAuthorization(Policies.Clinician);
        return server;
    }

    private static LiveSetup OfServer(IServiceProvider services)
    {
        ClinicOptions options = services.GetRequiredService<ClinicOptions>();
        TrainingStore store = services.GetRequiredService<TrainingStore>();
        return new LiveSetup
        {
            Store = store,
            ActorOf = user => user.IsInRole(Roles.Clinician) && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } account ? new Actor(account, PersonScope.MembersOf(account)) : null,
            Node = services.GetRequiredService<NodeName>().Name,
            Time = options.Clock,
            Sensors = options.Sensors,
            Sound = options.Sound,
            ImportFolder = options.ImportFolder,
        };
    }
}
