using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>One foot of a recording.</summary>
internal sealed record RecordedFoot(string Walk, Foot Foot, FootPipelineOptions Options, ImuSample[] Samples)
{
    public string Name => $"{Walk} {Foot}";

    /// <summary>Those of the folder of recordings and of the one beside it.</summary>
    /// <param name="part">Only names that hold this; null: all.</param>
    public static IEnumerable<RecordedFoot> All(string? part) =>
        from folder in new[] { RecordedWalk.Folder!, RecordedWalk.Folder + "-more" }
        where Directory.Exists(folder)
        from walk in RecordedWalk.All(folder, name => Arguments.Matches(name, part))
        from foot in new[] { Foot.Left, Foot.Right }
        let samples = foot == Foot.Left ? walk.Left : walk.Right
        where samples.Length > 0
        select new RecordedFoot(walk.Name, foot, foot == Foot.Left ? walk.Options.Left : walk.Options.Right, samples);
}
