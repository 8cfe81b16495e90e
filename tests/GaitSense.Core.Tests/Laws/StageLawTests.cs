using System.Collections.Concurrent;

namespace GaitSense.Core.Tests;

/// <summary>The laws that every stage obeys.</summary>
public sealed class StageLawTests
{
    private static readonly Dictionary<string, Func<StageProbe>> Stages = new(StringComparer.Ordinal)
    {
        ["gate"] = () => new GateProbe(),
        ["mounting"] = () => new MountingProbe(),
        ["motion"] = () => new MotionProbe(),
        ["filter"] = () => new FilterProbe(),
        ["tracker"] = () => new TrackerProbe(),
        ["contacts"] = () => new ContactProbe(),
        ["flat foot"] = () => new FlatFootProbe(),
        ["strides"] = () => new StrideProbe(),
    };

    private static readonly ConcurrentDictionary<string, List<string>> Expected = new(StringComparer.Ordinal);

    private static int Length => Math.Min(TroubledTape.Poses.Length, SimulatedSamples.Left.Length);

    public static TheoryData<string> Names => [.. Stages.Keys];

    public static MatrixTheoryData<string, int> NamesAndCuts => new([.. Stages.Keys], [137, 777, 1777]);

    [Theory, MemberData(nameof(NamesAndCuts))]
    public void Snapshot_MovedToAFreshInstance_ContinuesExactly(string name, int cut)
    {
        StageProbe first = Stages[name](), second = Stages[name]();
        first.Run(0, cut);
        second.Snapshot = first.Snapshot;
        ShouldAgree(second.Run(cut, Length), OfNew(name)[cut..]);
    }

    [Theory, MemberData(nameof(NamesAndCuts))]
    public void Snapshot_WhileTheStageGoesOn_StaysAsItWas(string name, int cut)
    {
        StageProbe stage = Stages[name]();
        stage.Run(0, cut);
        object snapshot = stage.Snapshot;
        stage.Run(cut, cut + 200);
        stage.Snapshot = snapshot;
        ShouldAgree(stage.Run(cut, Length), OfNew(name)[cut..]);
    }

    [Theory, MemberData(nameof(Names))]
    public void Reset_AfterAWalk_EqualsNew(string name)
    {
        StageProbe used = Stages[name]();
        used.Run(0, 1777);
        used.Reset();
        ShouldAgree(used.Run(0, Length), OfNew(name));
        OfNew(name).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(20, "the stage said nothing, so nothing was tested");
    }

    private static List<string> OfNew(string name) => Expected.GetOrAdd(name, n => Stages[n]().Run(0, Length));

    // Long lists are compared at once; only a difference is worth the words.
    private static void ShouldAgree(List<string> actual, List<string> expected)
    {
        if (!actual.SequenceEqual(expected, StringComparer.Ordinal)) actual.ShouldBe(expected);
    }
}
