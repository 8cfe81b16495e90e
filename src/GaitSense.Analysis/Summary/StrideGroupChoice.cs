namespace GaitSense.Analysis.Summary;

/// <summary>The strides that a walk's key figures are taken from: the steadiest choice that allows a mean; a short walk falls back to all its strides, and says so.</summary>
/// <param name="Key">Its name in the summary.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Why">What is in it, in a sentence.</param>
/// <param name="Group">The statistics.</param>
public sealed record StrideGroupChoice(string Key, string Name, string Why, StrideGroup Group)
{
    private const string Steady = "Without turns, and without the two strides at either end of a bout, at a pause and at a change of direction. ± is one standard deviation.";
    private const string All = "Too few steady strides, so starts, stops and turns are in it. ± is one standard deviation.";

    /// <summary>Whether it has enough strides for a mean.</summary>
    public bool HasMean => Group.Both.StrideLengthM.Mean is not null;

    /// <summary>The choice for a walk; where no choice allows a mean, all forward strides.</summary>
    public static StrideGroupChoice Of(StrideGroups groups)
    {
        IReadOnlyList<StrideGroupChoice> choices = In(groups);
        return choices.FirstOrDefault(c => c.HasMean) ?? choices[1] with { Why = "Too few strides for a mean." };
    }

    /// <summary>The choice for one direction of a walk; where none allows a mean, all its strides.</summary>
    /// <param name="groups">The walk's statistics.</param>
    /// <param name="direction"><c>forward</c> or <c>backward</c>.</param>
    public static StrideGroupChoice Of(StrideGroups groups, string direction)
    {
        StrideGroupChoice[] choices = [.. In(groups).Where(c => c.Key.EndsWith("_" + direction, StringComparison.Ordinal))];
        return choices.FirstOrDefault(c => c.HasMean) ?? choices[^1] with { Why = "Too few strides for a mean." };
    }

    /// <summary>All choices, the preferred first.</summary>
    internal static IReadOnlyList<StrideGroupChoice> In(StrideGroups groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return
        [
            new("steady_forward", "steady forward walking", Steady, groups.SteadyForward),
            new("all_valid_forward", "all forward strides", All, groups.AllValidForward),
            new("steady_backward", "steady backward walking", Steady, groups.SteadyBackward),
            new("all_valid_backward", "all backward strides", All, groups.AllValidBackward),
        ];
    }
}
