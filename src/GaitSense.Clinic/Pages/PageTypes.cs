using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;

namespace GaitSense.Clinic.Pages;

/// <summary>What a file is, by its ending; a packed one is what it holds. A file of any other kind is no part of a page, and is not served.</summary>
internal sealed class PageTypes : IContentTypeProvider
{
    /// <summary>Kinds that are packed while they are sent, where the build did not pack them.</summary>
    public static IReadOnlyList<string> Packable { get; } = ["text/html", "text/css", "text/javascript", "text/plain", "application/json", "application/manifest+json", "application/wasm", "image/svg+xml"];

    /// <inheritdoc/>
    public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType)
    {
        contentType = Path.GetExtension(Unpacked(subpath)) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" or ".mjs" => "text/javascript; charset=utf-8",
            ".txt" => "text/plain; charset=utf-8",
            ".json" or ".map" => "application/json",
            ".webmanifest" => "application/manifest+json",
            ".wasm" => "application/wasm",
            ".bin" or ".dat" => "application/octet-stream",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".ogg" or ".opus" => "audio/ogg",
            _ => null,
        };
        return contentType is not null;
    }

    private static string Unpacked(string path) => PackedFiles.EncodingOf(path) is null ? path : Path.ChangeExtension(path, null);
}
