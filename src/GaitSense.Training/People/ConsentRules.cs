namespace GaitSense.Training.People;

/// <summary>What a consent can be to.</summary>
public static class ConsentRules
{
    /// <summary>To exports for research.</summary>
    public const string Export = "export";

    /// <summary>Before the name of a study.</summary>
    public const string Study = "study:";

    /// <summary>Whether there is a consent to that.</summary>
    public static bool IsKnown(string what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return what is Export || (what.StartsWith(Study, StringComparison.Ordinal) && what.Length > Study.Length);
    }
}
