using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>
/// Collects a walk for <see cref="WalkSummary"/> and a report. What grows, grows per stride, never per sample: 60 minutes of two
/// feet stay within a few MB. One thread, like the pipeline that calls it.
/// </summary>
public sealed class WalkCollector : IWalkObserver
{
    /// <summary>Most gaps that are kept one by one.</summary>
    public const int MaxGaps = 2000;

    private const int MaxMountings = 200;

    private readonly GrowingList<Stride> _strides = [];
    private readonly GrowingList<Step> _steps = [];
    private readonly List<Bout> _bouts = [];
    private readonly List<Turn> _turns = [];
    private readonly List<Gap> _gaps = [];
    private readonly List<MountingEstimate> _mountings = [];
    private readonly GrowingList<PathPoint> _path = [];
    private readonly int[,] _events = new int[2, Enum.GetValues<GaitEventKind>().Length];
    private readonly FootCurves[] _curves = [new(Foot.Left), new(Foot.Right)];
    private readonly (DeviceTime First, DeviceTime Last)?[] _span = new (DeviceTime, DeviceTime)?[2];
    private int _gapCount;
    private int _kept;
    private int _withdrawn;

    /// <inheritdoc/>
    public void OnProvisional(in ProvisionalEvent e)
    {
        if (e.Kept is not { } kept) return;
        if (kept) _kept++;
        else _withdrawn++;
    }

    /// <inheritdoc/>
    public void OnEventSettled(in GaitEvent e) => _events[(int)e.Foot, (int)e.Kind]++;

    /// <inheritdoc/>
    public void OnStride(in Stride stride)
    {
        _strides.Add(in stride);
        _curves[(int)stride.Foot].Enqueue(in stride);
    }

    /// <inheritdoc/>
    public void OnStep(in Step step) => _steps.Add(in step);

    /// <inheritdoc/>
    public void OnPathPoint(in PathPoint point) => _path.Add(in point);

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        int foot = (int)pose.Foot;
        _span[foot] = (_span[foot]?.First ?? pose.Time, pose.Time);
        _curves[foot].Add(in pose);
    }

    /// <inheritdoc/>
    public void OnGap(in Gap gap)
    {
        if (gap.Bridged) return;
        _gapCount++;
        if (_gaps.Count < MaxGaps) _gaps.Add(gap);
    }

    /// <inheritdoc/>
    public void OnMounting(in MountingEstimate mounting)
    {
        if (_mountings.Count < MaxMountings) _mountings.Add(mounting);
    }

    /// <inheritdoc/>
    public void OnBout(in Bout bout) => _bouts.Add(bout);

    /// <inheritdoc/>
    public void OnTurn(in Turn turn) => _turns.Add(turn);

    /// <summary>What was collected so far, as data. May be called during the walk; the result does not change afterwards.</summary>
    public WalkRecord ToRecord(WalkContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new WalkRecord
        {
            Context = context,
            Strides = _strides.Now(),
            Steps = _steps.Now(),
            Bouts = [.. _bouts],
            Turns = [.. _turns],
            Gaps = [.. _gaps],
            GapCount = _gapCount,
            Mountings = [.. _mountings],
            Path = _path.Now(),
            Curves = [.. _curves.SelectMany(c => c.Results())],
            EventCounts = BothFeet.InOrder.SelectMany(f => Enum.GetValues<GaitEventKind>().Select(k => (f, k)))
                .ToDictionary(x => x, x => _events[(int)x.f, (int)x.k]),
            Provisional = (_kept, _withdrawn),
            Span = BothFeet.InOrder.Where(f => _span[(int)f] is not null).ToDictionary(f => f, f => _span[(int)f]!.Value),
        };
    }
}
