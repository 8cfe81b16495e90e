using System.IO.Compression;
using GaitSense.Analysis.Walks;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Exports;
using GaitSense.Clinic.Store;
using GaitSense.Exchange;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>What leaves: said first, and only then given. Researchers get what people consented to, without dates.</summary>
internal static class ExportsApi
{
    /// <summary>Maps it.</summary>
    public static void MapExportsApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/exports/{format}", AskAsync).RequireAuthorization(Policies.Exports);
        api.MapPost("/exports/{format}", LeaveAsync).RequireAuthorization(Policies.Exports);
    }

    private static async Task<IResult> AskAsync(string format, [AsParameters] Asked asked, HttpContext context, ClinicStore store, CancellationToken stop)
    {
        Catalogue texts = Catalogue.Of(Answers.LanguageOf(context));
        ExportPlan plan = ExportPlan.Of(await RequestAsync(format, asked, store, recordingsTo: null, stop));
        IReadOnlyList<string> question = plan.Question();
        // Whether a person consented is not a researcher's to know.
        bool isOpen = store.Is(Roles.Clinician);
        return Answers.Json(new
        {
            lines = (isOpen ? question : question.Where(l => !plan.Staying.Any(s => l.StartsWith(s.Code + " stays", StringComparison.Ordinal)))).Select(texts.Said),
            leaving = plan.Leaving.Select(p => p.Person.Person.Code),
            staying = isOpen ? plan.Staying.Select(s => new { code = s.Code, why = texts.Said(s.Why) }) : [],
        });
    }

    private static async Task<IResult> LeaveAsync(string format, [AsParameters] Asked asked, Confirm given, HttpContext context, ClinicStore store, CancellationToken stop)
    {
        if (!given.Yes) return Answers.Problem(StatusCodes.Status422UnprocessableEntity, "What has left cannot be called back: confirm it.");
        string folder = ExportWork.NewFolder(store.Mine);
        context.Response.OnCompleted(() =>
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
        string made = Path.Combine(folder, "export"), zip = Path.Combine(folder, "export.zip");
        ExportManifest manifest = (await Exporter.WriteAsync(await RequestAsync(format, asked, store, Path.Combine(folder, "recordings"), stop), made, _ => true, stop))!;
        ZipFile.CreateFromDirectory(made, zip, CompressionLevel.Fastest, includeBaseDirectory: false);
        foreach (ManifestPerson person in manifest.People)
            if (await store.Mine.People.FindAsync(person.Code, stop) is { } whose) await store.Mine.Audit.AddAsync("exported", whose.Id, $"{format} for {manifest.Purpose}", stop);
        return Results.File(zip, "application/zip", $"gaitsense-{format}.zip");
    }

    private static async Task<ExportRequest> RequestAsync(string format, Asked asked, ClinicStore store, string? recordingsTo, CancellationToken stop)
    {
        ExportFormats formats = format switch
        {
            "csv" => ExportFormats.Csv,
            "parquet" => ExportFormats.Parquet,
            "fhir" => ExportFormats.Fhir,
            "bids" => ExportFormats.Bids,
            _ => throw new StoreException(StoreFailure.NotFound, "there is no such export: csv, parquet, fhir, bids"),
        };
        ExportPurpose purpose = asked.For is null or "care" ? ExportPurpose.Care : asked.For is "research" ? ExportPurpose.Research : throw new StoreException(StoreFailure.Refused, "an export is for care or for research");
        if (purpose == ExportPurpose.Care && !store.Is(Roles.Clinician)) throw new StoreException(StoreFailure.Refused, "a researcher's export is for research");
        List<PersonExport> people = [];
        foreach (Person person in await PeopleAsync(asked.Person, store, stop)) people.Add(await ExportWork.OfAsync(store.Mine, person, formats == ExportFormats.Bids ? recordingsTo : null, stop));
        return new ExportRequest
        {
            By = store.UserName,
            At = store.Now,
            Purpose = purpose,
            Study = asked.Study is { Length: > 0 } study ? study : null,
            Formats = formats,
            People = people,
            Software = "GaitSense " + WalkContext.LibraryVersion,
        };
    }

    private static async Task<IReadOnlyList<Person>> PeopleAsync(string? given, ClinicStore store, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(given)) return await store.Mine.People.ListAsync(cancellation: stop);
        Person? person = Guid.TryParse(given, out Guid id) ? await store.Mine.People.FindAsync(id, stop) : await store.Mine.People.FindAsync(given, stop);
        return [person ?? throw new StoreException(StoreFailure.NotFound, "the person is not in the store")];
    }

    /// <summary>What is asked for.</summary>
    /// <param name="Person">Id or code; null: all people of the account.</param>
    /// <param name="For">care or research.</param>
    /// <param name="Study">For a study: its name.</param>
    internal sealed record Asked(string? Person, string? For, string? Study);

    /// <summary>A person's yes.</summary>
    internal sealed record Confirm([property: System.Text.Json.Serialization.JsonPropertyName("confirm")] bool Yes = false);
}
