using System.Globalization;

namespace GaitSense.Sessions;

/// <summary>One part of a cohort that is shared out: of the recordings sorted by name, every <paramref name="Of"/>-th from the <paramref name="Index"/>-th on.</summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Of">How many parts there are; 1 to 10000.</param>
public sealed record CohortShard(int Index, int Of)
{
    private const int MaxShards = 10_000;

    /// <summary>Reads <c>i/n</c>; null where it is none.</summary>
    public static CohortShard? TryParse(string? text)
    {
        string[] parts = (text ?? "").Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int of)
            && of is >= 1 and <= MaxShards && index >= 1 && index <= of
            ? new CohortShard(index, of)
            : null;
    }

    /// <summary>The part's members.</summary>
    /// <param name="all">All recordings.</param>
    /// <param name="name">Their names, by which they are sorted first.</param>
    internal IReadOnlyList<T> Take<T>(IEnumerable<T> all, Func<T, string> name) =>
        [.. all.OrderBy(name, StringComparer.Ordinal).Where((_, i) => i % Of == Index - 1)];

    /// <summary><c>i/n</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Of}");
}
