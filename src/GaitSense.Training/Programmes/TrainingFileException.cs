using GaitSense.Core;

namespace GaitSense.Training.Programmes;

/// <summary>A file of training (a programme, a plan, limits) cannot be used: which file, which key, what it must be.</summary>
/// <param name="path">The file.</param>
/// <param name="reason">What is wrong, in words.</param>
/// <param name="inner">What found it; null: the rules of the file itself.</param>
public sealed class TrainingFileException(string path, string reason, Exception? inner = null) : GaitSenseException($"{path}: {reason}", inner!)
{
    /// <summary>The file.</summary>
    public string Path => path;
}
