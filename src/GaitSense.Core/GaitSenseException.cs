namespace GaitSense.Core;

/// <summary>
/// Base of every failure of the world (a file, a device, a person's input) that GaitSense reports in one clear line.
/// Callers' bugs are <see cref="ArgumentException"/>s; expected per-sample outcomes are never exceptions.
/// </summary>
public class GaitSenseException : Exception
{
    /// <summary>Creates the exception with a message that says what failed, where, and what to do next.</summary>
    public GaitSenseException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public GaitSenseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a message.</summary>
    public GaitSenseException()
    {
    }
}
