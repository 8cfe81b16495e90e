using System.Linq.Expressions;

namespace GaitSense.Training.Records;

/// <summary>Which attempts at timed tests wait for a person, and what a person's decision may be.</summary>
public static class ReviewRule
{
    /// <summary>Attempts with a doubt, and valid ones without an official value; as a database can ask it.</summary>
    public static Expression<Func<Trial, bool>> Waits { get; } = t => t.Validity == Validity.Attention || (t.Validity == Validity.Valid && !t.Official.HasValue && !t.Practice);

    /// <summary>An attempt as a person decided on it.</summary>
    /// <param name="trial">The attempt.</param>
    /// <param name="validity">Whether it counts.</param>
    /// <param name="official">The official value in the test's unit; null: as it was.</param>
    /// <param name="reason">Why, in words; null: as it was.</param>
    public static Trial Decide(Trial trial, Validity validity, double? official, string? reason)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return trial with { Validity = validity, Official = official ?? trial.Official, Reason = reason ?? trial.Reason };
    }

    /// <summary>Why a decision cannot be; null: it can.</summary>
    /// <param name="validity">Whether the attempt counts.</param>
    /// <param name="official">Its official value.</param>
    /// <param name="reason">Why.</param>
    public static string? WhyNot(Validity validity, double? official, string? reason) =>
        official is { } value && !(double.IsFinite(value) && value > 0) ? "an official value is more than 0"
        : validity == Validity.Invalid && string.IsNullOrWhiteSpace(reason) ? "say why the attempt does not count"
        : reason?.Length > People.TextLimits.SentenceCharacters ? FormattableString.Invariant($"a reason has at most {People.TextLimits.SentenceCharacters} characters")
        : null;
}
