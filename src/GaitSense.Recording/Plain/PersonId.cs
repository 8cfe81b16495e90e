using System.Text.RegularExpressions;

namespace GaitSense.Recording.Plain;

/// <summary>What may stand for a person in files that travel: a pseudonym, never a name or a date.</summary>
public static partial class PersonId
{
    /// <summary>Why a word is no pseudonym, to be read after it; null: it may be one.</summary>
    public static string? WhyNot(string id) => id is null ? throw new ArgumentNullException(nameof(id)) :
        id.Length is 0 or > 40 ? "is empty or longer than 40 characters"
        : !Allowed().IsMatch(id) ? "has other characters than letters, digits, - and _, as names and addresses have"
        : DateLike().IsMatch(id) ? "looks like a date"
        : DeviceLike().IsMatch(id) ? "is the name of a device on Windows, which no file can have"
        : NameLike().IsMatch(id) ? "looks like a name: put a number into it"
        : null;

    /// <summary>Why words are no label of a visit or a group, to be read after it; null: they may be one. A lone word may ("controls"): it cannot be distinguished from a name.</summary>
    public static string? WhyNoLabel(string label) => label is null ? throw new ArgumentNullException(nameof(label)) :
        label.Length is 0 or > 40 ? "is empty or longer than 40 characters"
        : label.AsSpan().ContainsAny("@,") ? "has characters that names and addresses have"
        : DateLike().IsMatch(Separator().Replace(label, "-")) ? "looks like a date"
        : null;

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Allowed();

    [GeneratedRegex("(^|[^0-9])((19|20)[0-9]{2}[-_]?(0[1-9]|1[0-2])[-_]?[0-3][0-9]|[0-3]?[0-9][-_][01]?[0-9][-_]([0-9]{2}|(19|20)[0-9]{2})|[0-3][0-9](0[1-9]|1[0-2])(19|20)[0-9]{2})($|[^0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateLike();

    [GeneratedRegex("^(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DeviceLike();

    // A word without a digit that is longer than an abbreviation.
    [GeneratedRegex("^[^0-9]*[A-Za-z]{4,}[^0-9]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NameLike();
}
