using System.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>The words that programs write where a number is missing: BIDS <c>n/a</c>, R <c>NA</c>, Python <c>None</c> and <c>nan</c>, databases <c>NULL</c>, spreadsheets <c>#N/A</c>.</summary>
internal static class MissingWords
{
    private static readonly byte[][] Words = [.. new[] { "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "--", "missing", "#value!", "#num!" }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether a field, without blanks around it, says that nothing is there; an empty one does.</summary>
    public static bool Is(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty) return true;
        foreach (byte[] word in Words)
            if (Ascii.EqualsIgnoreCase(field, word)) return true;
        return false;
    }
}
