using System.Text;
using System.Text.Json.Nodes;
using GaitSense.Analysis.Walks;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Store;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Texts;
using GaitSense.Training.Verdicts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>What changed over weeks, and whether it is more than measuring noise.</summary>
internal static class ProgressApi
{
    // What rules say of a series, its verdict and its limit; names, keys and units stay those of files.
    private static readonly string[] Sentences = ["rules", "purpose", "words", "meaning", "missing", "notes", "source", "up_source", "down_source", "no_verdict", "differences", "left_out"];

    /// <summary>Maps it.</summary>
    public static void MapProgressApi(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder person = api.MapGroup("/people/{id:guid}").RequireAuthorization(Policies.Clinician);
        person.MapGet("/progress", async (Guid id, bool? simulated, HttpContext context, ClinicStore store, CancellationToken stop) =>
        {
            JsonNode report = JsonNode.Parse((await ReportAsync(store, id, simulated, stop)).ToJson())!;
            Answers.Say(report, Catalogue.Of(Answers.LanguageOf(context)), Sentences);
            return Answers.Json(report);
        });
        person.MapGet("/progress.svg", async (Guid id, bool? simulated, HttpContext context, ClinicStore store, CancellationToken stop) =>
            Results.Text((await ReportAsync(store, id, simulated, stop)).ToSvg(Answers.LanguageOf(context)), "image/svg+xml", Encoding.UTF8));
        person.MapGet("/progress.html", async (Guid id, bool? simulated, HttpContext context, ClinicStore store, CancellationToken stop) =>
            Answers.Page((await ReportAsync(store, id, simulated, stop)).ToHtml(WalkContext.LibraryVersion, Answers.LanguageOf(context))));
    }

    private static async Task<ProgressReport> ReportAsync(ClinicStore store, Guid id, bool? simulated, CancellationToken stop)
    {
        Person person = await store.PersonAsync(id, stop);
        return ProgressReport.Of(
            person.Code,
            LocalDay.Of(store.Now, person.Zone),
            await store.Mine.Sessions.ListAsync(id, cancellation: stop),
            statement: await store.Mine.Statements.CurrentAsync(stop),
            simulated: simulated ?? false);
    }
}
