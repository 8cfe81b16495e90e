using GaitSense.Core;
using GaitSense.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GaitSense.Clinic.Hosting;

/// <summary>Failures of the rooms below as answers of the API. What nobody foresaw is said without its words, which may have a value of a person in them.</summary>
internal static partial class Failures
{
    /// <summary>Calls the rest, and answers where it fails.</summary>
    public static async Task GuardAsync(HttpContext context, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (StoreException e)
        {
            await Problems.WriteAsync(context, StatusOf(e.Failure), Sentence(e.Message));
        }
        catch (BadHttpRequestException e)
        {
            await Problems.WriteAsync(context, e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "This is too large." : "The request cannot be read.");
        }
        catch (GaitSenseException e)
        {
            await Problems.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, Sentence(e.Message));
        }
        catch (Exception e)
        {
            string where = e.TargetSite?.Name ?? "";
            Unforeseen(log, e.GetType().Name, where);
            await Problems.WriteAsync(context, StatusCodes.Status500InternalServerError, "Something failed in the server that should not. Its log says where.");
        }
    }

    /// <summary>The status of a failure of the store.</summary>
    public static int StatusOf(StoreFailure failure) => failure switch
    {
        StoreFailure.NotFound => StatusCodes.Status404NotFound,
        StoreFailure.Conflict => StatusCodes.Status409Conflict,
        StoreFailure.Refused => StatusCodes.Status422UnprocessableEntity,
        StoreFailure.Full => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>A line for a person as a sentence.</summary>
    public static string Sentence(string words) => words.Length > 0 ? char.ToUpperInvariant(words[0]) + words[1..].TrimEnd('.') + "." : words;

    [LoggerMessage(Level = LogLevel.Error, Message = "unforeseen {Type} in {Where}")]
    private static partial void Unforeseen(ILogger log, string type, string where);
}
