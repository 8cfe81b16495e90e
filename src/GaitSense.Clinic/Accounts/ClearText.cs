using System.Net;
using Microsoft.AspNetCore.Http;

namespace GaitSense.Clinic.Accounts;

/// <summary>Who may sign in over a network without TLS: walkers, where <c>--insecure-lan</c> was given; everybody on this computer.</summary>
internal static class ClearText
{
    /// <summary>Why these roles may not sign in by this request; null: they may.</summary>
    public static string? WhyNot(HttpContext context, IEnumerable<string> roles)
    {
        ArgumentNullException.ThrowIfNull(context);
        bool isPrivate = context.Request.IsHttps || context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote);
        return isPrivate || roles.All(r => r is Roles.Walker) ? null : "Without TLS others on this network could read along: only walkers sign in here. Serve with --cert, or use the desk on the computer itself.";
    }
}
