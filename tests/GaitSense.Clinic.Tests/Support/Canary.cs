namespace GaitSense.Clinic.Tests;

/// <summary>A name that is nobody's. Wherever it is found after a test, a real name would be.</summary>
internal static class Canary
{
    public const string Name = "Zyzzyva Quillfeather";

    /// <summary>Parts of it that must not be found either.</summary>
    public static readonly string[] Parts = ["Zyzzyva", "Quillfeather"];

    /// <summary>Fails where a text has any of it.</summary>
    public static void ShouldBeAbsentFrom(string text, string where)
    {
        foreach (string part in Parts) text.Contains(part, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{part} is in {where}");
    }
}
