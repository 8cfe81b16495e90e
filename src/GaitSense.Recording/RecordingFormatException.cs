using System.Globalization;
using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>A recording, a reference or a result cannot be read. The message is one line: where, what, and what to do.</summary>
public sealed class RecordingFormatException : GaitSenseException
{
    /// <summary>Creates the exception for a whole file or folder.</summary>
    /// <param name="path">The file or folder, as the person gave it.</param>
    /// <param name="reason">What is wrong and what to do, without a final full stop.</param>
    public RecordingFormatException(string path, string reason)
        : base($"{path}: {reason}")
    {
        Path = path;
        Reason = reason;
    }

    /// <summary>Creates the exception for a whole file or folder, with its cause.</summary>
    public RecordingFormatException(string path, string reason, Exception innerException)
        : base($"{path}: {reason}", innerException)
    {
        Path = path;
        Reason = reason;
    }

    /// <summary>Creates the exception for one line of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">The line, from 1; the header counts.</param>
    /// <param name="reason">What is wrong and what to do, without a final full stop.</param>
    /// <param name="column">The column's name, where one column is at fault.</param>
    /// <param name="text">The offending text, where there is one.</param>
    public RecordingFormatException(string path, long line, string reason, string? column = null, string? text = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}{(column is null ? "" : $", column {column}")}: {reason}"))
    {
        Path = path;
        Reason = reason;
        Line = line;
        Column = column;
        Text = text;
    }

    /// <summary>Creates an exception without facts.</summary>
    public RecordingFormatException()
        : this("?", "the recording cannot be read")
    {
    }

    /// <summary>Creates an exception without a place.</summary>
    public RecordingFormatException(string message)
        : this("?", message)
    {
    }

    /// <summary>Creates an exception without a place, with its cause.</summary>
    public RecordingFormatException(string message, Exception innerException)
        : this("?", message, innerException)
    {
    }

    /// <summary>The file or folder.</summary>
    public string Path { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>The line, from 1; null where no single line is at fault.</summary>
    public long? Line { get; }

    /// <summary>The column's name; null where no single column is at fault.</summary>
    public string? Column { get; }

    /// <summary>The offending text; null where there is none.</summary>
    public string? Text { get; }
}
