using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>The last 2.4 s of one foot or more.</summary>
internal struct MotionBins
{
    public const int Capacity = 256;

    private Ring _ring;

    /// <summary>Bins taken since the beginning.</summary>
    public long Count { get; private set; }

    /// <summary>Number of the oldest bin that is still kept.</summary>
    public readonly long First => Math.Max(0, Count - Capacity);

    public void Add(in MotionBin bin) => _ring[(int)(Count++ % Capacity)] = bin;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly MotionBin At(in MotionBins bins, long i) => ref bins._ring[(int)(i % Capacity)];

    [InlineArray(Capacity)]
    private struct Ring
    {
        private MotionBin _element0;
    }
}
