namespace GaitSense.Devices;

/// <summary>A device that takes 16-bit stereo frames and plays them at its own pace. Errors are negative numbers, as in C.</summary>
public interface IPcm : IDisposable
{
    /// <summary>What it is, for people.</summary>
    string Device { get; }

    /// <summary>Most frames that it holds.</summary>
    int BufferFrames { get; }

    /// <summary>Frames to be written at once.</summary>
    int PeriodFrames { get; }

    /// <summary>Writes frames; waits until there is room.</summary>
    /// <returns>How many it took, or what is wrong.</returns>
    int Write(ReadOnlySpan<short> stereo);

    /// <summary>Frames between hand-over and air; false where it does not tell.</summary>
    bool TryDelay(out long frames);

    /// <summary>Makes it ready again after it ran dry or slept; false where it cannot.</summary>
    bool TryRecover(int error);

    /// <summary>What an error means, and what to do.</summary>
    string Explain(int error);
}
