using System.Collections.Concurrent;
using System.Text.Json;
using GaitSense.Storage;
using Microsoft.AspNetCore.Http;

namespace GaitSense.Clinic.Live.Nodes;

/// <summary>
/// The way to the other nodes that serve the same store: questions with their answers, and what pages are told, through the store's own database (<see cref="StoreMessages"/>). Who may ask is
/// looked at by the node that the page is connected to; a store that is one file has no other node.
/// </summary>
internal sealed class NodeLink : IAsyncDisposable
{
    /// <summary>So long an answer is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, TaskCompletionSource<NodeMessage>> _waiting = new();
    private readonly Func<NodeMessage, object?> _asked;
    private readonly Action<NodeMessage> _told;
    private readonly StoreMessages? _messages;
    private long _number;

    /// <summary>Begins to listen.</summary>
    /// <param name="setup">The server.</param>
    /// <param name="asked">Answers a question of another node, or throws <see cref="LiveProblem"/>; returns at once.</param>
    /// <param name="told">What pages here are told of a session elsewhere; returns at once.</param>
    public NodeLink(LiveSetup setup, Func<NodeMessage, object?> asked, Action<NodeMessage> told)
    {
        (Node, _asked, _told) = (setup.Node, asked, told);
        _messages = StoreMessages.Open(setup.Store, setup.Node, Take);
    }

    /// <summary>What this node is called.</summary>
    public string Node { get; }

    /// <summary>Ends when other nodes can reach this one.</summary>
    public Task Listens => _messages?.Listens ?? Task.CompletedTask;

    /// <summary>Sends a message. Returns at once.</summary>
    public void Send(string node, NodeMessage message) => _messages?.Send(node, JsonSerializer.Serialize(message, LiveJson.Options));

    /// <summary>Asks another node.</summary>
    /// <returns>What it answers; null: it has nothing to say.</returns>
    /// <exception cref="LiveProblem">It refuses, or does not answer.</exception>
    public async Task<JsonElement?> AskAsync(string node, Guid session, LiveCommand ask, CancellationToken stop)
    {
        long number = Interlocked.Increment(ref _number);
        TaskCompletionSource<NodeMessage> answer = _waiting[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            Send(node, new NodeMessage { From = Node, Number = number, Session = session, Ask = ask });
            NodeMessage said = await answer.Task.WaitAsync(Patience, stop).ConfigureAwait(false);
            return said.Title is { } refused ? throw new LiveProblem(said.Status, refused) : said.Answer;
        }
        catch (TimeoutException)
        {
            throw new LiveProblem(StatusCodes.Status503ServiceUnavailable, node + ", which leads this walk, does not answer");
        }
        finally
        {
            _waiting.TryRemove(number, out _);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _messages?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Take(string text)
    {
        NodeMessage? message;
        try
        {
            message = JsonSerializer.Deserialize<NodeMessage>(text, LiveJson.Options);
        }
        catch (JsonException)
        {
            return; // of a program that speaks otherwise
        }

        if (message is null) return;
        if (message.Told is not null) _told(message);
        else if (message.Ask is not null) _ = Task.Run(() => Answer(message));
        else if (_waiting.TryGetValue(message.Number, out TaskCompletionSource<NodeMessage>? waits)) waits.TrySetResult(message);
    }

    private void Answer(NodeMessage message)
    {
        NodeMessage answer = new() { From = Node, Number = message.Number, Session = message.Session };
        try
        {
            object? said = _asked(message);
            answer = answer with { Answer = said is null ? null : JsonSerializer.SerializeToElement(said, LiveJson.Options) };
        }
        catch (Exception e)
        {
            LiveProblem problem = LiveProblem.Of(e) ?? LiveProblem.Held("that cannot be done now");
            answer = answer with { Title = problem.Message, Status = problem.Status };
        }

        if (message.Number != 0) Send(message.From, answer);
    }
}
