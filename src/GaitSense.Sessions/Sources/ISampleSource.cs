using GaitSense.Core;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>A source whose samples are waited for: at the speed of life, over a simulated radio.</summary>
public interface ISampleSource : IWalkSource
{
    /// <summary>
    /// Reads the samples of all feet, each foot's in the order they were taken. The receiver of a block disposes it.
    /// </summary>
    /// <param name="cancellationToken">Stops the reading between two blocks.</param>
    /// <exception cref="GaitSenseException">The source failed. The blocks handed out before are good.</exception>
    IAsyncEnumerable<SampleBlock> ReadAsync(CancellationToken cancellationToken);
}
