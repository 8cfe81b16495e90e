using System.Buffers;

namespace GaitSense.Recording.Import.Tables;

/// <summary>Why a text file is no table that can be read by its header, and the command that would read it.</summary>
internal static class Unreadable
{
    private const int FewestColumns = 6;
    private const int FewestRows = 3;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("+-.,0123456789eE");

    /// <summary>The refusal; null where the file holds no table of numbers at all.</summary>
    public static RecordingFormatException? Of(ImportProbe probe)
    {
        if (Table(probe) is not { } header) return null;
        var sketch = TableSketch.Of(probe, header);
        HeaderGuess[] guesses = [.. header.Names.Select(HeaderGuess.Of).OfType<HeaderGuess>()];
        bool hasGyro = Array.Exists(guesses, g => g.Kind == HeaderKind.Gyro), hasAccel = Array.Exists(guesses, g => g.Kind == HeaderKind.Accel);
        if (!hasAccel && Array.Exists(guesses, g => g.Kind == HeaderKind.LinearAccel))
            return new(probe.Path, header.Line + 1, "holds acceleration without gravity (linear, user or free acceleration), and gravity shows which way is up: export the plain acceleration");
        if (!hasAccel && Array.Exists(guesses, g => g.Kind == HeaderKind.Gravity)) return new(probe.Path, header.Line + 1, "holds the direction of gravity, which another program made, and no acceleration: export the accelerometer itself");
        if (hasAccel && !hasGyro && sketch.Rows.Count > 0 && header.Names.Length < 7)
            return new(probe.Path, header.Line + 1, "holds acceleration and no angular rate: give the gyroscope's file too, if it is apart");
        if (hasGyro && !hasAccel && header.Names.Length < 7) return new(probe.Path, header.Line + 1, "holds angular rate and no acceleration: give the accelerometer's file too, if it is apart");
        return ImportAdvice.Refuse(sketch, probe.Path, "no header says which columns hold acceleration and angular rate", ImportAdvice.Columns(sketch));
    }

    // The first of some rows of numbers; what stands above it is the header.
    private static HeaderLine? Table(ImportProbe probe)
    {
        HeaderLine? row = HeaderLine.AmongAll(probe, fields => fields.Count(IsNumber) >= FewestColumns);
        if (row is null) return null;
        int rows = 0;
        for (int line = row.Line; line < probe.Lines.Count; line++)
            if (probe.Fields(line, row.Separator).Count(IsNumber) >= FewestColumns) rows++;
        if (rows < FewestRows) return null;
        int above = row.Line - 1;
        while (above >= 0 && probe.Lines[above].Length == 0) above--;
        return new HeaderLine(row.Line - 1, row.Separator, above >= 0 ? probe.Fields(above, row.Separator) : []);
    }

    private static bool IsNumber(string field) => field.Length > 0 && field.AsSpan().IndexOfAnyExcept(NumberCharacters) < 0 && char.IsAsciiDigit(field[^1]);
}
