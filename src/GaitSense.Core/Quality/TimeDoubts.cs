namespace GaitSense.Core;

/// <summary>Whether a stride lies where the times of its foot's samples were not known well enough. It may be noticed late, so it is asked for when a stride is published.</summary>
internal sealed class TimeDoubts
{
    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public void Reset() => _s = default;

    /// <summary>Adds a doubt; what follows another soon is one with it.</summary>
    public void Add(in TimeDoubt doubt)
    {
        bool isSame = _s.HasDoubt && doubt.From <= _s.Until;
        _s.From = isSame && _s.From < doubt.From ? _s.From : doubt.From;
        _s.Until = isSame && _s.Until > doubt.Until ? _s.Until : doubt.Until;
        _s.HasDoubt = true;
    }

    /// <summary>What a stride is worth.</summary>
    public Stride Judge(in Stride stride)
    {
        DeviceTime from = stride.ZeroVelocityStart ?? stride.TerminalContact, until = stride.ZeroVelocityEnd ?? stride.End;
        bool isUnsure = _s.HasDoubt && stride.RejectReason is RejectReason.None or RejectReason.Implausible && from <= _s.Until && until >= _s.From;
        return isUnsure ? stride with { RejectReason = RejectReason.UnsureTime } : stride;
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public bool HasDoubt;
        public DeviceTime From;
        public DeviceTime Until;
    }
}
