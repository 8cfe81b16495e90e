using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>
/// A double of the desk's server, for looking at screens alone: it says what stands in <c>desk.json</c>, and plays one walk (s1) and one timed test (s2) over a hub in the browser. What the real server does is
/// seen by tests that start it.
/// </summary>
internal sealed class DeskDouble
{
    private const char End = '\u001e';

    private readonly JsonObject _said = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Desk", "desk.json")))!.AsObject();
    private readonly List<string> _asked = [];
    private JsonObject _test = [];

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn { get; set; } = true;

    /// <summary>Whether nobody has an account yet.</summary>
    public bool IsFirstRun { get; init; }

    /// <summary>The official definition of the timed test.</summary>
    public string Definition { get; init; } = "watch-from-go";

    /// <summary>Whether the server is out of reach.</summary>
    public bool IsAway { get; set; }

    /// <summary>What was asked, in order: "POST sessions {...}", "HUB Go [...]".</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked) return [.. _asked];
        }
    }

    /// <summary>Stands in for the server of a page.</summary>
    public async Task StandInAsync(IPage page)
    {
        await page.RouteAsync("**/api/v1/**", AnswerAsync);
        await page.RouteWebSocketAsync("**/live**", hub => hub.OnMessage(frame => Hear(hub, frame.Text ?? "")));
    }

    private async Task AnswerAsync(IRoute route)
    {
        string path = Uri.UnescapeDataString(new Uri(route.Request.Url).AbsolutePath["/api/v1/".Length..]), key = $"{route.Request.Method} {path}";
        lock (_asked) _asked.Add($"{key} {route.Request.PostData}".TrimEnd());
        if (IsAway) await route.AbortAsync();
        else if (path.EndsWith("progress.svg", StringComparison.Ordinal)) await route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 300"><rect width="1000" height="300" fill="#dde"/></svg>""" });
        else if (key is "GET setup") await JsonAsync(route, 200, new JsonObject { ["needed"] = IsFirstRun });
        else if (key is "GET auth/me" && !IsSignedIn) await JsonAsync(route, 200, new JsonObject { ["roles"] = new JsonArray() });
        else if (key is "POST auth/sign-in" && !(route.Request.PostData ?? "").Contains("right", StringComparison.Ordinal)) await JsonAsync(route, 401, new JsonObject());
        else if (key is "POST auth/sign-out") await EmptyAsync(route, () => IsSignedIn = false);
        else if (_said[key] is { } said) await JsonAsync(route, 200, said);
        else if (!string.Equals(route.Request.Method, "GET", StringComparison.Ordinal)) await EmptyAsync(route, () => { });
        else await JsonAsync(route, 404, new JsonObject { ["title"] = "It is not there." });
    }

    private static Task JsonAsync(IRoute route, int status, JsonNode body) => route.FulfillAsync(new() { Status = status, ContentType = status < 400 ? "application/json" : "application/problem+json", Body = body.ToJsonString() });

    private static Task EmptyAsync(IRoute route, Action then)
    {
        then();
        return route.FulfillAsync(new() { Status = 204 });
    }

    // SignalR's JSON protocol, as far as a desk speaks it: a handshake, calls with an answer, pings.
    private void Hear(IWebSocketRoute hub, string text)
    {
        foreach (string part in text.Split(End, StringSplitOptions.RemoveEmptyEntries))
        {
            JsonNode message = JsonNode.Parse(part)!;
            if (message["protocol"] is not null)
            {
                hub.Send("{}" + End);
                _ = SpeakAsync(hub);
            }
            else if ((int?)message["type"] == 6) hub.Send("""{"type":6}""" + End);
            else if ((int?)message["type"] == 1) Answer(hub, message);
        }
    }

    // As the server: a page misses one that says nothing for some seconds.
    private static async Task SpeakAsync(IWebSocketRoute hub)
    {
        bool isOpen = true;
        hub.OnClose((_, _) => isOpen = false);
        while (isOpen)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            if (isOpen) hub.Send("""{"type":6}""" + End);
        }
    }

    private void Answer(IWebSocketRoute hub, JsonNode message)
    {
        string target = (string)message["target"]!, session = (string)message["arguments"]![0]!;
        lock (_asked) _asked.Add($"HUB {target} {message["arguments"]!.ToJsonString()}");
        JsonNode? result = target switch
        {
            "Watch" => Watch(hub, session),
            "Clock" => JsonValue.Create(12.5),
            _ => null,
        };
        switch (target)
        {
            case "Go":
                Tell(hub, "running", t => (t["go_s"], t["watch_s"]) = (12.1, 0));
                break;
            case "WatchStop":
                Tell(hub, "ended", t =>
                {
                    foreach ((string name, JsonNode? value) in _said["HUB ended-test"]!.AsObject()) t[name] = value?.DeepClone();
                    JsonNode first = t["candidates"]!.AsArray().First(c => IsOfficial(c!))!;
                    first["preselected"] = true;
                });
                break;
            case "Accept":
                double value = (double)_test["candidates"]!.AsArray().First(c => IsOfficial(c!) && ((int?)c!["candidate"] is not { } of || of == ((int?)message["arguments"]![2] ?? 0)))!["value"]!;
                bool isLast = (int)_test["no"]! == 2;
                Tell(hub, isLast ? "over" : "reviewed", t =>
                {
                    t["trials"]!.AsArray().Add(new JsonObject { ["id"] = "t" + t["no"], ["test"] = "t25fw@1", ["no"] = (int)t["no"]!, ["instruction"] = "fast", ["watch_s"] = 7.8, ["official"] = value, ["definition"] = Definition, ["validity"] = "valid" });
                    if (isLast) t["result"] = value;
                });
                break;
            case "Next":
                Tell(hub, "setup", t => (t["no"], t["candidates"]) = ((int)t["no"]! + 1, new JsonArray()));
                Tell(hub, "ready", _ => { });
                break;
        }

        hub.Send(new JsonObject { ["type"] = 3, ["invocationId"] = message["invocationId"]?.DeepClone(), ["result"] = result }.ToJsonString() + End);
    }

    private JsonNode Watch(IWebSocketRoute hub, string session)
    {
        JsonNode snapshot = _said["HUB snapshot"]!.DeepClone();
        snapshot["session"] = session;
        for (int i = 0; i < 90; i++) Call(hub, "step", new JsonObject { ["session"] = session, ["foot"] = i % 2 == 0 ? "left" : "right", ["time_s"] = 20 + (0.6 * i), ["step_time_s"] = 0.6 + (0.03 * (i % 2)), ["direction"] = "forward" });
        Call(hub, "notice", new JsonObject { ["session"] = session, ["kind"] = "cue", ["text"] = "Cues pause: the steps are not steady.", ["at_s"] = 61 });
        if (session is not "s2") return snapshot;
        _test = _said["HUB test"]!.DeepClone().AsObject();
        _test["definition"] = Definition;
        Tell(hub, "setup", t => t["line"] = "");
        Tell(hub, "ready", _ => { });
        return snapshot;
    }

    private bool IsOfficial(JsonNode candidate) => string.Equals((string?)candidate["definition"], Definition, StringComparison.Ordinal);

    private void Tell(IWebSocketRoute hub, string state, Action<JsonObject> change)
    {
        _test["state"] = state;
        change(_test);
        Call(hub, "test", _test.DeepClone());
    }

    private static void Call(IWebSocketRoute hub, string target, JsonNode with) =>
        hub.Send(new StringBuilder(new JsonObject { ["type"] = 1, ["target"] = target, ["arguments"] = new JsonArray(with) }.ToJsonString()).Append(End).ToString());
}
