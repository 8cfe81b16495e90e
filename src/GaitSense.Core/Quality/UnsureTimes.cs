namespace GaitSense.Core;

/// <summary>Whether a stride lies where the times of its foot's samples were not known well enough. It may be noticed late, so it is asked for when a stride is published.</summary>
internal sealed class UnsureTimes
{
    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public void Reset() => _s = default;

    /// <summary>Adds a stretch of unsure times; one that follows another soon joins it.</summary>
    public void Add(in UnsureTime unsure)
    {
        bool isSame = _s.HasUnsure && unsure.From <= _s.Until;
        _s.From = isSame && _s.From < unsure.From ? _s.From : unsure.From;
        _s.Until = isSame && _s.Until > unsure.Until ? _s.Until : unsure.Until;
        _s.HasUnsure = true;
    }

    /// <summary>What a stride is worth.</summary>
    public Stride Judge(in Stride stride)
    {
        DeviceTime from = stride.ZeroVelocityStart ?? stride.TerminalContact, until = stride.ZeroVelocityEnd ?? stride.End;
        bool isUnsure = _s.HasUnsure && stride.RejectReason is RejectReason.None or RejectReason.Implausible && from <= _s.Until && until >= _s.From;
        return isUnsure ? stride with { RejectReason = RejectReason.UnsureTime } : stride;
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public bool HasUnsure;
        public DeviceTime From;
        public DeviceTime Until;
    }
}
