namespace GaitSense.Core;

// A foot in the air, and the two ways to notice that it lands: a landing rotation of a foot that slows down, or a foot that becomes slow and stays so.
internal sealed partial class ContactDetector
{
    /// <summary>How far the landing rotation of a swing has come.</summary>
    public enum Landing
    {
        /// <summary>None was seen.</summary>
        None,


        /// <summary>The landing's rotation was seen; the foot has not slowed down yet.</summary>
        Turning,

        /// <summary>It did not slow down: what turned it was no landing, if the speed is right.</summary>
        Refused,
    }

    private bool TryLand(in ContactSample x, out ContactEvent e)
    {
        e = default;
        ref SwingState swing = ref _s.Swing;
        if (x.SpeedMps > swing.TopSpeedMps) (swing.TopSpeedMps, swing.TopSpeedTime) = (x.SpeedMps, x.Time);
        double sinceStartS = x.Time.SecondsSince(swing.Start), dt = x.Time.SecondsSince(_s.Last.Time);
        FollowRotation(in x, sinceStartS, dt);
        if (swing.Landing == Landing.Turning && HasSlowed(in x, sinceStartS))
        {
            e = new ContactEvent(GaitEventKind.InitialContact, swing.LandingTime, swing.LandingAngleRad, swing.ReleaseSign, swing.ReleaseRad, 0.98, HiddenS(swing.LandingTime, hasTurned: true));
            BeginStance(e.Time);
            return true;
        }

        // As slow as no foot is in mid-swing; in the slowest swings the speed's own error sets the limit: a quarter metre per second, more after a long one.
        double usual = Math.Max(_limits.MaxLimitMps, _limits.SpeedErrorMps2 * sinceStartS);
        double limit = Math.Max(Math.Max(Math.Min(_limits.SlowShareOfTop * swing.TopSpeedMps, usual), _limits.MinLimitMps), _limits.MinShareOfTop * swing.TopSpeedMps);
        // A foot that stands still from one sample to the next was not as fast as it seemed: the rotation that did not stop it may well have been its landing.
        bool wasRefused = swing.Landing == Landing.Refused && x.IsStill && x.IsSpeedTrusted && swing.Slowing is null && _s.Last.SpeedMps >= limit;
        FollowSpeed(in x, limit, dt);
        DeviceTime slowed = (swing.Slowing?.Since ?? x.Time).AddSeconds(-_limits.ImpactBeforeSlowS);
        FollowImpacts(in x, slowed, dt);
        bool isImpact = swing.HasImpact && swing.ImpactTime >= slowed;
        bool settled = swing.Slowing is { } slowing && x.Time.SecondsSince(slowing.Since) > (isImpact ? _limits.SettledS : _limits.MaxSlowEndS);
        if (sinceStartS >= _limits.MinSwingS && (x.IsStill || settled))
        {
            // A recording that begins at rest begins with a foot that stood all along.
            if (swing.IsBlind && swing.RotationRad < _limits.MinSwingRad && swing.TopSpeedMps < _limits.SwingSpeedMps)
            {
                BeginStance(swing.Start);
                _s.Stance.HasRested = true;
                return false;
            }

            // Landed flat: no landing rotation to see; an impact, or the foot just stopped.
            DeviceTime time = wasRefused ? swing.LandingTime : isImpact ? swing.ImpactTime : swing.Slowing is { } s && s.StopTime < x.Time ? s.StopTime : x.Time;
            double angleRad = wasRefused ? swing.LandingAngleRad : swing.Slowing?.AngleRad ?? x.AngleRad;
            e = new ContactEvent(GaitEventKind.InitialContact, time, angleRad, swing.ReleaseSign, swing.ReleaseRad, wasRefused ? 0.4 : 0.6, HiddenS(time, hasTurned: wasRefused));
            BeginStance(e.Time);
            return true;
        }

        if (sinceStartS > _limits.MaxSwingS) BeginStance(x.Time);
        return false;
    }

    // How much earlier it may have landed, in samples that were lost: unless its landing turned it after them, or it swung after them.
    private double HiddenS(DeviceTime landing, bool hasTurned)
    {
        if (_s.GapStart is not { } before || before >= landing || _s.GapEnd <= _s.Swing.Start) return 0;
        return (hasTurned ? landing < _s.GapEnd : _s.Swing.RotationSinceGapRad < _limits.MinSwingRad) ? landing.SecondsSince(before) : 0;
    }

    // How far the swing has turned the foot, and whether a rotation against it is its landing.
    private void FollowRotation(in ContactSample x, double sinceStartS, double dt)
    {
        ref SwingState swing = ref _s.Swing;
        // Without a release to go by, the first angular-velocity peak of some size is the swing's.
        int sense = swing.ReleaseSign != 0 ? swing.ReleaseSign : -_s.Peak.Sign;
        if (swing.ReleaseSign == 0 && _s.Peak.PeakRadPerS > 1) swing.ReleaseSign = sense;
        double now = sense * x.RateRadPerS, before = sense * _s.Last.RateRadPerS;
        if (now < 0)
        {
            swing.PeakRadPerS = Math.Max(swing.PeakRadPerS, -now);
            swing.RotationRad -= now * dt;
            swing.RotationSinceGapRad -= now * dt;
            swing.Landing = Landing.None;
        }

        bool isSwing = sinceStartS >= _limits.MinSwingS && swing.RotationRad > _limits.MinSwingRad, hasSlowed = HasSlowed(in x, sinceStartS);
        if (!swing.HasGuessed && now >= 0 && before < 0 && hasSlowed && isSwing)
        {
            // The swing's rotation has ended while the foot slows down: it is about to land.
            swing.HasGuessed = true;
            _s.Guess = new ContactEvent(GaitEventKind.InitialContact, x.Time, x.AngleRad, swing.ReleaseSign, swing.ReleaseRad, 0.7);
        }

        double threshold = Math.Min(_limits.LandingRateRadPerS, _limits.LandingShareOfSwing * swing.PeakRadPerS);
        if (swing.Landing != Landing.Turning && now >= threshold && before < threshold && isSwing)
        {
            double share = (threshold - before) / (now - before);
            swing.Landing = Landing.Turning;
            swing.LandingTime = _s.Last.Time.AddSeconds((share * dt) - _limits.LandingLeadS);
            swing.LandingAngleRad = _s.Last.AngleRad + (share * (x.AngleRad - _s.Last.AngleRad));
        }

        // The ground stops a foot at once.
        if (swing.Landing == Landing.Turning && !hasSlowed && x.Time.SecondsSince(swing.LandingTime) > _limits.MaxStopS) swing.Landing = Landing.Refused;
    }

    private bool HasSlowed(in ContactSample x, double sinceStartS)
    {
        if (!x.IsSpeedTrusted) return true;
        // Soon after the release what turns the foot may be the push-off's ringing: then it has landed only if it is no faster than rolling.
        bool flies = sinceStartS < _limits.SurestSwingS && x.TotalSpeedMps > Math.Max(_limits.SwingSpeedMps, _limits.RollingRadiusM * Math.Abs(x.RateRadPerS));
        return x.SpeedMps < _limits.SlowedShareOfTop * _s.Swing.TopSpeedMps && !flies;
    }

    private void FollowSpeed(in ContactSample x, double limitMps, double dt)
    {
        ref SwingState swing = ref _s.Swing;
        if (!x.IsSpeedTrusted || x.SpeedMps >= limitMps)
        {
            swing.Slowing = null;
        }
        else if (swing.Slowing is null)
        {
            // It touches down when it stops: where its speed, falling as it does now, comes to nothing.
            double brakingMps2 = (_s.Last.SpeedMps - x.SpeedMps) / dt;
            DeviceTime stop = x.Time.AddSeconds(Math.Min(_limits.MaxBrakingS, x.SpeedMps / Math.Max(brakingMps2, 0.1)));
            swing.Slowing = new Slowing(x.Time, x.AngleRad, stop);
        }
    }

    // The impact of the sole: the first one as the foot has slowed down, or just before, with what it swells to. One twice as hard that comes later is
    // the sole's, and the first was the swing's braking.
    private void FollowImpacts(in ContactSample x, DeviceTime slowed, double dt)
    {
        ref SwingState swing = ref _s.Swing;
        if (x.ForceJumpMps2 <= Math.Max(_limits.ImpactMps2, _limits.ImpactPerSpeedHz * swing.TopSpeedMps)) return;
        bool harder = x.ForceJumpMps2 > 2 * swing.ImpactMps2, rings = x.Time.SecondsSince(swing.ImpactTime) < _limits.RingingS;
        if (!swing.HasImpact || swing.ImpactTime < slowed || (harder && !rings))
            (swing.HasImpact, swing.ImpactTime, swing.ImpactMps2) = (true, x.Time.AddSeconds(-0.5 * dt), x.ForceJumpMps2);
        else if (harder) swing.ImpactMps2 = x.ForceJumpMps2;
    }

    /// <summary>A swing so far.</summary>
    public struct SwingState
    {
        /// <summary>When the foot left the ground.</summary>
        public DeviceTime Start;

        /// <summary>Whether that was not seen: the recording began here.</summary>
        public bool IsBlind;

        /// <summary>Sense of the release rotation, +1 or -1; 0 while not known.</summary>
        public int ReleaseSign;

        /// <summary>Angle turned by the release, rad.</summary>
        public double ReleaseRad;

        /// <summary>Greatest horizontal speed, m/s.</summary>
        public double TopSpeedMps;

        /// <summary>When.</summary>
        public DeviceTime TopSpeedTime;

        /// <summary>Greatest rate of the swing's own rotation, rad/s.</summary>
        public double PeakRadPerS;

        /// <summary>Angle turned by it, rad.</summary>
        public double RotationRad;

        /// <summary>Angle turned by it since samples were lost last, rad.</summary>
        public double RotationSinceGapRad;

        /// <summary>Whether the landing has been announced early.</summary>
        public bool HasGuessed;

        /// <summary>How far the landing's rotation has come.</summary>
        public Landing Landing;

        /// <summary>When it reached its threshold.</summary>
        public DeviceTime LandingTime;

        /// <summary>Foot angle then, rad.</summary>
        public double LandingAngleRad;

        /// <summary>Since when the foot is slow, if it is.</summary>
        public Slowing? Slowing;

        /// <summary>Whether an impact was felt.</summary>
        public bool HasImpact;

        /// <summary>When.</summary>
        public DeviceTime ImpactTime;

        /// <summary>Its size, m/s².</summary>
        public double ImpactMps2;
    }

    /// <summary>A foot that has become slow.</summary>
    /// <param name="Since">When.</param>
    /// <param name="AngleRad">Sagittal foot angle then, rad.</param>
    /// <param name="StopTime">When it comes to a stop, braking as it does.</param>
    public readonly record struct Slowing(DeviceTime Since, double AngleRad, DeviceTime StopTime);
}
