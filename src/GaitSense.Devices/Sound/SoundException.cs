using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>Sound cannot be played or read. The message says what, where and what to do.</summary>
public sealed class SoundException : GaitSenseException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="where">The device or file.</param>
    /// <param name="reason">What is wrong, and what to do.</param>
    /// <param name="innerException">Its cause.</param>
    public SoundException(string where, string reason, Exception? innerException = null)
        : base($"sound, {where}: {reason}", innerException!) => Where = where;

    /// <summary>Creates the exception with a message.</summary>
    public SoundException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public SoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a message.</summary>
    public SoundException()
    {
    }

    /// <summary>The device or file.</summary>
    public string? Where { get; }
}
