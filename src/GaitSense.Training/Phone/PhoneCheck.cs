namespace GaitSense.Training.Phone;

/// <summary>The questions before a walk, and what was answered.</summary>
public sealed record PhoneCheck
{
    /// <summary>When they were begun, ms since 1970.</summary>
    public required double AtMs { get; init; }

    /// <summary>The IANA zone of then.</summary>
    public required string Zone { get; init; }

    /// <summary>"yes", "no" or "skip" by the question's id.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
