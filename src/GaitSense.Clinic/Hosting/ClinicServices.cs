using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Live;
using GaitSense.Clinic.Pages;
using GaitSense.Clinic.Store;
using GaitSense.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GaitSense.Clinic.Hosting;

/// <summary>What the server is made of.</summary>
internal static class ClinicServices
{
    /// <summary>Name of the limit on passwords and codes that an address may try.</summary>
    public const string Tries = "tries";

    /// <summary>Adds the services.</summary>
    public static void AddClinic(this IServiceCollection services, ClinicOptions options, TrainingStore store)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(store);
        services.AddScoped<ClinicStore>();
        services.AddSingleton<People.NameBook>();
        services.AddRouting();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(o => Json(o.SerializerOptions));
        services.AddLogging(log =>
        {
            log.SetMinimumLevel(LogLevel.Warning);
            log.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // that the server cannot start is thrown, and said by who started it
            if (options.Log is { } write) log.AddProvider(new LineLog(write));
        });
        services.AddHostFiltering(o => o.AllowedHosts = [.. Endpoints.Names(options)]);
        services.AddResponseCompression(o => o.MimeTypes = PageTypes.Packable);
        services.AddRateLimiter(limits => Limit(limits, options));
        services.AddOpenApi("v1");
        services.AddAccounts(options, store.Location);
        services.AddLive();
    }

    /// <summary>Names and words of the API's documents: snake case, what is missing left out; as the command line's.</summary>
    public static void Json(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }

    private static void Limit(RateLimiterOptions limits, ClinicOptions options)
    {
        limits.AddPolicy(Tries, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.TriesPerMinute, Window = TimeSpan.FromMinutes(1) }));
        limits.OnRejected = (rejected, _) => new ValueTask(Problems.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too many attempts from here. Wait a minute."));
    }
}
