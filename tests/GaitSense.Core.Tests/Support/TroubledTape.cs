namespace GaitSense.Core.Tests;

/// <summary>The simulated walk's left foot with what radio does to it: a long gap, a short one, a sample twice, a reading that is no number.</summary>
internal static class TroubledTape
{
    public static ImuSample[] Samples { get; } = Create();

    /// <summary>The poses that the whole pipeline gives for <see cref="Samples"/>, one for each that was admitted.</summary>
    public static FootPose[] Poses { get; } = Follow();

    private static ImuSample[] Create()
    {
        List<ImuSample> samples = [.. SimulatedSamples.Left];
        samples.RemoveRange(1500, 40);
        samples.RemoveRange(1000, 3);
        samples.Insert(700, samples[699]);
        samples[400] = samples[400] with { GyroRadPerS = new(double.NaN, 0, 0) };
        return [.. samples];
    }

    private static FootPose[] Follow()
    {
        PoseList poses = new();
        FootPipeline pipeline = new(Foot.Left, new FootPipelineOptions(), poses);
        foreach (ImuSample sample in Samples) pipeline.Push(in sample);
        return [.. poses.Items];
    }

    private sealed class PoseList : IWalkObserver
    {
        public List<FootPose> Items { get; } = [];

        public void OnPose(in FootPose pose) => Items.Add(pose);
    }
}
