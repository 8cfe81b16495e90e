using System.Net;
using Microsoft.AspNetCore.Http;

namespace GaitSense.Clinic.Api;

/// <summary>What only the computer itself may ask: whoever reads its console.</summary>
internal static class OwnComputer
{
    /// <summary>Whether it asks, with no proxy between: whoever forwards could make everybody look like this computer.</summary>
    public static bool Asks(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && !context.Request.Headers.Keys.Any(h => h.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || h.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || h.Equals("Via", StringComparison.OrdinalIgnoreCase));
}
