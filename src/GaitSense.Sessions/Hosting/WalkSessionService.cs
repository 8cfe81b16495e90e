using GaitSense.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GaitSense.Sessions;

/// <summary>
/// One walk as a hosted service: it starts with the host, ends the host when the walk is over, and a stop of the host ends the walk cleanly,
/// with everything walked so far completed and saved.
/// </summary>
/// <param name="source">Where the samples come from.</param>
/// <param name="observers">Who is told.</param>
/// <param name="options">How samples are moved.</param>
/// <param name="lifetime">The host, to be ended with the walk.</param>
public sealed class WalkSessionService(
    ISampleSource source,
    IEnumerable<IWalkObserver> observers,
    IOptions<WalkSessionOptions> options,
    IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly TaskCompletionSource<WalkSessionResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How the walk ended; faulted where a part of GaitSense or an observer failed.</summary>
    public Task<WalkSessionResult> Completion => _completion.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var session = new WalkSession(source, [.. observers], options.Value);
            _completion.SetResult(await session.RunAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            _completion.SetException(e); // whoever started the host asks here; the host itself only ends
        }
        finally
        {
            lifetime.StopApplication();
        }
    }
}
