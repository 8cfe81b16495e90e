namespace GaitSense.Recording;

/// <summary>Something a reader accepted but a person should know.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1; null where no single line is meant.</param>
/// <param name="Message">What it is, without the place.</param>
/// <param name="IsDamage">Whether a part of the file is lost: what was read is good, but the whole recording is not there.</param>
public sealed record RecordingWarning(string Path, long? Line, string Message, bool IsDamage = false)
{
    /// <summary>The warning as one line.</summary>
    public override string ToString() => Line is { } line
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}, line {line}: {Message}")
        : $"{Path}: {Message}";
}
