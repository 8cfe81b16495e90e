using System.Runtime.CompilerServices;

namespace GaitSense.Sessions;

/// <summary>A live source that ends by itself after some time, as if it had been asked to: what has arrived by then is still handed on.</summary>
/// <param name="inner">Where the samples come from.</param>
/// <param name="duration">How long, from the first reading on.</param>
/// <param name="timeProvider">The clock to wait by.</param>
public sealed class LimitedSource(ISampleSource inner, TimeSpan duration, TimeProvider timeProvider) : SourceAround(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(duration, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        await foreach (SampleBlock block in Inner.ReadAsync(either.Token).ConfigureAwait(false)) yield return block; // whoever receives it owns it
    }
}
