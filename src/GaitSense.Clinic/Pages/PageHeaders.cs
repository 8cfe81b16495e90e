using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace GaitSense.Clinic.Pages;

/// <summary>What each answer says beside its bytes: what the page may do, what a browser must not guess, and how long it may keep the file.</summary>
internal static partial class PageHeaders
{
    // The policy of a file in a header holds for workers too, which a page's own meta element does not reach; and no other page may put this one into itself.
    private const string NotInAnotherPage = "; frame-ancestors 'none'", NotInAForeignPage = "; frame-ancestors 'self'";

    private const string AskEachTime = "no-cache", NotKept = "no-store", ForEver = "public, max-age=31536000, immutable";

    // Documents of the API: nothing but their own style, whatever is written in them; the desk may show one within itself.
    private const string OfDocuments = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    // What a page may not do whatever its file says.
    private const string OfDesk = "; object-src 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>What the answer to a request may load and do. The desk talks to its own server alone, over a WebSocket too.</summary>
    public static string PolicyOf(HttpContext context, PageFolder? pages)
    {
        PathString path = context.Request.Path;
        if (path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/live", StringComparison.Ordinal)) return OfDocuments;
        if (!string.Equals(path.Value, "/desk.html", StringComparison.Ordinal)) return pages?.Policy ?? OfDocuments;
        string policy = pages?.DeskPolicy ?? OfDocuments;
        return policy.Contains("connect-src", StringComparison.Ordinal) ? policy : policy + $"; connect-src 'self' ws://{context.Request.Host} wss://{context.Request.Host}{OfDesk}";
    }

    /// <summary>On every answer, be it a file or not.</summary>
    public static void OnAnswer(HttpContext context, string policy)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy + (ReferenceEquals(policy, OfDocuments) ? NotInAForeignPage : NotInAnotherPage);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // A browser shows what it kept when somebody goes back, without asking: what is of a person is not kept.
        headers.CacheControl = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? NotKept : AskEachTime;
    }

    /// <summary>On a file. One whose name has the hash of its bytes never changes; all others are asked for each time, and not sent again while they are the same.</summary>
    public static void OnFile(StaticFileResponseContext file)
    {
        IHeaderDictionary headers = file.Context.Response.Headers;
        if (Hashed().IsMatch(file.Context.Request.Path.Value ?? "")) headers.CacheControl = ForEver;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (PackedFiles.EncodingOf(file.File.Name) is { } encoding) headers.ContentEncoding = encoding;
    }

    /// <summary>The answer where there is no such file.</summary>
    public static Task NotThereAsync(HttpContext context)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (StatusCodes.Status404NotFound, "text/plain; charset=utf-8");
        return context.Response.WriteAsync("There is no such file here.\n");
    }

    // As Vite names them: assets/index-DCSzAxtw.js.
    [GeneratedRegex(@"^/assets/[^/]+-[\w-]{8}\.\w+$", RegexOptions.None, 1000)]
    private static partial Regex Hashed();
}
