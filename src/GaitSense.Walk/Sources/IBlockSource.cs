using GaitSense.Core;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>A source whose samples are there already and are read at once: a file, a simulated walk.</summary>
public interface IBlockSource : IWalkSource
{
    /// <summary>Reads the next samples of all feet, each foot's in the order they were taken.</summary>
    /// <param name="block">Some samples; the receiver disposes it.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="GaitSenseException">The source failed. The blocks handed out before are good.</exception>
    bool TryRead(out SampleBlock block);
}
