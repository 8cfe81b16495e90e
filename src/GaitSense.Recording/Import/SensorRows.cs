using GaitSense.Core;

namespace GaitSense.Recording.Import;

/// <summary>The samples of one foreign sensor, one after the other, in time order, already in SI units.</summary>
internal abstract class SensorRows : IDisposable
{
    /// <summary>What was assumed and what was left out, a sentence each. Complete at the end of the samples.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The rate that the file states, Hz; null where it states none.</summary>
    public double? StatedRateHz { get; protected init; }

    /// <summary>Whether its times count from 1970, so that they say when the recording began.</summary>
    public bool IsEpoch { get; protected init; }

    /// <summary>Share of its bytes that were read, 0 to 1.</summary>
    public abstract double Fraction { get; }

    /// <summary>The next sample; false at the end. Its times never go backward.</summary>
    /// <exception cref="RecordingFormatException">The file is not what the format says.</exception>
    public abstract bool TryRead(out ImuSample sample);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the files.</summary>
    protected abstract void Dispose(bool disposing);
}
