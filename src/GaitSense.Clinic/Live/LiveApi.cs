using System.Text.Json;
using GaitSense.Clinic.Api;
using GaitSense.Storage;
using GaitSense.Training.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Live;

/// <summary>Live sessions for pages, by request and answer: what the hub can do, and beginning and stopping.</summary>
internal static class LiveApi
{
    private const string Json = "application/json";

    /// <summary>Maps them below a group of the API.</summary>
    /// <param name="api">The group, which says who may.</param>
    public static RouteGroupBuilder Map(RouteGroupBuilder api)
    {
        api.MapPost("/sessions", StartAsync).WithName("startSession").Accepts<LiveRequest>(Json).Produces<Started>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/sessions/live", (HttpContext http, LiveSessions sessions) => Answer(async () => Results.Json(new LiveRows(await sessions.ListAsync(Actor(http, sessions), http.RequestAborted).ConfigureAwait(false)), LiveJson.Options)))
            .WithName("liveSessions").Produces<LiveRows>();
        api.MapPost("/sessions/{id:guid}/stop", (Guid id, HttpContext http, LiveSessions sessions) => Answer(async () =>
        {
            LiveAsk ask = await Read<LiveAsk>(http).ConfigureAwait(false);
            (await sessions.FindAsync(Actor(http, sessions), id, http.RequestAborted).ConfigureAwait(false)).Stop(Why(ask.Why), "stopped at the desk");
            return Results.NoContent();
        })).WithName("stopSession").Accepts<LiveAsk>(Json).Produces(StatusCodes.Status204NoContent);
        api.MapPost("/sessions/{id:guid}/reports", ReportAsync).WithName("reportSession").Accepts<LiveReport>(Json).Produces(StatusCodes.Status204NoContent);
        MapTest(api, "go", (t, ask) => t.Go(ask.AtS));
        MapTest(api, "watch", (t, ask) => t.Stop(ask.AtS));
        MapTest(api, "accept", (t, ask) => t.Accept(ask.Definition, ask.Candidate));
        MapTest(api, "reject", (t, ask) => t.Reject(ask.Reason));
        MapTest(api, "next", (t, _) => t.Next());
        MapTest(api, "fail", (t, ask) => t.Fail(ask.Reason));
        MapTest(api, "note", (t, ask) => t.Note(ask.What ?? "", ask.AtS));
        return api;
    }

    /// <summary>Stops the session of a token: for a desk that is locked or signed out.</summary>
    public static IResult StopBy(string token, LiveSessions sessions) => sessions.StopBy(token) ? Results.NoContent() : LiveProblem.NotFound().ToResult();

    private static Task<IResult> StartAsync(HttpContext http, LiveSessions sessions) => Answer(async () =>
    {
        LiveRequest request = await Read<LiveRequest>(http).ConfigureAwait(false);
        LiveSession session = await sessions.StartAsync(Actor(http, sessions), request, Answers.LanguageOf(http), http.RequestAborted).ConfigureAwait(false);
        return Results.Json(new Started(session.Id, session.StopToken), LiveJson.Options, Json, StatusCodes.Status201Created);
    });

    private static Task<IResult> ReportAsync(Guid id, HttpContext http, LiveSessions sessions) => Answer(async () =>
    {
        LiveReport report = await Read<LiveReport>(http).ConfigureAwait(false);
        if (report.Value is not (null or (>= 1 and <= 5))) throw LiveProblem.Wrong("value is 1 to 5, or left out: not said");
        SelfReport said = new() { When = report.When, Of = report.Of, Scale = SelfReport.Faces, Value = report.Value };
        await sessions.ReportAsync(Actor(http, sessions), id, said, http.RequestAborted).ConfigureAwait(false);
        return Results.NoContent();
    });

    private static void MapTest(RouteGroupBuilder api, string what, Func<LiveTest, LiveAsk, string?> act) =>
        api.MapPost("/sessions/{id:guid}/" + what, (Guid id, HttpContext http, LiveSessions sessions) => Answer(async () =>
        {
            LiveAsk ask = await Read<LiveAsk>(http).ConfigureAwait(false);
            LiveTest test = (await sessions.FindAsync(Actor(http, sessions), id, http.RequestAborted).ConfigureAwait(false)).Test ?? throw LiveProblem.Held("the session is no timed test, or has not begun");
            return act(test, ask) is { } refused ? throw LiveProblem.Held(refused) : Results.Json(test.View(), LiveJson.Options);
        })).WithName(what + "Trial").Accepts<LiveAsk>(Json).Produces<TestView>().ProducesProblem(StatusCodes.Status409Conflict);

    private static Actor Actor(HttpContext http, LiveSessions sessions) => sessions.ActorOf(http.User);

    private static StopReason Why(string? word) => word switch
    {
        null or "" => StopReason.None,
        _ => Answers.Word<StopReason>(word, "why"),
    };

    // An empty body asks for nothing more than the address says.
    private static async Task<T> Read<T>(HttpContext http)
        where T : new()
    {
        if (http.Request.ContentLength is null or 0 && !http.Request.HasJsonContentType()) return new T();
        try
        {
            return http.Request.ContentLength == 0 ? new T() : await http.Request.ReadFromJsonAsync<T>(LiveJson.Options, http.RequestAborted).ConfigureAwait(false) ?? new T();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw LiveProblem.Wrong("the request is not JSON of this kind" + (e is JsonException { Path: { Length: > 1 } path } ? ": see " + path : ""));
        }
    }

    private static async Task<IResult> Answer(Func<Task<IResult>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (Exception e) when (LiveProblem.Of(e) is { } problem)
        {
            return problem.ToResult();
        }
    }
}
