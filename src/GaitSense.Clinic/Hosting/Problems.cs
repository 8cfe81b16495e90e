using System.Text.Json.Nodes;
using GaitSense.Clinic.Api;
using GaitSense.Core;
using GaitSense.Training.Texts;
using Microsoft.AspNetCore.Http;

namespace GaitSense.Clinic.Hosting;

/// <summary>What is answered when something cannot be done: application/problem+json, whose title is one line for a person.</summary>
public static class Problems
{
    private const int MostCharacters = 500;

    /// <summary>Answers with a problem, in the language of who asks where there are words for it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">400 to 599.</param>
    /// <param name="title">One line.</param>
    /// <param name="reasons">Why, in lines; null: none beside the title.</param>
    public static Task WriteAsync(HttpContext context, int status, string title, IEnumerable<string>? reasons = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Response.HasStarted) return Task.CompletedTask;
        Catalogue texts = Catalogue.Of(Answers.LanguageOf(context));
        JsonObject problem = new() { ["status"] = status, ["title"] = OutsideText.ShortLine(texts.Said(title), MostCharacters) };
        if (reasons is not null) problem["reasons"] = new JsonArray([.. reasons.Select(r => (JsonNode)texts.Said(r))]);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        return context.Response.WriteAsync(problem.ToJsonString());
    }
}
