using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace GaitSense.Clinic.Pages;

/// <summary>Files that a build packed beside the plain ones (<c>dotnet.js.br</c>): who takes them packed gets them so.</summary>
/// <param name="files">The page's files.</param>
internal sealed class PackedFiles(IFileProvider files)
{
    // Better first.
    private static readonly (string Encoding, string Ending)[] Kinds = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>How a file is packed, as HTTP calls it; null: it is not.</summary>
    public static string? EncodingOf(string path) => Array.Find(Kinds, k => path.EndsWith(k.Ending, StringComparison.Ordinal)).Encoding;

    /// <summary>Turns a request for a file into one for its packed copy, where there is one and it is wanted. The copies have no address of their own.</summary>
    public Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.Value is not { Length: > 0 } path) return next(context);
        if (EncodingOf(path) is not null) return PageHeaders.NotThereAsync(context);
        foreach ((string encoding, string ending) in Kinds)
        {
            if (!Takes(context.Request, encoding) || !files.GetFileInfo(path + ending).Exists) continue;
            context.Request.Path = path + ending;
            break;
        }

        return next(context);
    }

    private static bool Takes(HttpRequest request, string encoding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out IList<StringWithQualityHeaderValue>? wanted)
        && wanted.Any(w => w.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && w.Quality is not 0);
}
