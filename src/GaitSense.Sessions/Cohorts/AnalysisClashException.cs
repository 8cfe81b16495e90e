using GaitSense.Core;

namespace GaitSense.Sessions;

/// <summary>
/// What is to be analysed clashes with where its results would go. Nothing was written. The message says what clashes; what to do about it depends on how it was
/// asked for, and is worded by the command that asks for it.
/// </summary>
/// <param name="clash">Why.</param>
/// <param name="recording">Path of the recording; of two, the one that came later.</param>
/// <param name="message">What clashes, in one line.</param>
public sealed class AnalysisClashException(AnalysisClash clash, string recording, string message) : GaitSenseException(message)
{
    /// <summary>Why.</summary>
    public AnalysisClash Clash { get; } = clash;

    /// <summary>Path of the recording; of two, the one that came later.</summary>
    public string Recording { get; } = recording;
}
