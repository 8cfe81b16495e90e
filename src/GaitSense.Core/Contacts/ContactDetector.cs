namespace GaitSense.Core;

/// <summary>
/// Finds terminal and initial contacts as they happen: a machine of two phases, stance and swing, whose states and transitions CONTACTS.md draws.
/// A step turns the foot in three angular-velocity peaks about its sagittal axis: release (heel rises; walking backward, the toe), swing, landing (sole slaps down;
/// backward, heel sinks), each the opposite sense of the one before. The sense itself does not matter here, so forward and backward steps are found by
/// the same rules. Rotation gives the times; the speed of the sensor, which zero-velocity updates keep honest, decides whether it was a step at all.
/// </summary>
internal sealed partial class ContactDetector(ContactLimits limits)
{
    private readonly ContactLimits _limits = limits;
    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    /// <summary>Whether the foot is in the air, as far as known.</summary>
    public bool InSwing => _s.InSwing;

    /// <summary>Greatest speed of the present swing, m/s.</summary>
    public double SwingTopSpeedMps => _s.Swing.TopSpeedMps;

    /// <summary>When it was reached.</summary>
    public DeviceTime SwingTopSpeedTime => _s.Swing.TopSpeedTime;

    /// <summary>An early guess made with the last sample, if one was.</summary>
    public ContactEvent? Guess => _s.Guess;

    public void Reset() => _s = default;

    /// <summary>Samples were lost: how the foot turned and travelled meanwhile is not known.</summary>
    /// <param name="before">Time of the last sample before them.</param>
    /// <param name="after">Time of the first one after them.</param>
    public void MarkGap(DeviceTime before, DeviceTime after)
    {
        (_s.Stance.Pivot, _s.Stance.TravelM) = (default, 0);
        (_s.GapStart, _s.GapEnd, _s.Swing.RotationSinceGapRad) = (before, after, 0);
    }

    /// <summary>Takes one sample. True when it told of a contact.</summary>
    public bool TryPush(in ContactSample x, out ContactEvent e)
    {
        e = default;
        _s.Guess = null;
        if (!_s.HasSample)
        {
            // A recording may begin in mid-swing: the first landing is then an event without a release.
            _s = new State { HasSample = true, InSwing = !x.IsStill, Last = x };
            _s.Swing = new SwingState { IsBlind = true, Start = x.Time };
            _s.Stance = new StanceState { Contact = x.Time };
            return false;
        }

        bool peakEnded = _s.Peak.Follow(in x, in _s.Last, ref _s.LastPeak);
        bool found = _s.InSwing ? TryLand(in x, out e) : TryLeave(in x, peakEnded, out e);
        _s.Last = x;
        return found;
    }

    private void BeginSwing(DeviceTime start, int sign, double releaseRad, DeviceTime now)
    {
        _s.InSwing = true;
        _s.Swing = new SwingState { Start = start, ReleaseSign = sign, ReleaseRad = releaseRad, TopSpeedTime = now };
    }

    private void BeginStance(DeviceTime contact)
    {
        _s.InSwing = false;
        _s.Stance = new StanceState { Contact = contact, SlowTime = contact };
    }

    /// <summary>All that changes per sample.</summary>
    public struct State
    {
        public bool HasSample;
        public bool InSwing;
        public ContactSample Last;
        public AngularVelocityPeak Peak, LastPeak;
        public int LastReleaseSign;
        public ContactEvent? Guess;

        /// <summary>Last sample before those that were lost last; null: none were.</summary>
        public DeviceTime? GapStart;

        /// <summary>First sample after them.</summary>
        public DeviceTime GapEnd;

        public StanceState Stance;
        public SwingState Swing;
    }
}
