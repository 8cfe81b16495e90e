namespace GaitSense.Analysis.Cohorts;

/// <summary>The order in which people put visits: what comes before (pre, baseline) first, numbers by their size (T2 before T10), what comes after (post, follow-up) last.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    private static readonly string[] First = ["pre", "baseline", "base", "bl"], Last = ["post", "retest", "follow", "fu"];

    /// <summary>The one there is.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        string a = x ?? "", b = y ?? "";
        int rank = Rank(a).CompareTo(Rank(b));
        if (rank != 0) return rank;
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                ReadOnlySpan<char> m = Digits(a, ref i).TrimStart('0'), n = Digits(b, ref j).TrimStart('0');
                int order = m.Length != n.Length ? m.Length.CompareTo(n.Length) : m.SequenceCompareTo(n);
                if (order != 0) return order;
            }
            else
            {
                int order = char.ToLowerInvariant(a[i++]).CompareTo(char.ToLowerInvariant(b[j++]));
                if (order != 0) return order;
            }
        }

        int rest = (a.Length - i).CompareTo(b.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(a, b);
    }

    private static int Rank(string text)
    {
        int first = Array.FindIndex(First, w => text.StartsWith(w, StringComparison.OrdinalIgnoreCase)), last = Array.FindIndex(Last, w => text.StartsWith(w, StringComparison.OrdinalIgnoreCase));
        return first >= 0 ? -1 : last < 0 ? 0 : last < 2 ? 1 : 2;
    }

    private static ReadOnlySpan<char> Digits(string text, ref int at)
    {
        int from = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text.AsSpan(from, at - from);
    }
}
