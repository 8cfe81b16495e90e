using System.Text.RegularExpressions;
using GaitSense.Core;

namespace GaitSense.Recording.Import;

/// <summary>The foot that a name suggests. A hint, never proof, and reported as such.</summary>
internal static partial class FootHint
{
    /// <summary>The foot that a name suggests; null where it names none or both. "R2" is a right foot's second; "R2YjPP" is no foot's.</summary>
    public static Foot? Of(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        bool left = LeftWord().IsMatch(name), right = RightWord().IsMatch(name);
        return left == right ? null : left ? Foot.Left : Foot.Right;
    }

    /// <summary>Whether a name suggests a foot at all, not a hand or a hip.</summary>
    public static bool IsOfAFoot(string? name) => name is not null && FootWord().IsMatch(name);

    /// <summary>Whether a sensor's name is that of a lumbar vertebra, not of a left foot's first to fifth.</summary>
    public static bool IsOfTheSpine(string? name) => name is not null && Vertebra().IsMatch(name);

    /// <summary>A name without the words that tell a foot.</summary>
    public static string Without(string name) => RightWord().Replace(LeftWord().Replace(name, ""), "");

    /// <summary>Whether a name says that it is a foot's, and nothing else.</summary>
    public static bool IsOnlyAFoot(string name) => FootWord().Replace(Without(name), "").Trim('_', '-', ' ', '.').Length == 0;

    [GeneratedRegex("left|links|gauche|izquierd|(?<![a-z])(l|lf|lfoot|foot_?l|l_?foot)(?![0-9]*[a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeftWord();

    [GeneratedRegex("right|rechts|droit|derech|(?<![a-z])(r|rf|rfoot|foot_?r|r_?foot)(?![0-9]*[a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RightWord();

    [GeneratedRegex("^l ?[1-5]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Vertebra();

    [GeneratedRegex("foot|feet|shoe|ankle|instep|heel|fuss|fuß|pied|pie$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FootWord();
}
