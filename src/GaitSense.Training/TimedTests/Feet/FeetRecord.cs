using GaitSense.Core;

namespace GaitSense.Training.TimedTests.Feet;

/// <summary>What both feet did during a test, gathered from the walk as it is decided. Its times are the walk's.</summary>
public sealed class FeetRecord : IWalkObserver
{
    private readonly FootTrace[] _traces = [new(), new()];
    private readonly List<Stride> _strides = [];
    private readonly List<Gap> _gaps = [];

    /// <summary>Every stride, as it was completed.</summary>
    public IReadOnlyList<Stride> Strides => _strides;

    /// <summary>Where samples were missing.</summary>
    public IReadOnlyList<Gap> Gaps => _gaps;

    /// <summary>Standard uncertainty of the offset between the feet's clocks, s, the largest that was said.</summary>
    public double ClockUncertaintyS { get; private set; }

    /// <summary>Time of the last sample of the foot that is behind, s; null: a foot was not seen.</summary>
    public double? KnownToS => Of(Foot.Left).LatestS is { } l && Of(Foot.Right).LatestS is { } r ? Math.Min(l, r) : null;

    /// <summary>Since when both feet have been still, s; null: they are not.</summary>
    public double? StillSinceS => Of(Foot.Left).StillSinceS is { } l && Of(Foot.Right).StillSinceS is { } r ? Math.Max(l, r) : null;

    /// <summary>When a foot was in the air, in time order.</summary>
    public IReadOnlyList<Swing> SwingsOf(Foot foot) => Of(foot).Swings;

    /// <summary>Where a foot stood, in time order, in its own walk frame.</summary>
    public IReadOnlyList<Stance> StancesOf(Foot foot) => Of(foot).Stances;

    /// <summary>The first swing after a time, of either foot; null: none yet.</summary>
    public (Foot Foot, Swing Swing)? FirstSwingAfter(double timeS)
    {
        (Foot, Swing)? first = null;
        foreach (Foot foot in BothFeet.InOrder)
        {
            foreach (Swing swing in SwingsOf(foot))
            {
                if (swing.LeavesS <= timeS) continue;
                if (first is not { } f || swing.LeavesS < f.Item2.LeavesS) first = (foot, swing);
                break;
            }
        }

        return first;
    }

    /// <inheritdoc/>
    public void OnPose(in FootPose pose) => Of(pose.Foot).Add(in pose);

    /// <inheritdoc/>
    public void OnPathPoint(in PathPoint point) => Of(point.Foot).Add(in point);

    /// <inheritdoc/>
    public void OnEvent(in GaitEvent e)
    {
        if (e.Kind == GaitEventKind.TerminalContact) Of(e.Foot).Leave(e.Time.Seconds);
        else if (e.Kind == GaitEventKind.InitialContact) Of(e.Foot).Land(e.Time.Seconds);
    }

    /// <inheritdoc/>
    public void OnStride(in Stride stride) => _strides.Add(stride);

    /// <inheritdoc/>
    public void OnGap(in Gap gap)
    {
        _gaps.Add(gap);
        if (!gap.Bridged) Of(gap.Foot).Lose();
    }

    /// <inheritdoc/>
    public void OnClockUncertainty(double seconds) => ClockUncertaintyS = Math.Max(ClockUncertaintyS, seconds);

    internal FootTrace Of(Foot foot) => _traces[(int)foot];

    /// <summary>Forgets what was before a time, s: a test that waits long needs no more.</summary>
    /// <param name="timeS">Before when, s.</param>
    internal void ForgetBefore(double timeS)
    {
        foreach (FootTrace trace in _traces) trace.ForgetBefore(timeS);
        _strides.RemoveAll(s => s.End.Seconds < timeS);
        _gaps.RemoveAll(g => g.End.Seconds < timeS);
    }
}
