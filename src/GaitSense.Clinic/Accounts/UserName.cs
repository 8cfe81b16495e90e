namespace GaitSense.Clinic.Accounts;

/// <summary>What a user name may be: short, and of letters that nobody mistakes in a list or a path.</summary>
internal static class UserName
{
    private const int Most = 40;

    /// <summary>Why a name cannot be one; null: it can.</summary>
    public static string? WhyNot(string? name) =>
        string.IsNullOrEmpty(name) ? "a user name is missing"
        : name.Length > Most ? FormattableString.Invariant($"a user name has at most {Most} characters")
        : !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? "a user name is of letters a to z, digits, - _ and ."
        : null;
}
