using GaitSense.Core;

namespace GaitSense.Feedback.Plan;

/// <summary>A cue plan cannot be used: which file, which setting, what it must be.</summary>
/// <param name="path">The file.</param>
/// <param name="reason">What is wrong, in words.</param>
/// <param name="inner">What found it; null: the plan's own rules.</param>
public sealed class CuePlanException(string path, string reason, Exception? inner = null) : GaitSenseException($"{path}: {reason}", inner!)
{
    /// <summary>The file.</summary>
    public string Path => path;
}
