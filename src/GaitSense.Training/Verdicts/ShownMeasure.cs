using GaitSense.Core;

namespace GaitSense.Training.Verdicts;

/// <summary>A measure or test that a clinician chose to see, in one direction.</summary>
/// <param name="Name">Its name, without a version.</param>
/// <param name="Direction">The direction.</param>
public sealed record ShownMeasure(string Name, WalkingDirection Direction)
{
    /// <summary>What is shown where nobody has chosen: the measures that the limits mark, at most nine.</summary>
    /// <param name="table">The limits.</param>
    public static IReadOnlyList<ShownMeasure> In(LimitTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. table.Quantities.SelectMany(q => q.Shown.Select(d => new ShownMeasure(q.Name, d)))];
    }
}
