namespace GaitSense.Training.Programmes;

/// <summary>The programmes that come with GaitSense.</summary>
public static class ProgrammeLibrary
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["comfortable-walk", "comfortable-walk-with-rests", "backward-8-weeks", "task-circuit"];

    private static readonly Lazy<IReadOnlyList<Programme>> Read = new(() => [.. Names.Select(n => TrainingJson.Embedded<Programme>(n + ".json"))]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Programme> All => Read.Value;

    /// <summary>One of them; null: there is none of that name.</summary>
    /// <param name="id">Its name: "backward-8-weeks".</param>
    public static Programme? Find(string id) => All.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal));
}
