using GaitSense.Clinic.Api;
using GaitSense.Training.Records;

namespace GaitSense.Clinic.Live;

/// <summary>What pages may ask of a session, by name: the one list for the hub, for requests, and for other nodes.</summary>
internal static class LiveCommands
{
    private static readonly Dictionary<string, Func<LiveTest, LiveCommand, string?>> OfTests = new(StringComparer.Ordinal)
    {
        ["go"] = (t, ask) => t.Go(ask.AtS),
        ["watch"] = (t, ask) => t.Stop(ask.AtS),
        ["accept"] = (t, ask) => t.Accept(ask.Definition, ask.Candidate),
        ["reject"] = (t, ask) => t.Reject(ask.Word),
        ["next"] = (t, _) => t.Next(),
        ["fail"] = (t, ask) => t.Fail(ask.Word),
        ["note"] = (t, ask) => t.Note(ask.Word ?? "", ask.AtS),
    };

    /// <summary>Does it.</summary>
    /// <param name="session">The session, which walks here.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="connection">The connection of the page that asks; null: it asks by a request.</param>
    /// <returns>The clock's time, or how the test is now; null: there is nothing to say.</returns>
    /// <exception cref="LiveProblem">It is refused.</exception>
    public static object? Do(LiveSession session, LiveCommand ask, string? connection)
    {
        switch (ask.What)
        {
            case "clock":
                return session.Clock?.NowS ?? 0;
            case "beat":
                if (connection is not null) session.Heard(connection);
                return null;
            case "cues":
                return session.Ask(ask.On ? Walk.WalkRequests.GoOnWithCues : Walk.WalkRequests.StopCues) is { } cannot ? throw LiveProblem.Held(cannot) : null;
            case "end":
                session.Stop(ask.Word is { Length: > 0 } why ? Answers.Word<StopReason>(why, "why") : StopReason.None, ask.On ? "stopped at the desk" : null);
                return null;
            default:
                LiveTest test = session.Test ?? throw LiveProblem.Held("the session is no timed test, or has not begun");
                if (!OfTests.TryGetValue(ask.What, out Func<LiveTest, LiveCommand, string?>? act)) throw LiveProblem.Wrong("nothing of that name can be asked");
                return act(test, ask) is { } refused ? throw LiveProblem.Held(refused) : test.View();
        }
    }
}
