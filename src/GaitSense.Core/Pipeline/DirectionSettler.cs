namespace GaitSense.Core;

/// <summary>
/// Holds events and strides until their direction has a name: until the stride is measured, and, with an undeclared mounting, until it is
/// known which way is forward. They come out in time order.
/// </summary>
internal sealed class DirectionSettler(IWalkObserver observer, MountingTracker mounting)
{
    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    /// <summary>Direction of the last measured stride.</summary>
    public AxisDirection LastDirection => _s.LastDirection;

    public void Reset() => _s = default;

    /// <summary>Reports an event and holds it; with a direction, only the sign of forward can still be missing.</summary>
    public void Add(in GaitEvent e, AxisDirection? direction = null)
    {
        observer.OnEvent(in e);
        Next(e.DetectedAt) = new PendingRecord { Event = e, Direction = direction ?? AxisDirection.Unknown, IsDirectionSettled = direction is not null };
    }

    public void Add(in Stride stride, AxisDirection direction, EarlyDirection early) =>
        Next(stride.KnownAt) = new PendingRecord { IsStride = true, Stride = stride, Direction = direction, Early = early, IsDirectionSettled = true };

    /// <summary>Everything still open went that way.</summary>
    public void Settle(AxisDirection direction)
    {
        _s.LastDirection = direction;
        for (int i = 0; i < _s.Pending.Count; i++)
        {
            ref PendingRecord p = ref _s.Pending[i];
            if (p.IsDirectionSettled) continue;
            p.Direction = direction;
            p.IsDirectionSettled = true;
        }
    }

    /// <summary>Lets go of what has its name.</summary>
    public void Flush(DeviceTime now) => Flush(now, all: false);

    /// <summary>Lets go of everything; what has no name yet stays unknown.</summary>
    public void FlushAll(DeviceTime now) => Flush(now, all: true);

    private ref PendingRecord Next(DeviceTime now)
    {
        if (_s.Pending.IsFull) LetGo(now);
        return ref _s.Pending.Add();
    }

    private void Flush(DeviceTime now, bool all)
    {
        bool canName = mounting.Forward.IsKnown;
        while (_s.Pending.Count > 0)
        {
            ref PendingRecord p = ref _s.Pending[0];
            if (!all && (!p.IsDirectionSettled || (NeedsSign(in p) && !canName))) return;
            LetGo(now);
        }
    }

    private static bool NeedsSign(in PendingRecord p) => p.Direction is not (AxisDirection.Unknown or AxisDirection.InPlace);

    // The oldest one, named as well as can be now.
    private void LetGo(DeviceTime now)
    {
        ref PendingRecord p = ref _s.Pending[0];
        bool needsSign = NeedsSign(in p), canName = mounting.Forward.IsKnown;
        WalkingDirection name = needsSign && !canName ? WalkingDirection.Unknown : DirectionRule.Name(p.Direction, mounting.ForwardSign);
        if (p.IsStride)
        {
            double sure = needsSign ? p.Stride.Confidence * mounting.Forward.Confidence : p.Stride.Confidence;
            // Toe up or toe down is as unknown as which end is the toe.
            int? sign = canName ? mounting.ForwardSign : null;
            Stride stride = p.Stride with
            {
                Direction = name,
                EarlyDirection = p.Early.Name,
                Revision = p.Early.RevisedBy(p.Direction, name, WalkCourse.IsCorner(in p.Stride)),
                Confidence = sure,
                KnownAt = now,
                AngleAtInitialContactRad = sign * p.Stride.AngleAtInitialContactRad,
                AngleAtTerminalContactRad = sign * p.Stride.AngleAtTerminalContactRad,
            };
            observer.OnStride(in stride);
        }
        else
        {
            GaitEvent e = p.Event;
            if (e.Direction == WalkingDirection.Unknown)
                e = e with { Direction = name, DirectionKnownAt = name == WalkingDirection.Unknown ? null : now };
            observer.OnEventSettled(in e);
        }

        _s.Pending.RemoveFirst();
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public AxisDirection LastDirection;
        public PendingRecords Pending;
    }
}
