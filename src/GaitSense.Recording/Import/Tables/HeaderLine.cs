namespace GaitSense.Recording.Import.Tables;

/// <summary>The line of a table that names its columns.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Separator">What separates its fields.</param>
/// <param name="Names">The names, trimmed.</param>
internal sealed record HeaderLine(int Line, char Separator, string[] Names)
{
    private const int MaxLineLength = 16 * 1024;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The first line with all these names, whatever their case; null where there is none.</summary>
    public static HeaderLine? With(ImportProbe probe, params string[] names) =>
        Where(probe, fields => Array.TrueForAll(names, n => fields.Contains(n, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The first line with words whose fields fit; null where there is none.</summary>
    public static HeaderLine? Where(ImportProbe probe, Func<string[], bool> fits) => AmongLines(probe, probe.LinesWithWords, fits);

    /// <summary>The first line of all, those of numbers too, whose fields fit; null where there is none.</summary>
    public static HeaderLine? AmongAll(ImportProbe probe, Func<string[], bool> fits) => AmongLines(probe, Enumerable.Range(0, probe.Lines.Count), fits);

    /// <summary>The column of a name, whatever its case; below 0 where there is none.</summary>
    public int Of(string name) => Array.FindIndex(Names, n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The columns of three names with x, y and z in place of the star; null where one is missing.</summary>
    public int[]? Axes(string pattern)
    {
        int[] columns = [.. "XYZ".Select(axis => Of(pattern.Replace('*', axis)))];
        return columns.Contains(-1) ? null : columns;
    }

    private static HeaderLine? AmongLines(ImportProbe probe, IEnumerable<int> lines, Func<string[], bool> fits)
    {
        foreach (int line in lines)
        {
            if (probe.Lines[line].Length > MaxLineLength) continue;
            foreach (char separator in Separators)
            {
                if (!probe.Lines[line].Contains(separator, StringComparison.Ordinal)) continue;
                string[] fields = probe.Fields(line, separator);
                if (fits(fields)) return new HeaderLine(line, separator, fields);
            }
        }

        return null;
    }
}
