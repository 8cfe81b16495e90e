using GaitSense.Clinic.Accounts;
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
    /// <param name="setup">What they need of the server, made when it starts.</param>
    public static IServiceCollection AddLive(this IServiceCollection services, Func<IServiceProvider, LiveSetup> setup)
    {
        services.AddSingleton(setup);
        services.AddSingleton(provider => new LiveSessions(provider.GetRequiredService<LiveSetup>()));
        services.AddHostedService(provider => provider.GetRequiredService<LiveSessions>());
        services.AddSignalR().AddJsonProtocol(o => LiveJson.Set(o.PayloadSerializerOptions));
        return services;
    }

    /// <summary>Maps the requests of live sessions below the API, for clinicians; the stop by token is for everybody.</summary>
    /// <param name="api">The API: "/api/v1".</param>
    public static IEndpointRouteBuilder MapLiveApi(this IEndpointRouteBuilder api)
    {
        LiveApi.Map(api.MapGroup("").RequireAuthorization(p => p.RequireAuthenticatedUser().RequireRole(Roles.Clinician)));
        api.MapPost("/stop/{token}", (string token, LiveSessions sessions) => LiveApi.StopBy(token, sessions)).WithName("stopByToken").AllowAnonymous().Produces(StatusCodes.Status204NoContent);
        return api;
    }

    /// <summary>Maps the hub, for clinicians: WebSockets alone, and none from another origin's page.</summary>
    /// <param name="server">The server.</param>
    public static IEndpointRouteBuilder MapLiveHub(this IEndpointRouteBuilder server)
    {
        HubEndpointConventionBuilder hub = server.MapHub<LiveHub>(HubPath, o =>
        {
            o.Transports = HttpTransportType.WebSockets;
            o.CloseOnAuthenticationExpiration = true;
        });
        hub.RequireAuthorization(p => p.RequireAuthenticatedUser().RequireRole(Roles.Clinician));
        hub.Add(endpoint =>
        {
            RequestDelegate inner = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => IsOwnOrigin(context.Request) ? inner(context) : Refuse(context);
        });
        return server;
    }

    // Cookies go along from any page of a browser: a page says where it is from. What is no browser has no cookies of anybody.
    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is not [var origin] ? request.Headers.Origin.Count == 0 : string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
