using System.Text.Json;
using Microsoft.AspNetCore.SignalR;

namespace GaitSense.Clinic.Live.Nodes;

/// <summary>The pages of another node that watch a session here, as one page: what it is told goes there.</summary>
/// <param name="link">The way to other nodes.</param>
/// <param name="node">The other node.</param>
/// <param name="session">The session.</param>
internal sealed class NodePage(NodeLink link, string node, Guid session) : ISingleClientProxy
{
    /// <inheritdoc/>
    public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
    {
        link.Send(node, new NodeMessage { From = link.Node, Session = session, Told = method, Answer = JsonSerializer.SerializeToElement(args is [var what, ..] ? what : null, LiveJson.Options) });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<T> InvokeCoreAsync<T>(string method, object?[] args, CancellationToken cancellationToken) => throw new NotSupportedException("Pages are told, not asked.");
}
