using GaitSense.Core;

namespace GaitSense.Training.Verdicts;

/// <summary>A document of limits cannot be used: which file, which key, what it must be.</summary>
/// <param name="path">The file.</param>
/// <param name="reason">What is wrong, in words.</param>
/// <param name="inner">What found it; null: the rules of the document itself.</param>
public sealed class LimitFileException(string path, string reason, Exception? inner = null) : GaitSenseException($"{path}: {reason}", inner!)
{
    /// <summary>The file.</summary>
    public string Path => path;
}
