using System.Runtime.CompilerServices;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Simulation;

namespace GaitSense.Sessions;

/// <summary>A simulated walk as a source, as fast as it can be read. For its real speed, put a <see cref="PacedSource"/> around it.</summary>
/// <param name="name">Name of the walk.</param>
/// <param name="description">What it is.</param>
/// <param name="recording">What its sensors recorded.</param>
/// <param name="options">How large its blocks are.</param>
public sealed class SimulationSource(string name, string? description, SimulatedRecording recording, WalkSessionOptions options) : ISampleSource
{
    private double _progress;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string? Description => description;

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet { get; } = [Foot.Left, Foot.Right];

    /// <inheritdoc/>
    public WalkPipelineOptions Walk { get; } = new()
    {
        Left = new FootPipelineOptions { Mounting = SimulatedRecordings.MountingOf(recording) },
        Right = new FootPipelineOptions { Mounting = SimulatedRecordings.MountingOf(recording) },
        SharedClock = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> Assumptions { get; } = ["The walk is simulated: no person walked it."];

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <inheritdoc/>
    public double? Progress => Volatile.Read(ref _progress);

    /// <inheritdoc/>
    public async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false); // the samples are there already
        int left = 0, right = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var block = new SampleBlock(options.BlockSamples);
            Fill(block, ref left, ref right);
            if (block.Count == 0)
            {
                block.Dispose();
                yield break;
            }

            yield return block;
        }
    }

    /// <summary>The next samples of both feet by time, the left foot first at equal times: the order in which a recording is read.</summary>
    private void Fill(SampleBlock block, ref int left, ref int right)
    {
        ReadOnlySpan<ImuSample> l = recording.SamplesOf(Foot.Left), r = recording.SamplesOf(Foot.Right);
        while (block.Count < block.Capacity && (left < l.Length || right < r.Length))
        {
            bool isLeft = right == r.Length || (left < l.Length && l[left].Time <= r[right].Time);
            block.Add(isLeft ? new FootedSample(Foot.Left, l[left++]) : new FootedSample(Foot.Right, r[right++]));
        }

        int all = l.Length + r.Length;
        Volatile.Write(ref _progress, all > 0 ? (double)(left + right) / all : 1);
    }
}
