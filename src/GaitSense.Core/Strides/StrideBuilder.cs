namespace GaitSense.Core;

/// <summary>
/// Measures strides: from the mid-stance instant before a swing to the one after it. A still stance gives the instant by itself; in a fast
/// one it is where the foot is slowest.
/// </summary>
internal sealed class StrideBuilder(Foot foot)
{
    // This long at rest after landing, and the stride is measured.
    private const double SettleS = 0.06;

    // Standing still this long closes a stride; the next opens without a contact.
    private const double PauseS = 2.0;

    // A foot this fast at its slowest has no mid-stance reference to measure a length from.
    private const double WorstZeroSdMps = 0.8;

    // So long without samples, and a foot that stood may have swung, unseen.
    private const double ShortestSwingS = 0.2;

    // A landing whose instant is unsure by more does not open a stride: a tenth of a stride.
    private const double MaxUnsureS = 0.1;

    // A stance so much longer than this walker's usual ones has standing in it, even where the foot was not quite still all the time.
    private static readonly OwnRhythm Stances = new(minS: 1.5, firstS: 4);

    private readonly Foot _foot = foot;
    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    /// <summary>The mid-stance instant before the present swing, or the best so far in the present stance.</summary>
    public MidStanceReference Reference => _s.Reference;

    public bool HasReference => _s.HasReference;

    /// <summary>Whether a landing waits for its mid-stance.</summary>
    public bool IsAwaitingRest => _s.Swing.HasLanding;

    public void Reset() => _s = default;

    /// <summary>Takes the pose after one sample. Returns true when the mid-stance reference moved, so that position errors count from here.</summary>
    public bool Track(FootTracker tracker, DeviceTime time, double angleRad, bool inSwing)
    {
        if (inSwing)
        {
            if (_s.Swing.HasStart)
            {
                _s.Swing.HeightShiftM += tracker.LastPositionShiftM.Z;
                double height = tracker.PositionM.Z - _s.Swing.HeightShiftM - _s.Swing.Start.PositionM.Z;
                _s.Swing.Heights.Push(time.SecondsSince(_s.Swing.Start.Time), height);
            }

            return false;
        }

        if (_s.Swing.HasLanding) _s.Swing.HeightShiftM += tracker.LastPositionShiftM.Z;
        if (!tracker.IsTrusted) return false;
        if (tracker.StillForS > PauseS) _s.OpeningContact = null;
        bool better = tracker.IsStill || !_s.HasReference || tracker.ZeroSdMps <= _s.Reference.ZeroSdMps;
        if (!better || tracker.ZeroSdMps > WorstZeroSdMps) return false;
        _s.Reference = new MidStanceReference(time, tracker.PositionM, tracker.Rotation, angleRad, tracker.ZeroSdMps, tracker.ReferenceLost());
        _s.HasReference = true;
        return true;
    }

    /// <summary>Follows the path of the swing; called after each sample.</summary>
    public void TrackPath(FootTracker tracker, DeviceTime time, in Vector3D gyroRadPerS, bool inSwing)
    {
        double rate = (gyroRadPerS - tracker.GyroBiasRadPerS).Length;
        if (!inSwing) _s.TopRateRadPerS = _s.HasReference && _s.Reference.Time < time ? Math.Max(_s.TopRateRadPerS, rate) : 0;
        ref SwingRecord swing = ref _s.Swing;
        if (!swing.HasStart || (!inSwing && !swing.HasLanding)) return;
        swing.Path.Shift(tracker.LastPositionShiftM);
        if (inSwing) swing.Path.Push(time.SecondsSince(swing.Start.Time), tracker.PositionM - swing.Start.PositionM, tracker.VelocityMps.Length, rate);
    }

    /// <summary>The sole came down flat.</summary>
    public void Flatten(DeviceTime flat) => _s.FootFlat = flat;

    /// <param name="contact">The release.</param>
    /// <param name="heelOff">Where the sole began to leave the ground before it; null where that was not seen.</param>
    public void Release(in ContactEvent contact, DeviceTime? heelOff)
    {
        if (_s.OpeningContact is { } landed)
        {
            double stanceS = contact.Time.SecondsSince(landed);
            if (Stances.IsStanding(_s.UsualStanceS, stanceS)) _s.OpeningContact = null;
            else _s.UsualStanceS = OwnRhythm.Learn(_s.UsualStanceS, stanceS);
        }

        _s.Swing = new SwingRecord
        {
            HasRelease = true,
            OpeningContact = _s.OpeningContact,
            TerminalContact = contact.Time,
            TerminalContactAmbiguityS = contact.AmbiguityS,
            AngleAtTerminalContact = contact.AngleRad - _s.Reference.AngleRad,
            ReleaseRad = contact.ReleaseRad,
            ContactConfidence = contact.Confidence,
            HasStart = _s.HasReference,
            Start = _s.Reference,
            // A release may be told late: a gap since then is one of the swing, too.
            HasGap = _s.HasGap || contact.Time < _s.GapEnd,
            HasSlip = _s.HasSlip,
            FootFlat = _s.FootFlat,
            HeelOff = heelOff,
        };
        _s.HasGap = false;
        _s.HasSlip = false;
        _s.Swing.Heights.Clear();
        _s.Swing.Path.Begin(_s.TopRateRadPerS);
    }

    public void Land(in ContactEvent contact)
    {
        _s.Swing.HasLanding = _s.Swing.HasRelease;
        _s.Swing.InitialContact = contact.Time;
        _s.Swing.AngleAtInitialContact = contact.AngleRad - _s.Reference.AngleRad;
        _s.Swing.ContactConfidence = Math.Min(_s.Swing.ContactConfidence, contact.Confidence);
        _s.OpeningContact = contact.AmbiguityS > MaxUnsureS ? null : contact.Time;
        _s.FootFlat = null;
        _s.HasReference = false;
    }

    /// <summary>Samples were lost.</summary>
    /// <param name="end">Time of the first one after them.</param>
    /// <param name="seconds">From the last one before them to it, s.</param>
    /// <param name="inSwing">Whether the foot was in the air before them.</param>
    public void MarkGap(DeviceTime end, double seconds, bool inSwing)
    {
        if (!inSwing && seconds > ShortestSwingS) _s.OpeningContact = null;
        _s.Swing.HasGap = true;
        _s.HasGap = true;
        _s.GapEnd = end;
    }

    public void MarkSlip()
    {
        _s.Swing.HasSlip = true;
        _s.HasSlip = true;
    }

    /// <summary>
    /// Completes the stride that waits for its mid-stance: at rest, or, when <paramref name="force"/>d by the next release or the end,
    /// with the best instant there was.
    /// </summary>
    public bool TryComplete(FootTracker tracker, DeviceTime now, in FootAxis axis, bool force, out Stride stride, out FootPath? path, out MidStanceReference end)
    {
        stride = default;
        path = null;
        end = default;
        ref SwingRecord w = ref _s.Swing;
        if (!w.HasLanding) return false;
        bool settled = tracker.StillForS >= SettleS && now.SecondsSince(w.InitialContact) > SettleS;
        if (!settled && !force) return false;
        bool measured = w.HasStart && _s.HasReference;
        end = _s.Reference;
        stride = Measure(in w, in end, measured, now, in axis, tracker.HorizontalPositionSd(), out path);
        // A gap inside the stance that follows belongs to this stride only up to where the next one is measured from.
        _s.HasGap &= !_s.HasReference || _s.Reference.Time < _s.GapEnd;
        w = default;
        return true;
    }

    private Stride Measure(in SwingRecord w, in MidStanceReference end, bool measured, DeviceTime now, in FootAxis axis, double sdM, out FootPath? way)
    {
        way = null;
        Stride stride = new()
        {
            Foot = _foot,
            Index = _s.Count++,
            Start = w.OpeningContact,
            End = w.InitialContact,
            TerminalContact = w.TerminalContact,
            TerminalContactAmbiguityS = w.TerminalContactAmbiguityS,
            ZeroVelocityStart = w.HasStart ? w.Start.Time : null,
            ZeroVelocityEnd = _s.HasReference ? end.Time : null,
            KnownAt = now,
            AngleAtInitialContactRad = w.HasStart ? -w.AngleAtInitialContact : null,
            AngleAtTerminalContactRad = w.HasStart ? -w.AngleAtTerminalContact : null,
            FootFlat = w.OpeningContact <= w.FootFlat && w.FootFlat <= (w.HeelOff ?? w.TerminalContact) ? w.FootFlat : null,
            HeelOff = w.OpeningContact <= w.HeelOff && w.HeelOff <= w.TerminalContact ? w.HeelOff : null,
        };
        if (!measured)
            return stride with { RejectReason = w.HasGap ? RejectReason.Gap : RejectReason.NoZeroVelocity };

        Vector3D d = end.PositionM - w.Start.PositionM;
        double length = Math.Sqrt((d.X * d.X) + (d.Y * d.Y));
        Vector3D along = (w.Start.Horizontal(axis.Forward) + end.Horizontal(axis.Forward)).Normalized();
        FootPath path = FootPath.Of(in d, in along);
        way = path;
        double turn = Wrap(end.HeadingRad(in axis) - w.Start.HeadingRad(in axis));
        double clearance = w.Heights.MaxAboveLine(Math.Max(w.InitialContact.SecondsSince(w.Start.Time), 0.01), d.Z, w.HeightShiftM);
        stride = stride with
        {
            LengthM = length,
            ClearanceM = clearance,
            HeightChangeM = d.Z,
            Swing = w.Path.Measure(w.InitialContact.SecondsSince(w.Start.Time), in d),
            TurnRad = turn,
            Confidence = DirectionRule.Confidence(DirectionRule.MarginM(in path, turn), sdM) * w.ContactConfidence,
        };
        // What cannot be is named by its cause where that is known.
        RejectReason reason = w.HasGap ? RejectReason.Gap
            : w.HasSlip ? RejectReason.MountingSlip
            : ClippingError.IsTooMuch(in w.Start, in end, length) ? RejectReason.Clipped
            : !stride.IsPlausible ? RejectReason.Implausible
            : RejectReason.None;
        return stride with { RejectReason = reason };
    }

    private static double Wrap(double angleRad) => angleRad - (2 * Math.PI * Math.Round(angleRad / (2 * Math.PI)));

    /// <summary>All that changes.</summary>
    public struct State
    {
        public int Count;
        public bool HasReference;
        public MidStanceReference Reference;
        public DeviceTime? OpeningContact;
        public DeviceTime? FootFlat;
        public double TopRateRadPerS;
        public double UsualStanceS;
        public bool HasGap;
        public DeviceTime? GapEnd;
        public bool HasSlip;
        public SwingRecord Swing;
    }
}
