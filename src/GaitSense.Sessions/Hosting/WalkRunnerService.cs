using GaitSense.Core;
using GaitSense.Walk;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GaitSense.Sessions;

/// <summary>
/// One walk as a hosted service: it starts with the host, ends the host when the walk is over, and a stop of the host ends the walk cleanly,
/// with everything walked so far completed and saved.
/// </summary>
/// <param name="source">Where the samples come from.</param>
/// <param name="observers">The observers, in the order in which they are notified.</param>
/// <param name="options">How samples are moved.</param>
/// <param name="lifetime">The host, to be ended with the walk.</param>
internal sealed class WalkRunnerService(
    IWalkSource source,
    IEnumerable<IWalkObserver> observers,
    IOptions<WalkRunnerOptions> options,
    IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task<WalkEnd>? _walk;

    /// <summary>How the walk ended; faulted where a part of GaitSense or an observer failed.</summary>
    /// <exception cref="InvalidOperationException">The service was not started.</exception>
    public Task<WalkEnd> Completion => _walk ?? throw new InvalidOperationException("The service was not started.");

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not a BackgroundService: one that is stopped at once may never run, and then the walk's files would not be completed.
        var session = new WalkRunner(source, [.. observers], options.Value);
        Task<WalkEnd> walk = _walk = Task.Run(() => session.RunAsync(_stop.Token), CancellationToken.None);

        // A walk may be over before the host has started; a stop is heard only after that.
        lifetime.ApplicationStarted.Register(() =>
            _ = walk.ContinueWith(_ => lifetime.StopApplication(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_walk is null) return;
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)_walk).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();
}
