using Microsoft.AspNetCore.Http;

namespace GaitSense.Clinic.Hosting;

/// <summary>
/// Keeps other sites out of a browser that has signed in: what changes something carries a header that no other site's page can send unasked, and an Origin, where a browser tells one,
/// that is this server's. A WebSocket is held to its Origin too.
/// </summary>
internal static class OwnOrigin
{
    /// <summary>The header.</summary>
    public const string Header = "X-GaitSense";

    /// <summary>Lets a request through, or refuses it.</summary>
    public static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        HttpRequest request = context.Request;
        bool changes = !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));
        bool isForeign = request.Headers.Origin is { Count: > 0 } origin && !string.Equals(origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        if (isForeign && (changes || context.WebSockets.IsWebSocketRequest || IsUpgrade(request))) return Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "This comes from another site, and is refused.");
        return changes && !request.Headers[Header].Equals("1")
            ? Problems.WriteAsync(context, StatusCodes.Status403Forbidden, $"A request that changes something needs the header {Header}: 1.")
            : next(context);
    }

    private static bool IsUpgrade(HttpRequest request) => request.Headers.Upgrade.Count > 0 || string.Equals(request.Method, HttpMethods.Connect, StringComparison.Ordinal);
}
