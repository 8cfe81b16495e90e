using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>A walk that went through the pipeline, and everything it said.</summary>
internal sealed class Walked : IWalkObserver
{
    public List<GaitEvent> Events { get; } = [];

    public List<Stride> Strides { get; } = [];

    public List<Step> Steps { get; } = [];

    public List<Turn> Turns { get; } = [];

    public List<Gap> Gaps { get; } = [];

    public List<MountingEstimate> Mountings { get; } = [];

    public List<SensorFault> SensorFaults { get; } = [];

    public DataQuality LeftQuality { get; private set; }

    public static Walked Through(SimulatedRecording recording, WalkPipelineOptions? options = null) =>
        Through(recording.SamplesOf(Foot.Left).ToArray(), recording.SamplesOf(Foot.Right).ToArray(), options ?? OptionsOf(recording));

    public static WalkPipelineOptions OptionsOf(SimulatedRecording recording)
    {
        FootPipelineOptions foot = new() { Mounting = recording.Sensor.MountingDeclared ? recording.Sensor.Mounting : null };
        return new WalkPipelineOptions { Left = foot, Right = foot };
    }

    /// <summary>Both feet by time, the left one first at equal times.</summary>
    public static Walked Through(ImuSample[] left, ImuSample[] right, WalkPipelineOptions options)
    {
        Walked walked = new();
        WalkPipeline pipeline = new(options, walked);
        for (int l = 0, r = 0; l < left.Length || r < right.Length;)
        {
            if (r == right.Length || (l < left.Length && left[l].Time <= right[r].Time)) pipeline.Push(Foot.Left, in left[l++]);
            else pipeline.Push(Foot.Right, in right[r++]);
        }

        pipeline.Complete();
        walked.LeftQuality = pipeline.Left.Quality;
        return walked;
    }

    public Stride[] ValidOf(Foot foot) => [.. Strides.Where(s => s.Foot == foot && s.IsValid)];

    public void OnEventSettled(in GaitEvent e) => Events.Add(e);

    public void OnStride(in Stride stride) => Strides.Add(stride);

    public void OnStep(in Step step) => Steps.Add(step);

    public void OnTurn(in Turn turn) => Turns.Add(turn);

    public void OnGap(in Gap gap) => Gaps.Add(gap);

    public void OnSensorFault(in SensorFault fault) => SensorFaults.Add(fault);

    public void OnMounting(in MountingEstimate mounting) => Mountings.Add(mounting);
}
