using System.Text;
using GaitSense.Core;

namespace GaitSense.Cli.App;

/// <summary>A writer through which only text comes: whatever a file or a sensor put into a line moves no cursor, and what is written as one line is one.</summary>
/// <param name="inner">Where it goes.</param>
internal sealed class OneDoorWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <summary>The writer behind the door, for what moves the cursor on purpose.</summary>
    public static TextWriter Behind(TextWriter writer) => writer is OneDoorWriter door ? door.Inner : writer;

    private TextWriter Inner => inner;

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    /// <inheritdoc/>
    public override void Write(string? value) => inner.Write(value is null ? null : string.Join('\n', value.Split('\n').Select(static line => OutsideText.Line(line.TrimEnd('\r')))));

    /// <inheritdoc/>
    public override void WriteLine() => inner.Write('\n');

    /// <inheritdoc/>
    public override void WriteLine(string? value) => inner.Write(OutsideText.Line(value ?? "") + "\n");

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
