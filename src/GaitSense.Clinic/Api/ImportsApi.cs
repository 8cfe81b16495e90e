using System.Net.Http.Headers;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Accounts.Devices;
using GaitSense.Clinic.Imports;
using GaitSense.Clinic.Sessions;
using GaitSense.Clinic.Store;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>Walks that were recorded elsewhere: given at the desk as a file, or pushed by a person's phone.</summary>
internal static class ImportsApi
{
    private const string DigestHeader = "Repr-Digest", Sha256 = "sha-256=:";

    /// <summary>Maps it.</summary>
    public static void MapImportsApi(this IEndpointRouteBuilder api)
    {
        RequestSizeLimitAttribute size = new(PushedFile.MostBytes);
        api.MapPost("/people/{id:guid}/recordings", GiveAsync).RequireAuthorization(Policies.Clinician).WithMetadata(size);
        api.MapPut("/sync/sessions/{id:guid}", PushAsync).RequireAuthorization(Policies.Device).WithMetadata(size);
    }

    // The body is the file. What a phone saved says itself what it was; of another recording the request says it.
    private static async Task<IResult> GiveAsync(Guid id, string? task, string? place, HttpContext context, ClinicStore store, CancellationToken stop)
    {
        Person person = await store.PersonAsync(id, stop);
        ImportRequest request = new()
        {
            Task = task is null ? TrainingTask.ComfortableWalk : Answers.Word<TrainingTask>(task, "task"),
            Place = place is null ? Place.Home : Answers.Word<Place>(place, "place"),
        };
        Guid once = Guid.NewGuid();
        PushedFile file = new(ArrivedFiles.PlaceOf(store.Mine), once, once);
        try
        {
            if (await file.AppendAsync(context.Request.Body, at: 0, stop) == 0) return Answers.Problem(StatusCodes.Status422UnprocessableEntity, "The file is empty.");
            return Answer(await ArrivedFiles.TakeAsync(store.Mine, person, file.Path, "the file", request, store.Now, stop), context);
        }
        finally
        {
            file.Delete();
        }
    }

    // Content-Range (RFC 9110) says which part of the file comes, "bytes */N" asks how far it is, no range is all of it; Repr-Digest (RFC 9530) is that of the whole file, with its last part.
    private static async Task<IResult> PushAsync(Guid id, HttpContext context, TrainingStore everybody, TimeProvider clock, CancellationToken stop)
    {
        Guid whose = Guid.Parse(context.User.FindFirst(DeviceScheme.PersonClaim)!.Value);
        TrainingStore store = everybody.As(new Actor(DeviceScheme.Role, PersonScope.Everyone));
        Person person = await store.People.FindAsync(whose, stop) ?? throw new StoreException(StoreFailure.NotFound, "the person is not in the store");
        if (await store.Sessions.FindAsync(id, stop) is { } there)
            return there.PersonId == whose ? Answers.Json(SessionRow.Of(there)) : Answers.Problem(StatusCodes.Status409Conflict, "The store has another session with that id.");
        ContentRangeHeaderValue? range = null;
        if (context.Request.Headers.ContentRange is { Count: > 0 } given && !IsRange(given.ToString(), out range)) return Answers.Problem(StatusCodes.Status400BadRequest, "Content-Range is like: bytes 0-999/5000, or bytes */5000.");
        if (range?.Length > PushedFile.MostBytes) return Answers.Problem(StatusCodes.Status413PayloadTooLarge, "This is too large.");
        PushedFile file = new(ArrivedFiles.PlaceOf(store), whose, id);
        long received = range is { HasRange: false } ? file.Bytes : await file.AppendAsync(context.Request.Body, range?.From ?? 0, stop);
        if (received == 0 || received < range?.Length) return Answers.Json(new { received }, StatusCodes.Status202Accepted);
        try
        {
            if (!TryReadDigest(context.Request.Headers[DigestHeader].ToString(), out byte[] digest)) return Answers.Problem(StatusCodes.Status400BadRequest, $"{DigestHeader} is missing: {Sha256}BASE64: of the whole file.");
            byte[] arrived = await file.HashAsync(stop);
            if (!digest.AsSpan().SequenceEqual(arrived)) return Answers.Problem(StatusCodes.Status422UnprocessableEntity, "The walk did not arrive as it was sent: send it once more.");
            return Answer(await ArrivedFiles.TakeAsync(store, person, file.Path, "the file", new ImportRequest { Id = id }, clock.GetUtcNow(), stop), context);
        }
        finally
        {
            file.Delete();
        }
    }

    private static IResult Answer(ImportedSession imported, HttpContext context)
    {
        Catalogue texts = Catalogue.Of(Answers.LanguageOf(context));
        return Answers.Json(
            new { session = SessionRow.Of(imported.Session), isNew = imported.IsNew, warnings = imported.Warnings.Select(texts.Said) },
            imported.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static bool IsRange(string text, out ContentRangeHeaderValue? range) =>
        ContentRangeHeaderValue.TryParse(text, out range) && range.HasLength && string.Equals(range.Unit, "bytes", StringComparison.Ordinal);

    private static bool TryReadDigest(string header, out byte[] digest)
    {
        digest = [];
        int from = header.IndexOf(Sha256, StringComparison.OrdinalIgnoreCase), to = from < 0 ? -1 : header.IndexOf(':', from + Sha256.Length);
        if (to < 0) return false;
        byte[] bytes = new byte[32];
        if (!Convert.TryFromBase64String(header[(from + Sha256.Length)..to], bytes, out int n) || n != bytes.Length) return false;
        digest = bytes;
        return true;
    }
}
