namespace GaitSense.Core;

/// <summary>
/// What all strides of one foot together tell of which end of the foot is the toe. A person's gait is one draw, however many strides repeat it: the strides give a mean, which gets surer
/// of what this person does, and what this person does is worth what it is worth over people. All weights are natural logarithms of odds. They are what the feet of 75 people and their
/// time reversals bear out, rounded toward less (benchmarks/results/direction.md has the error rate against the confidence that comes of them).
/// </summary>
internal struct ForwardEvidence
{
    /// <summary>
    /// Prior evidence in walks whose mounting is not declared: people mostly walk forward. It follows the balance of travel, so that it fades in
    /// a walk that goes as far one way as the other.
    /// </summary>
    public const double Forward = 1.5;

    // A foot leaves the ground with its trailing end lifted far, by the push-off, and lands with its leading end lifted less; walking backward it is the other way round (Winter et al. 1989).
    private const double PerTiltRad = 12;

    // It comes down flat in half the time in which it rolls off; backward the other way round.
    private const double PerRollLn = 4;
    private const double MaxRollLn = 1;

    // Both are one thing, how the foot turns, and a brace or a lost push-off turns both round. An ankle alone tilts a foot by about half a radian to either side (30 degrees), so up to there the
    // way it turns tells little, the less the less it turns; only a push-off tilts it farther, and then it tells nearly all.
    private const double TurningPerAnkleTiltRad = 1.2;
    private const double AnkleTiltRad = 0.53;
    private const double TurningPerPushTiltRad = 60;
    private const double MaxTurning = 4.8;

    // A swinging foot passes the standing one on its own side (28 mm +- 20 mm over people; braces and stiff legs more): it bows to the left of the travel or to the right of it. Sensors on
    // the wrong feet (some in a hundred) turn this round.
    private const double PerOutwardM = 60;
    private const double MaxBow = 1.5;

    // Forward, a foot makes its way early, since it moves already as its heel rises and has slowed down when it lands: the mean of its motion lies at 0.47 +- 0.04 of the swing over people,
    // and at 0.57 where time runs back, with a push-off or without one. An accelerometer that clips moves it.
    private const double MeanMiddle = 0.517;
    private const double PerMiddle = 60;
    private const double MaxMiddleEvidence = 2.5;
    private const double MaxMiddle = 0.1;

    // Later strides count as much as the last two dozen together, so that a sensor put on anew, or a person who changes, is learned anew.
    private const double Memory = 24;
    private const double TravelMemory = 200;
    private const double FirstStrideWeight = 0.1;

    private double _strides, _tiltRad, _largestRad;
    private double _rolls, _rollLn;
    private double _bows, _outwardM;
    private double _middles, _early;
    private double _travels, _travel;

    /// <summary>Mean travel along the axis: +1 when every stride went along it, -1 when every one went against it.</summary>
    public readonly double Travel => _travel;

    /// <summary>ln of the odds that the mounting's axis points to the toe, from how this foot walks; without <see cref="Forward"/>.</summary>
    public readonly double Logit
    {
        get
        {
            // What few strides show is not yet what the person does.
            double most = Math.Min(MaxTurning, (TurningPerAnkleTiltRad * _largestRad) + (TurningPerPushTiltRad * Math.Max(0, _largestRad - AnkleTiltRad)));
            double turning = (PerTiltRad * _tiltRad) + (PerRollLn * _rollLn * _rolls / (_rolls + 1));
            double bow = PerOutwardM * _outwardM;
            return (Math.Clamp(turning, -most, most) * _strides / (_strides + 0.5))
                + (Math.Clamp(bow, -MaxBow, MaxBow) * _bows / (_bows + 1))
                + (Math.Clamp(PerMiddle * _early, -MaxMiddleEvidence, MaxMiddleEvidence) * _middles / (_middles + 1));
        }
    }

    /// <summary>Takes a stride.</summary>
    public void Add(in WayShown stride)
    {
        double weight = stride.IsFirst ? FirstStrideWeight : 1;
        Average(ref _travel, ref _travels, stride.TravelSign, 1, TravelMemory);
        double before = _strides;
        Average(ref _tiltRad, ref _strides, stride.TravelSign * (stride.ReleaseRad - stride.LandingRad), weight, Memory);
        Average(ref _largestRad, ref before, Math.Max(Math.Abs(stride.ReleaseRad), Math.Abs(stride.LandingRad)), weight, Memory);
        if (stride.RollLn is { } roll) Average(ref _rollLn, ref _rolls, stride.TravelSign * Math.Clamp(roll, -MaxRollLn, MaxRollLn), 1, Memory);
        if (stride.Middle is { } middle) Average(ref _early, ref _middles, stride.TravelSign * Math.Clamp(MeanMiddle - middle, -MaxMiddle, MaxMiddle), weight, Memory);
        if (stride.OutwardM is { } outward) Average(ref _outwardM, ref _bows, stride.TravelSign * outward, 1, Memory);
    }

    private static void Average(ref double mean, ref double count, double value, double weight, double memory)
    {
        count = Math.Min(count + weight, memory);
        mean += (value - mean) * weight / count;
    }
}
