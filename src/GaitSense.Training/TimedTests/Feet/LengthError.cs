namespace GaitSense.Training.TimedTests.Feet;

/// <summary>
/// How far off the feet's own measure of a straight course is, standard uncertainties, m at the line. Most of it grows with the distance and is the same for all strides of a foot: the
/// accelerometer's scale, and how the foot rolls over the ground; some is the same for both feet. Sizes are those of simulated walks (<c>benchmarks/results/timed-tests.md</c>), other ones than those it is judged on.
/// </summary>
/// <param name="BothM">What both feet share.</param>
/// <param name="EachM">What each foot has beside it.</param>
internal readonly record struct LengthError(double BothM, double EachM)
{
    // Of the distance, both feet and each, forward and backward.
    private const double ForwardBoth = 0.011, ForwardEach = 0.008, BackwardBoth = 0.019, BackwardEach = 0.018;

    // Feet that stand at a line, both and each, m [D]: a hand's width of tape is seen to two centimetres.
    private const double StandBothM = 0.015, StandEachM = 0.010;

    // What strides scatter, m per square root of a metre.
    private const double ForwardScatter = 0.006, BackwardScatter = 0.010;

    private const double SlowMps = 0.5, SlowScatterM = 0.07;

    /// <summary>On a course that begins at a line.</summary>
    public static LengthError Open(in LineCourseLayout course) => course.IsBackward
        ? new(Join(StandBothM, BackwardBoth * course.LengthM), Join(StandEachM, BackwardEach * course.LengthM))
        : new(Join(StandBothM, ForwardBoth * course.LengthM), Join(StandEachM, ForwardEach * course.LengthM));

    /// <summary>On a course that begins at a line and ends at another, at which the person stopped.</summary>
    /// <param name="course">The lines.</param>
    /// <param name="speedMps">How fast the person walked it, m/s.</param>
    public static LengthError Closed(in LineCourseLayout course, double speedMps)
    {
        double share = course.LengthM / (course.LengthM + course.RunOutM!.Value);
        double scatter = (course.IsBackward ? BackwardScatter : ForwardScatter) * Math.Sqrt(course.LengthM * (1 - share));
        double stand = Math.Sqrt(((1 - share) * (1 - share)) + (share * share));
        // Slow backward steps, ever shorter toward the second line, are measured less alike than others.
        double slow = course.IsBackward ? SlowScatterM * Math.Clamp((SlowMps - speedMps) / 0.15, 0, 1) * share : 0;
        return new(Join(Join(StandBothM * stand, scatter), slow), Join(Join(StandEachM * stand, scatter), slow / 2));
    }

    private static double Join(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
