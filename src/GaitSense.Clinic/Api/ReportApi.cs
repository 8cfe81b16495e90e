using GaitSense.Analysis.Walks;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Reports;
using GaitSense.Clinic.Sessions;
using GaitSense.Clinic.Store;
using GaitSense.Storage;
using GaitSense.Training.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>A session to read and to print.</summary>
internal static class ReportApi
{
    /// <summary>Maps it.</summary>
    public static void MapReportApi(this IEndpointRouteBuilder api) => api.MapGet("/sessions/{id:guid}/report", ReportAsync).RequireAuthorization(Policies.Clinician);

    private static async Task<IResult> ReportAsync(Guid id, HttpContext context, ClinicStore store, AccountBook accounts, CancellationToken stop)
    {
        Session session = await store.SessionAsync(id, stop);
        SessionSeal? seal = await SessionSeal.FindAsync(store.Mine, session, stop);
        if (seal is not null) seal = seal with { By = await accounts.NameOfAsync(seal.By, stop) };
        await store.Mine.Audit.AddAsync("report made", session.PersonId, session.Id.ToString(), stop);
        AuditEntry last = (await store.Mine.Audit.LastAsync(stop))!;
        return Answers.Page(SessionReport.Html(session, await store.PersonAsync(session.PersonId, stop), seal, last, WalkContext.LibraryVersion, new ReportWords(Answers.LanguageOf(context))));
    }
}
