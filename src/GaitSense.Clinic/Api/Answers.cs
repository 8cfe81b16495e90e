using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Clinic.Documents;
using GaitSense.Clinic.Hosting;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Texts;
using Microsoft.AspNetCore.Http;

namespace GaitSense.Clinic.Api;

/// <summary>What routes answer with: documents as the command line's, pages, problems.</summary>
internal static class Answers
{
    /// <summary>Rows of a page of a list, unless fewer are asked for.</summary>
    public const int UsualPage = 100;

    /// <summary>Rows of a page of a list, at most.</summary>
    public const int LongestPage = 1000;

    /// <summary>A document.</summary>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Text(StoreJson.Of(value), "application/json", Encoding.UTF8, status);

    /// <summary>Text that is JSON already.</summary>
    public static IResult JsonText(string text) => Results.Text(text, "application/json", Encoding.UTF8);

    /// <summary>A list; null: no further page.</summary>
    public static IResult List<T>(IEnumerable<T> items, string? next = null) => Json(new { items, next });

    /// <summary>A page to read or print.</summary>
    public static IResult Page(string html) => Results.Text(html, "text/html", Encoding.UTF8);

    /// <summary>A problem.</summary>
    public static IResult Problem(int status, string title, IEnumerable<string>? reasons = null) => new ProblemAnswer(status, title, reasons);

    /// <summary>Rows of a page: what was asked for, within limits.</summary>
    public static int Limit(int? limit) => Math.Clamp(limit ?? UsualPage, 1, LongestPage);

    /// <summary>The language of an answer's texts: <c>?language=</c>, else what the browser prefers.</summary>
    public static Language LanguageOf(HttpContext context)
    {
        string? given = context.Request.Query["language"];
        if (string.IsNullOrEmpty(given)) given = context.Request.Headers.AcceptLanguage.ToString();
        return given.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? Language.German : Language.English;
    }

    /// <summary>Puts sentences of a document, and lists of them, by the names of their properties, into the words of whoever reads them.</summary>
    public static void Say(JsonNode? document, Catalogue texts, params ReadOnlySpan<string> names)
    {
        if (document is JsonArray all)
            foreach (JsonNode? one in all) Say(one, texts, names);
        if (document is not JsonObject of) return;
        foreach ((string name, JsonNode? value) in of.ToArray())
        {
            if (names.Contains(name) && TextOf(value) is { } said) of[name] = texts.Said(said);
            else if (names.Contains(name) && value is JsonArray list && list.All(v => TextOf(v) is not null)) of[name] = new JsonArray([.. list.Select(v => (JsonNode)texts.Said(TextOf(v)!))]);
            else Say(value, texts, names);
        }
    }

    /// <summary>The value that a word of files means.</summary>
    /// <exception cref="StoreException">It means none.</exception>
    public static T Word<T>(string? word, string what)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
            if (string.Equals(Words.InFiles(value), word, StringComparison.Ordinal)) return value;
        throw new StoreException(StoreFailure.Refused, $"{what} is one of: {string.Join(", ", Enum.GetValues<T>().Select(Words.InFiles))}");
    }

    /// <summary>A day as files have it.</summary>
    /// <exception cref="StoreException">It is none.</exception>
    public static DateOnly Day(string? text, string what) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new StoreException(StoreFailure.Refused, $"{what} is a day like 2026-11-20");

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private sealed class ProblemAnswer(int status, string title, IEnumerable<string>? reasons) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problems.WriteAsync(httpContext, status, title, reasons);
    }
}
