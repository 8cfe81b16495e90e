using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GaitSense.Clinic.Live;

/// <summary>Sessions that walk now.</summary>
public static class LiveApi
{
    /// <summary>Adds what live sessions need.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services) => services;

    /// <summary>Maps live sessions and their hub.</summary>
    public static void MapLiveApi(this IEndpointRouteBuilder api)
    {
    }
}
