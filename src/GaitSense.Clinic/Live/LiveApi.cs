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
            await sessions.DoAsync(Actor(http, sessions), id, new LiveCommand("end") { Word = ask.Why, On = true }, connection: null, http.RequestAborted).ConfigureAwait(false);
            return Results.NoContent();
        })).WithName("stopSession").Accepts<LiveAsk>(Json).Produces(StatusCodes.Status204NoContent);
        api.MapPost("/sessions/{id:guid}/reports", ReportAsync).WithName("reportSession").Accepts<LiveReport>(Json).Produces(StatusCodes.Status204NoContent);
        MapTest(api, "go", ask => new("go") { AtS = ask.AtS });
        MapTest(api, "watch", ask => new("watch") { AtS = ask.AtS });
        MapTest(api, "accept", ask => new("accept") { Definition = ask.Definition, Candidate = ask.Candidate });
        MapTest(api, "reject", ask => new("reject") { Word = ask.Reason });
        MapTest(api, "next", _ => new("next"));
        MapTest(api, "fail", ask => new("fail") { Word = ask.Reason });
        MapTest(api, "note", ask => new("note") { Word = ask.What, AtS = ask.AtS });
        return api;
    }

    /// <summary>Stops the session of a token: for a desk that is locked or signed out.</summary>
    public static Task<IResult> StopByAsync(string token, LiveSessions sessions, CancellationToken stop) =>
        Answer(async () => await sessions.StopByAsync(token, stop).ConfigureAwait(false) ? Results.NoContent() : throw LiveProblem.NotFound());

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

    private static void MapTest(RouteGroupBuilder api, string what, Func<LiveAsk, LiveCommand> of) =>
        api.MapPost("/sessions/{id:guid}/" + what, (Guid id, HttpContext http, LiveSessions sessions) => Answer(async () =>
        {
            LiveAsk ask = await Read<LiveAsk>(http).ConfigureAwait(false);
            return Results.Json(await sessions.DoAsync(Actor(http, sessions), id, of(ask), connection: null, http.RequestAborted).ConfigureAwait(false), LiveJson.Options);
        })).WithName(what + "Trial").Accepts<LiveAsk>(Json).Produces<TestView>().ProducesProblem(StatusCodes.Status409Conflict);

    private static Actor Actor(HttpContext http, LiveSessions sessions) => sessions.ActorOf(http.User);

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
