namespace GaitSense.Core;

/// <summary>A stretch of sagittal rotation in one sense: push-off, swing, or landing, each is one.</summary>
internal struct AngularVelocityPeak
{
    /// <summary>+1 or -1; 0 before the first.</summary>
    public int Sign;

    /// <summary>Greatest rate, rad/s, positive.</summary>
    public double PeakRadPerS;

    /// <summary>Rotation so far, rad, positive.</summary>
    public double RotationRad;

    /// <summary>When it began.</summary>
    public DeviceTime Start;

    /// <summary>Last time the rate fell through half its peak.</summary>
    public DeviceTime HalfFall;

    /// <summary>Foot angle then, rad.</summary>
    public double HalfFallAngleRad;

    /// <summary>Whether the rate is below half its peak now.</summary>
    public bool HasFallen;

    /// <summary>
    /// When the rate began to fall from a peak that another one of comparable size followed: where the fall had taken a fifth. Null for one peak. A foot that leaves the ground in two pushes
    /// has two instants at which it may be said to have left.
    /// </summary>
    public readonly DeviceTime? EarlierFall => _earlierTop > 0 && _earlierTop >= ComparableShare * PeakRadPerS ? _earlierFall : null;

    // A fall this deep and a rise this high after it make two peaks; each of them is at least this share of the other. Ringing and noise make less.
    private const double FallShare = 0.8;
    private const double RiseShare = 0.05;
    private const double MinRiseRadPerS = 0.3;
    private const double ComparableShare = 0.5;

    private double _top;
    private double _dip;
    private bool _isFalling;
    private DeviceTime _fall;
    private double _earlierTop;
    private DeviceTime _earlierFall;

    // Noise about zero makes no angular-velocity peak, rad/s.
    private const double DeadbandRadPerS = 0.1;

    // A fall in rate that lasts this long is the end of a rotation and not ringing, s.
    private const double ValleyS = 0.1;

    /// <summary>
    /// Takes one sample. Returns true when the angular-velocity peak ended because the rate crossed zero and left it; it is then in <paramref name="ended"/>
    /// and a new one begins.
    /// </summary>
    public bool Follow(in ContactSample x, in ContactSample last, ref AngularVelocityPeak ended)
    {
        if (Sign == 0 || (Sign * x.RateRadPerS) < -DeadbandRadPerS)
        {
            bool has = Sign != 0;
            if (has) ended = this;
            this = new AngularVelocityPeak { Sign = x.RateRadPerS >= 0 ? 1 : -1, PeakRadPerS = Math.Abs(x.RateRadPerS), Start = x.Time };
            return has;
        }

        double dt = x.Time.SecondsSince(last.Time), rate = Sign * x.RateRadPerS, before = Sign * last.RateRadPerS;
        RotationRad += 0.5 * (rate + before) * dt;
        if (rate >= PeakRadPerS)
        {
            PeakRadPerS = rate;
            HasFallen = false;
        }

        FollowPeaks(in x, in last, rate, before, dt);
        // A landing and the next release turn the foot the same way, with the flat foot between them and maybe no change of sign.
        bool isOnGround = x.IsStill || (x.IsSpeedTrusted && x.TotalSpeedMps < 0.2);
        if (isOnGround && HasFallen && x.Time.SecondsSince(HalfFall) > ValleyS && rate < 0.3 * PeakRadPerS)
        {
            this = new AngularVelocityPeak { Sign = Sign, PeakRadPerS = rate, Start = x.Time };
            return false;
        }

        double half = 0.5 * PeakRadPerS;
        if (rate < half && before >= half)
        {
            double share = (before - half) / (before - rate);
            HalfFall = last.Time.AddSeconds(share * dt);
            HalfFallAngleRad = last.AngleRad + (share * (x.AngleRad - last.AngleRad));
            HasFallen = true;
        }

        return false;
    }

    /// <summary>
    /// So much rotation while the sensor is no faster than rolling is itself a release under way, not the swing after the one <paramref name="before"/>: ahead of a
    /// first step people often lift the toe a little.
    /// </summary>
    public readonly bool IsReleaseAfter(in AngularVelocityPeak before) =>
        (PeakRadPerS > 2.5 && RotationRad > 0.35) || (PeakRadPerS > 1.5 * before.PeakRadPerS && RotationRad > before.RotationRad);

    private void FollowPeaks(in ContactSample x, in ContactSample last, double rate, double before, double dt)
    {
        if (!_isFalling || rate > _top)
        {
            _isFalling = false;
            _top = Math.Max(_top, rate);
            double limit = FallShare * _top;
            if (rate >= limit) return;
            _isFalling = true;
            _dip = rate;
            _fall = before > rate ? last.Time.AddSeconds((before - limit) / (before - rate) * dt) : x.Time;
            return;
        }

        _dip = Math.Min(_dip, rate);
        if (rate >= ComparableShare * _top && rate >= _dip + Math.Max(RiseShare * _top, MinRiseRadPerS)) (_earlierTop, _earlierFall) = (_top, _fall);
    }
}
