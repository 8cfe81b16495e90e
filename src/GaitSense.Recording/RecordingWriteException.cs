using GaitSense.Core;
using GaitSense.Recording.Text;

namespace GaitSense.Recording;

/// <summary>A recording or a result cannot be written: a full disk, a missing permission, a file in the way.</summary>
public sealed class RecordingWriteException : GaitSenseException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="cause">What the file system said.</param>
    public RecordingWriteException(string path, Exception cause)
        : base($"{path}: cannot be written: {TextForPeople.Show((cause ?? throw new ArgumentNullException(nameof(cause))).Message.TrimEnd('.'), 200)}", cause) =>
        Path = path;

    /// <summary>Creates an exception without facts.</summary>
    public RecordingWriteException()
        : base("cannot be written") => Path = "";

    /// <summary>Creates an exception without a place.</summary>
    public RecordingWriteException(string message)
        : base(message) => Path = "";

    /// <summary>The file or folder.</summary>
    public string Path { get; }
}
