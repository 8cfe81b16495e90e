using System.Runtime.CompilerServices;
using GaitSense.Core;
using GaitSense.Streams;

namespace GaitSense.Sessions.Tests;

/// <summary>Samples from a list, in blocks of any sizes; may fail or go on for ever.</summary>
internal sealed class ListSource(IReadOnlyList<FootedSample> samples, params int[] blockSizes) : ISampleSource
{
    public string Name => "list";

    public string? Description => null;

    public IReadOnlyList<Foot> Feet { get; init; } = [Foot.Left, Foot.Right];

    public WalkPipelineOptions Walk { get; init; } = new()
    {
        Left = new FootPipelineOptions { Mounting = MountingAxes.Identity },
        Right = new FootPipelineOptions { Mounting = MountingAxes.Identity },
    };

    public IReadOnlyList<string> Assumptions => [];

    public IReadOnlyList<string> Warnings => [];

    public double? Progress => null;

    public Exception? FailsAtEnd { get; init; }

    /// <summary>Called before each block, with its number.</summary>
    public Action<int> BeforeBlock { get; init; } = _ => { };

    /// <summary>Called with each block before it is handed out, and with its number.</summary>
    public Action<int, SampleBlock> OnBlock { get; init; } = (_, _) => { };

    public async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        for (int next = 0, n = 0; next < samples.Count; n++)
        {
            BeforeBlock(n);
            if (cancellationToken.IsCancellationRequested) yield break;
            int size = Math.Min(samples.Count - next, blockSizes.Length == 0 ? 512 : blockSizes[n % blockSizes.Length]);
            var block = new SampleBlock(size);
            for (int i = 0; i < size; i++) block.Add(samples[next++]);
            OnBlock(n, block);
            yield return block;
        }

        if (FailsAtEnd is { } failure) throw failure;
    }
}
