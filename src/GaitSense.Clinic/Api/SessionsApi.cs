using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Documents;
using GaitSense.Clinic.Exports;
using GaitSense.Clinic.Sessions;
using GaitSense.Clinic.Store;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>Sessions that were walked: listed, shown, reviewed, released, given to whom they belong.</summary>
internal static class SessionsApi
{
    /// <summary>Maps it.</summary>
    public static void MapSessionsApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/people/{id:guid}/sessions", ListAsync).RequireAuthorization(Policies.Walking);
        RouteGroupBuilder session = api.MapGroup("/sessions/{id:guid}").RequireAuthorization(Policies.Clinician);
        session.MapGet("", ShowAsync);
        session.MapGet("/recording", RecordingAsync);
        session.MapPost("/release", ReleaseAsync);
        session.MapPost("/assign", AssignAsync);
        session.MapPost("/trials/{trialId:guid}/review", ReviewAsync);
    }

    private static async Task<IResult> ListAsync(Guid id, Guid? after, int? limit, ClinicStore store, CancellationToken stop)
    {
        await store.PersonAsync(id, stop);
        await store.Mine.Sessions.EndSilentAsync(stop);
        int most = Answers.Limit(limit);
        Session? last = after is { } before ? await store.SessionAsync(before, stop) : null;
        IReadOnlyList<Session> sessions = await store.Mine.Sessions.ListAsync(id, new SessionQuery { IsNewestFirst = true, Limit = most, After = last }, stop);
        return Answers.List(sessions.Select(SessionRow.Of), sessions.Count == most ? sessions[^1].Id.ToString() : null);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext context, ClinicStore store, AccountBook accounts, CancellationToken stop)
    {
        Session session = await store.SessionAsync(id, stop);
        Person person = await store.PersonAsync(session.PersonId, stop);
        IReadOnlyList<DayCheck> checks = await store.Mine.Checks.ListAsync(person.Id, stop);
        JsonObject document = StoreDocuments.Of(session, checks).AsObject();
        Catalogue texts = Catalogue.Of(Answers.LanguageOf(context));
        Answers.Say(document["trials"], texts, "reason");
        Answers.Say(document["measures"], texts, "withheld");
        (document["code"], document["person"], document["hash"]) = (person.Code, person.Id, SessionSeal.HashOf(session));
        if (await SessionSeal.FindAsync(store.Mine, session, stop) is { } seal) document["released"] = StoreJson.Node(seal with { By = await accounts.NameOfAsync(seal.By, stop) });
        return Answers.Json(document);
    }

    private static async Task<IResult> RecordingAsync(Guid id, ClinicStore store, HttpContext context, CancellationToken stop)
    {
        Session session = await store.SessionAsync(id, stop);
        if (session.RecordingHash is not { } hash) return Answers.Problem(StatusCodes.Status404NotFound, "No recording is kept of this session.");
        string folder = ExportWork.NewFolder(store.Mine);
        context.Response.OnCompleted(() =>
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
        await store.Mine.Recordings.ExtractAsync(hash, Path.Combine(folder, "recording"), stop);
        string zip = Path.Combine(folder, "recording.zip");
        ZipFile.CreateFromDirectory(Path.Combine(folder, "recording"), zip, CompressionLevel.Fastest, includeBaseDirectory: false);
        await store.Mine.Audit.AddAsync("recording left", session.PersonId, $"{session.Id} {hash}", stop);
        Person person = await store.PersonAsync(session.PersonId, stop);
        return Results.File(zip, "application/zip", string.Create(CultureInfo.InvariantCulture, $"{person.Code}-{session.Start:yyyy-MM-dd}.zip"));
    }

    private static async Task<IResult> ReleaseAsync(Guid id, ClinicStore store, CancellationToken stop)
    {
        Session session = await store.SessionAsync(id, stop);
        if (session.Status == SessionStatus.Running) return Answers.Problem(StatusCodes.Status409Conflict, "The session still runs.");
        SessionSeal seal = await SessionSeal.ReleaseAsync(store.Mine, session, store.Now, stop);
        return Answers.Json(seal with { By = store.UserName });
    }

    private static async Task<IResult> AssignAsync(Guid id, Whom given, ClinicStore store, CancellationToken stop)
    {
        await store.SessionAsync(id, stop);
        Person to = await store.PersonAsync(given.Person, stop);
        await store.Mine.Sessions.ReassignAsync(id, to.Id, stop);
        return Results.NoContent();
    }

    private static async Task<IResult> ReviewAsync(Guid id, Guid trialId, Review given, ClinicStore store, CancellationToken stop)
    {
        Session session = await store.SessionAsync(id, stop);
        Trial trial = session.Trials.FirstOrDefault(t => t.Id == trialId) ?? throw new StoreException(StoreFailure.NotFound, "the attempt is not in the session");
        Validity validity = Answers.Word<Validity>(given.Validity, "validity");
        string reason = OutsideText.Line(given.Reason ?? "").Trim();
        if (validity == Validity.Attention) throw new StoreException(StoreFailure.Refused, "a decision is valid or invalid");
        if (reason.Length > TextLimits.SentenceCharacters) throw new StoreException(StoreFailure.Refused, FormattableString.Invariant($"a reason has at most {TextLimits.SentenceCharacters} characters"));
        TrialDecision decision = validity == Validity.Invalid ? new() { Rejected = reason } : new() { Definition = given.Definition, Candidate = given.Candidate };
        (string? why, IReadOnlyList<Trial> changed) = TrialReview.Take(session.Trials, trial.No, decision);
        if (why is not null) throw new StoreException(StoreFailure.Refused, why);
        await store.Mine.Sessions.ReviewTrialsAsync(id, changed, stop);
        return Answers.Json(changed.FirstOrDefault(t => t.Id == trialId) ?? trial);
    }

    internal sealed record Whom(Guid Person);

    internal sealed record Review(string? Validity, string? Definition, int? Candidate, string? Reason);
}
