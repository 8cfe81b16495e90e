namespace GaitSense.Core;

/// <summary>
/// Finds terminal and initial contacts as they happen. A step turns the foot in three lobes about its sagittal axis: release (heel rises;
/// walking backward, the toe), swing, landing (sole slaps down; backward, heel sinks), each the opposite sense of the one before. The sense
/// itself does not matter here, so forward and backward steps are found by the same rules. Rotation gives the times; the speed of the
/// sensor, which zero-velocity updates keep honest, decides whether it was a step at all.
/// </summary>
internal sealed class ContactDetector(ContactDetectorOptions options)
{
    // A blow this long before the foot is slow is the one that slowed it, s.
    private const double BlowBeforeSlowS = 0.02;

    // A shoe and its sensor ring for so long after a blow, s.
    private const double RingingS = 0.025;

    // So long after it became slow, a foot that gave a blow has landed, s.
    private const double SettledS = 0.06;

    // A foot that meets the ground is slow after so long, s.
    private const double LongestStopS = 0.1;

    // The speed may be off by as much after so long in the air, m/s².
    private const double SpeedErrorMps2 = 0.5;

    // Hardly a swing is shorter, s.
    private const double SurestSwingS = 0.25;

    // Two pushes farther apart are not two ways to see one release, s.
    private const double LongestAmbiguityS = 0.12;

    private readonly ContactDetectorOptions _o = options;
    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    /// <summary>Whether the foot is in the air, as far as known.</summary>
    public bool InSwing => _s.InSwing;

    /// <summary>Greatest speed of the present swing, m/s.</summary>
    public double SwingTopSpeedMps => _s.TopSpeed;

    /// <summary>When it was reached.</summary>
    public DeviceTime SwingTopSpeedTime => _s.TopSpeedTime;

    public void Reset() => _s = default;

    /// <summary>Samples were lost: how the foot turned and travelled meanwhile is not known.</summary>
    public void MarkGap() => (_s.Pivot, _s.Travel) = (default, 0);

    /// <summary>An early guess made with the last sample, if one was.</summary>
    public ContactEvent? Guess => _s.Guess;

    public bool TryPush(in ContactSample x, out ContactEvent e)
    {
        e = default;
        _s.Guess = null;
        if (!_s.HasSample)
        {
            // A recording may begin in mid-swing: the first landing is then an event without a release.
            _s = new State { HasSample = true, InSwing = !x.IsStill, IsBlindStart = true, SwingStart = x.Time, LastContact = x.Time, Last = x };
            return false;
        }

        bool lobeEnded = _s.Lobe.Follow(in x, in _s.Last, ref _s.LastLobe);
        bool found = _s.InSwing ? InSwingStep(in x, out e) : InStanceStep(in x, lobeEnded, out e);
        _s.Last = x;
        return found;
    }

    private bool InStanceStep(in ContactSample x, bool lobeEnded, out ContactEvent e)
    {
        e = default;
        if (x.IsStill) _s.HasRestedSinceContact = true;
        if (lobeEnded && _s.LastLobe.PeakRadPerS >= _o.SmallestLobeRadPerS && _s.LastLobe.RotationRad >= _o.SmallestLobeRad)
        {
            ref RotationLobe l = ref _s.LastLobe;
            // The half fall may lie between the last sample of the lobe and this one.
            DeviceTime half = l.HasFallen ? l.HalfFall : _s.Last.Time;
            DeviceTime release = half.AddSeconds(-_o.ReleaseLeadS);
            double sinceEarlier = l.EarlierFall is { } earlier ? release.SecondsSince(earlier) : 0, ambiguity = sinceEarlier is > 0 and <= LongestAmbiguityS ? sinceEarlier : 0;
            _s.Candidate = new ContactEvent(
                GaitEventKind.TerminalContact, release, l.HasFallen ? l.HalfFallAngleRad : _s.Last.AngleRad, l.Sign, l.RotationRad, 0.98, ambiguity);
            _s.CandidateAt = x.Time;
            _s.HasCandidate = true;
        }

        if (x.SpeedMps < 0.1) _s.SlowTime = x.Time;
        _s.Travel = x.SpeedMps < 0.1 ? 0 : _s.Travel + (x.SpeedMps * x.Time.SecondsSince(_s.Last.Time));
        bool rested = _s.HasRestedSinceContact || x.Time.SecondsSince(_s.LastContact) > 2 * _o.ShortestStanceS;
        if (rested && !_s.HasGuessed && _s.Lobe.HasFallen && _s.Lobe.PeakRadPerS > 2.5 && _s.Lobe.RotationRad > 0.35
            && x.IsSpeedTrusted && x.SpeedMps > _o.SwingSpeedMps)
        {
            // A big release past its peak: the toe is leaving, most likely.
            _s.HasGuessed = true;
            _s.Guess = new ContactEvent(
                GaitEventKind.TerminalContact, _s.Lobe.HalfFall.AddSeconds(-_o.ReleaseLeadS), _s.Lobe.HalfFallAngleRad, _s.Lobe.Sign, _s.Lobe.RotationRad, 0.7);
        }

        if (_s.HasCandidate && (x.Time.SecondsSince(_s.CandidateAt) > 0.4 || _s.Lobe.IsReleaseAfter(in _s.LastLobe))) _s.HasCandidate = false;
        // Without a rest it was a stance only if the release itself came late enough: what a landing's blow makes ring is over by then.
        double stanceS = _s.Candidate.Time.SecondsSince(_s.LastContact);
        if (_s.HasCandidate && stanceS >= (_s.HasRestedSinceContact ? 1 : 2) * _o.ShortestStanceS)
        {
            // Without a speed to go by: a big rotation in the sense of the last release; before the first, one that is followed by a swing
            // as big as itself, which a landing or a swing is not.
            bool big = _s.LastLobe.PeakRadPerS >= 2.5 && (_s.LastReleaseSign == _s.Candidate.ReleaseSign
                ? _s.LastLobe.RotationRad > 0.25
                : _s.Lobe.RotationRad > Math.Max(0.3, 0.5 * _s.LastLobe.RotationRad));
            // Rolling over the ground moves the sensor at rate x radius; only a foot in the air is faster than that.
            double needed = Math.Max(_o.SwingSpeedMps, _o.RollingRadiusM * Math.Abs(x.RateRadPerS));
            if (x.IsSpeedTrusted ? x.TotalSpeedMps >= needed : big)
            {
                e = _s.Candidate;
                _s.LastReleaseSign = e.ReleaseSign;
                BeginSwing(e.Time, e.ReleaseSign, e.ReleaseRad, x.Time);
                return true;
            }
        }

        // A step of a turn on the spot has no release rotation, and has landed by now: the next sample tells that.
        bool hasTurned = _s.Pivot.Follow(in x, in _s.Last) && rested && _s.Pivot.Start.SecondsSince(_s.LastContact) >= _o.ShortestStanceS;
        // Brisk stances end with a release rotation; only slow ones end with a foot just lifted: it left the ground when it began to move.
        bool hasLifted = x.Time.SecondsSince(_s.LastContact) > 5 * _o.ShortestStanceS && x.IsSpeedTrusted && _s.Travel > _o.FlightDisplacementM
            && x.SpeedMps > _o.SwingSpeedMps && rested && _s.Lobe.PeakRadPerS < 2.5;
        if (hasTurned || hasLifted)
        {
            e = new ContactEvent(GaitEventKind.TerminalContact, hasTurned ? _s.Pivot.Start : _s.SlowTime, x.AngleRad, 0, 0, 0.5);
            BeginSwing(e.Time, 0, 0, x.Time);
            return true;
        }

        return false;
    }

    private void BeginSwing(DeviceTime start, int sign, double release, DeviceTime now)
    {
        (_s.InSwing, _s.IsBlindStart) = (true, false);
        _s.SwingStart = start;
        _s.ReleaseSign = sign;
        _s.ReleaseRad = release;
        _s.TopSpeed = 0;
        _s.TopSpeedTime = now;
        _s.SwingRotation = 0;
        _s.SwingPeak = 0;
        _s.HasLanding = _s.HasRefusedLanding = false;
        _s.HasCandidate = false;
        _s.IsSlow = false;
        _s.HasImpact = false;
        _s.HasGuessed = false;
    }

    private bool InSwingStep(in ContactSample x, out ContactEvent e)
    {
        e = default;
        if (x.SpeedMps > _s.TopSpeed)
        {
            _s.TopSpeed = x.SpeedMps;
            _s.TopSpeedTime = x.Time;
        }

        double sinceStart = x.Time.SecondsSince(_s.SwingStart);
        int landing = _s.ReleaseSign != 0 ? _s.ReleaseSign : -_s.Lobe.Sign;
        if (_s.ReleaseSign == 0 && _s.Lobe.PeakRadPerS > 1) { _s.ReleaseSign = -_s.Lobe.Sign; landing = _s.ReleaseSign; }
        double dt = x.Time.SecondsSince(_s.Last.Time);
        double swingRate = -landing * x.RateRadPerS;
        if (swingRate > 0)
        {
            _s.SwingPeak = Math.Max(_s.SwingPeak, swingRate);
            _s.SwingRotation += swingRate * dt;
        }

        double threshold = Math.Min(_o.LandingRateRadPerS, _o.LandingShareOfSwing * _s.SwingPeak);
        double now = landing * x.RateRadPerS, before = landing * _s.Last.RateRadPerS;
        // Soon after the release what turns the foot may be the push-off's ringing: then it has landed only if it is no faster than rolling.
        bool flies = x.IsSpeedTrusted && sinceStart < SurestSwingS && x.TotalSpeedMps > Math.Max(_o.SwingSpeedMps, _o.RollingRadiusM * Math.Abs(x.RateRadPerS));
        bool slowEnough = !x.IsSpeedTrusted || (x.SpeedMps < 0.8 * _s.TopSpeed && !flies);
        if (now < 0) _s.HasLanding = _s.HasRefusedLanding = false;
        if (!_s.HasGuessed && now >= 0 && before < 0 && slowEnough && sinceStart >= _o.ShortestSwingS && _s.SwingRotation > 0.1)
        {
            // The swing's rotation has ended while the foot slows down: it is about to land.
            _s.HasGuessed = true;
            _s.Guess = new ContactEvent(GaitEventKind.InitialContact, x.Time, x.AngleRad, _s.ReleaseSign, _s.ReleaseRad, 0.7);
        }

        if (!_s.HasLanding && now >= threshold && before < threshold && sinceStart >= _o.ShortestSwingS && _s.SwingRotation > 0.1)
        {
            double share = (threshold - before) / (now - before);
            _s.Landing = _s.Last.Time.AddSeconds((share * dt) - _o.LandingLeadS);
            _s.LandingAngle = _s.Last.AngleRad + (share * (x.AngleRad - _s.Last.AngleRad));
            _s.HasLanding = true;
        }

        // The ground stops a foot at once: what turned it without slowing it down was no landing, if the speed is right.
        if (_s.HasLanding && !slowEnough && x.Time.SecondsSince(_s.Landing) > LongestStopS) (_s.HasLanding, _s.HasRefusedLanding) = (false, true);
        if (_s.HasLanding && slowEnough)
        {
            e = new ContactEvent(GaitEventKind.InitialContact, _s.Landing, _s.LandingAngle, _s.ReleaseSign, _s.ReleaseRad, 0.98);
            EndSwing(e.Time);
            return true;
        }

        // As slow as no foot is in mid-swing; in the slowest swings the speed's own error sets the limit: a quarter metre per second, more after a long one.
        double limit = Math.Max(Math.Clamp(0.4 * _s.TopSpeed, 0.15, Math.Max(0.25, SpeedErrorMps2 * sinceStart)), 0.2 * _s.TopSpeed);
        bool slow = x.IsSpeedTrusted && x.SpeedMps < limit;
        // A foot that stands still from one sample to the next was not as fast as it seemed: the rotation that did not stop it may well have been its landing.
        bool wasRefused = _s.HasRefusedLanding && x.IsStill && x.IsSpeedTrusted && !_s.IsSlow && _s.Last.SpeedMps >= limit;
        if (!slow) _s.IsSlow = false;
        else if (!_s.IsSlow)
        {
            _s.IsSlow = true;
            _s.SlowTime = x.Time;
            _s.SlowAngle = x.AngleRad;
            // It touches down when it stops: where its speed, falling as it does now, comes to nothing.
            double braking = (_s.Last.SpeedMps - x.SpeedMps) / dt;
            _s.StopTime = x.Time.AddSeconds(Math.Min(_o.LongestBrakingS, x.SpeedMps / Math.Max(braking, 0.1)));
        }

        // The blow of the sole: the first one as the foot has slowed down, or just before, with what it swells to. One twice as hard that comes
        // later is the sole's, and the first was the swing's braking.
        DeviceTime slowed = (_s.IsSlow ? _s.SlowTime : x.Time).AddSeconds(-BlowBeforeSlowS);
        if (x.ForceJumpMps2 > Math.Max(_o.ImpactMps2, _o.ImpactPerSpeedHz * _s.TopSpeed))
        {
            bool harder = x.ForceJumpMps2 > 2 * _s.ImpactJumpMps2, rings = x.Time.SecondsSince(_s.Impact) < RingingS;
            if (!_s.HasImpact || _s.Impact < slowed || (harder && !rings))
                (_s.HasImpact, _s.Impact, _s.ImpactJumpMps2) = (true, x.Time.AddSeconds(-0.5 * dt), x.ForceJumpMps2);
            else if (harder) _s.ImpactJumpMps2 = x.ForceJumpMps2;
        }

        bool settled = _s.IsSlow && x.Time.SecondsSince(_s.SlowTime) > (_s.HasImpact && _s.Impact >= slowed ? SettledS : _o.LongestSlowEndS);
        if (sinceStart >= _o.ShortestSwingS && (x.IsStill || settled))
        {
            // Landed flat: no landing rotation to see; a blow, or the foot just stopped.
            DeviceTime time = _s.HasImpact && _s.Impact >= slowed ? _s.Impact : _s.IsSlow && _s.StopTime < x.Time ? _s.StopTime : x.Time;
            // A recording that begins at rest begins with a foot that stood all along.
            bool stood = _s.IsBlindStart && _s.SwingRotation < 0.1 && _s.TopSpeed < _o.SwingSpeedMps;
            if (stood)
            {
                EndSwing(_s.SwingStart);
                _s.HasRestedSinceContact = true;
                return false;
            }

            e = new ContactEvent(GaitEventKind.InitialContact, time, _s.IsSlow ? _s.SlowAngle : x.AngleRad, _s.ReleaseSign, _s.ReleaseRad, 0.6);
            if (wasRefused) e = e with { Time = time = _s.Landing, AngleRad = _s.LandingAngle, Confidence = 0.4 };
            EndSwing(time);
            return true;
        }

        if (sinceStart > _o.LongestSwingS) EndSwing(x.Time);
        return false;
    }

    private void EndSwing(DeviceTime contact)
    {
        _s.InSwing = false;
        _s.IsBlindStart = false;
        _s.LastContact = contact;
        _s.HasRestedSinceContact = false;
        _s.HasCandidate = false;
        _s.HasGuessed = false;
        _s.Travel = 0;
        _s.Pivot = default;
        _s.SlowTime = contact;
    }

    /// <summary>All that changes per sample.</summary>
    public struct State
    {
        public bool HasSample;
        public ContactSample Last;
        public RotationLobe Lobe, LastLobe;
        public bool InSwing, IsBlindStart;
        public bool HasRestedSinceContact;
        public DeviceTime LastContact;
        public ContactEvent? Guess;
        public bool HasGuessed, HasCandidate;
        public ContactEvent Candidate;
        public DeviceTime CandidateAt;
        public DeviceTime SwingStart;
        public int ReleaseSign, LastReleaseSign;
        public double ReleaseRad;
        public double TopSpeed;
        public double SwingPeak, SwingRotation;
        public bool HasLanding, HasRefusedLanding;
        public DeviceTime Landing;
        public double LandingAngle, SlowAngle;
        public bool IsSlow;
        public DeviceTime SlowTime, StopTime, TopSpeedTime;
        public bool HasImpact;
        public DeviceTime Impact;
        public double ImpactJumpMps2;
        public double Travel;
        public PivotTurn Pivot;
    }
}
