namespace GaitSense.Core;

// A foot on the ground, and the four ways to notice that it leaves: a release rotation with speed after it, the same without a speed to go by, a
// turn on the spot, a foot that is lifted flat.
internal sealed partial class ContactDetector
{
    private bool TryLeave(in ContactSample x, bool peakEnded, out ContactEvent e)
    {
        ref StanceState stance = ref _s.Stance;
        if (x.IsStill) stance.HasRested = true;
        if (peakEnded && _s.LastPeak.PeakRadPerS >= _limits.MinPeakRadPerS && _s.LastPeak.RotationRad >= _limits.MinPeakAngleRad) stance.Release = ReleaseIn(in x);
        FollowTravel(in x);
        double sinceContactS = x.Time.SecondsSince(stance.Contact);
        bool rested = stance.HasRested || sinceContactS > 2 * _limits.MinStanceS;
        GuessRelease(in x, rested);
        if (stance.Release is { } pending && (x.Time.SecondsSince(pending.SeenAt) > _limits.MaxReleaseS || _s.Peak.IsReleaseAfter(in _s.LastPeak))) stance.Release = null;
        if (stance.Release is { } release && HasLeft(in x, release.Event))
        {
            e = release.Event;
            _s.LastReleaseSign = e.ReleaseSign;
            BeginSwing(e.Time, e.ReleaseSign, e.ReleaseRad, x.Time);
            return true;
        }

        // A step of a turn on the spot has no release rotation, and has landed by now: the next sample tells that.
        bool hasTurned = stance.Pivot.Follow(in x, in _s.Last) && rested && stance.Pivot.Start.SecondsSince(stance.Contact) >= _limits.MinStanceS;
        // Brisk stances end with a release rotation; only slow ones end with a foot just lifted: it left the ground when it began to move.
        bool hasLifted = sinceContactS > 5 * _limits.MinStanceS && x.IsSpeedTrusted && stance.TravelM > _limits.FlightDisplacementM
            && x.SpeedMps > _limits.SwingSpeedMps && rested && _s.Peak.PeakRadPerS < _limits.SureReleaseRadPerS;
        e = default;
        if (!hasTurned && !hasLifted) return false;
        e = new ContactEvent(GaitEventKind.TerminalContact, hasTurned ? stance.Pivot.Start : stance.SlowTime, x.AngleRad, 0, 0, 0.5);
        BeginSwing(e.Time, 0, 0, x.Time);
        return true;
    }

    // The angular-velocity peak that has just ended, as a release: the toe left shortly before its rate had fallen to half.
    private PendingRelease ReleaseIn(in ContactSample x)
    {
        ref AngularVelocityPeak peak = ref _s.LastPeak;
        // The half fall may lie between the last sample of the angular-velocity peak and this one.
        DeviceTime half = peak.HasFallen ? peak.HalfFall : _s.Last.Time;
        DeviceTime time = half.AddSeconds(-_limits.ReleaseLeadS);
        double sinceEarlierS = peak.EarlierFall is { } earlier ? time.SecondsSince(earlier) : 0;
        double ambiguityS = sinceEarlierS > 0 && sinceEarlierS <= _limits.MaxAmbiguityS ? sinceEarlierS : 0;
        double angleRad = peak.HasFallen ? peak.HalfFallAngleRad : _s.Last.AngleRad;
        return new(new ContactEvent(GaitEventKind.TerminalContact, time, angleRad, peak.Sign, peak.RotationRad, 0.98, ambiguityS), x.Time);
    }

    private void FollowTravel(in ContactSample x)
    {
        ref StanceState stance = ref _s.Stance;
        if (x.SpeedMps < _limits.OnGroundMps) (stance.SlowTime, stance.TravelM) = (x.Time, 0);
        else stance.TravelM += x.SpeedMps * x.Time.SecondsSince(_s.Last.Time);
    }

    // A big release past its peak: the toe is leaving, most likely.
    private void GuessRelease(in ContactSample x, bool rested)
    {
        ref AngularVelocityPeak peak = ref _s.Peak;
        if (!rested || _s.Stance.HasGuessed || !peak.HasFallen || peak.PeakRadPerS <= _limits.SureReleaseRadPerS || peak.RotationRad <= _limits.SureReleaseRad) return;
        if (!x.IsSpeedTrusted || x.SpeedMps <= _limits.SwingSpeedMps) return;
        _s.Stance.HasGuessed = true;
        _s.Guess = new ContactEvent(
            GaitEventKind.TerminalContact, peak.HalfFall.AddSeconds(-_limits.ReleaseLeadS), peak.HalfFallAngleRad, peak.Sign, peak.RotationRad, 0.7);
    }

    private bool HasLeft(in ContactSample x, ContactEvent release)
    {
        // Without a rest it was a stance only if the release itself came late enough: what a landing's impact makes ring is over by then.
        if (release.Time.SecondsSince(_s.Stance.Contact) < (_s.Stance.HasRested ? 1 : 2) * _limits.MinStanceS) return false;
        // Rolling over the ground moves the sensor at rate x radius; only a foot in the air is faster than that.
        if (x.IsSpeedTrusted) return x.TotalSpeedMps >= Math.Max(_limits.SwingSpeedMps, _limits.RollingRadiusM * Math.Abs(x.RateRadPerS));
        // Without a speed to go by: a big rotation in the sense of the last release; before the first, one that is followed by a swing as big as
        // itself, which a landing or a swing is not.
        return _s.LastPeak.PeakRadPerS >= _limits.SureReleaseRadPerS && (_s.LastReleaseSign == release.ReleaseSign
            ? _s.LastPeak.RotationRad > 0.25
            : _s.Peak.RotationRad > Math.Max(0.3, 0.5 * _s.LastPeak.RotationRad));
    }

    /// <summary>A stance so far.</summary>
    public struct StanceState
    {
        /// <summary>When it began.</summary>
        public DeviceTime Contact;

        /// <summary>Whether the foot has stood still in it: Loading before, Standing from then on.</summary>
        public bool HasRested;

        /// <summary>A rotation that was a release if flight follows: Leaving.</summary>
        public PendingRelease? Release;

        /// <summary>Whether the release has been announced early.</summary>
        public bool HasGuessed;

        /// <summary>Last time the foot was as slow as one on the ground.</summary>
        public DeviceTime SlowTime;

        /// <summary>How far it has gone since, m.</summary>
        public double TravelM;

        /// <summary>A turn on the spot under way.</summary>
        public PivotTurn Pivot;
    }

    /// <summary>A release that waits for flight to prove it.</summary>
    /// <param name="Event">The contact it would be.</param>
    /// <param name="SeenAt">When it was seen.</param>
    public readonly record struct PendingRelease(ContactEvent Event, DeviceTime SeenAt);
}
