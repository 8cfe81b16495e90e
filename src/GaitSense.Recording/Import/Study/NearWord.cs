namespace GaitSense.Recording.Import.Study;

/// <summary>What a mistyped word may have been meant to be.</summary>
internal static class NearWord
{
    /// <summary>The nearest of some words, at most a third of its letters away; null where none is near.</summary>
    public static string? Of(string typed, IEnumerable<string> words)
    {
        if (typed.Length > 40) return null;
        (string Word, int Distance)[] near = [.. words.Select(w => (w, Distance(typed.ToLowerInvariant(), w))).OrderBy(x => x.Item2)];
        return near.Length > 0 && near[0].Distance <= Math.Max(1, near[0].Word.Length / 3) ? near[0].Word : null;
    }

    // Letters added, left out, changed or swapped (Damerau, 1964, in its restricted form).
    private static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + changed);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
