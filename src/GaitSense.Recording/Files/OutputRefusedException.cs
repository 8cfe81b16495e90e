using GaitSense.Core;

namespace GaitSense.Recording.Files;

/// <summary>Nothing is written, because of what is there: <see cref="OutputRule"/>. The message is one line: where, why, and what to do.</summary>
public sealed class OutputRefusedException : GaitSenseException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file or folder in the way.</param>
    /// <param name="reason">Why it is, and what to do, without a final full stop.</param>
    public OutputRefusedException(string path, string reason)
        : base($"{path}: {reason}") => Path = path;

    /// <summary>Creates an exception without facts.</summary>
    public OutputRefusedException()
        : this("?", "is in the way") { }

    /// <summary>Creates an exception without a place.</summary>
    public OutputRefusedException(string message)
        : base(message) => Path = "?";

    /// <summary>Creates an exception without a place, with its cause.</summary>
    public OutputRefusedException(string message, Exception innerException)
        : base(message, innerException) => Path = "?";

    /// <summary>The file or folder in the way.</summary>
    public string Path { get; }
}
