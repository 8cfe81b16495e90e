namespace GaitSense.Core;

/// <summary>Stretches of walking: from the first release to the last landing, ended by three seconds without a contact of either foot.</summary>
internal sealed class BoutTracker
{
    /// <summary>A pause this long ends a bout, s: longer than the slowest stride the core is made for.</summary>
    public const double PauseS = 3;

    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public bool IsWalking => _s.IsWalking;

    public void Reset() => _s = default;

    public void Push(in GaitEvent e)
    {
        if (e.Kind == GaitEventKind.TerminalContact && !_s.IsWalking)
        {
            _s.IsWalking = true;
            _s.Bout = new Bout(e.Time, e.Time, 0);
        }

        if (e.Kind == GaitEventKind.InitialContact && _s.IsWalking) _s.Bout = _s.Bout with { End = e.Time };
        if (e.Kind is GaitEventKind.TerminalContact or GaitEventKind.InitialContact) _s.LastContact = e.Time;
    }

    /// <summary>One more stride of either foot.</summary>
    public void CountStride()
    {
        if (_s.IsWalking) _s.Bout = _s.Bout with { Strides = _s.Bout.Strides + 1 };
    }

    /// <summary>True once when time has passed the end of a bout with at least one stride.</summary>
    public bool TryEnd(DeviceTime now, bool force, out Bout bout)
    {
        bout = _s.Bout;
        if (!_s.IsWalking || (!force && now.SecondsSince(_s.LastContact) < PauseS)) return false;
        _s.IsWalking = false;
        return bout.Strides > 0;
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public bool IsWalking;
        public Bout Bout;
        public DeviceTime LastContact;
    }
}
