namespace GaitSense.Training.TimedTests.Feet;

/// <summary>
/// How far off the feet's own measure of a straight course is, standard uncertainties, m at the line. One part grows with the distance and is alike in all strides of a foot: the accelerometer's
/// scale, and how the foot rolls over the ground. Another grows with the square of the time since the feet last stood: without a rest a tilt and a bias creep, most in slow steps backward that never
/// stand still. Sizes are those of simulated walks (<c>benchmarks/results/timed-tests.md</c>), other ones than those they are judged on.
/// </summary>
/// <param name="BothM">What both feet share.</param>
/// <param name="EachM">What each foot has beside it.</param>
internal readonly record struct LengthError(double BothM, double EachM)
{
    // Of the distance, forward and backward.
    private const double ForwardScale = 0.011, BackwardScale = 0.014;

    // Of the time since the feet stood, squared, m/s².
    private const double ForwardCreep = 0.0003, BackwardCreep = 0.0007;

    // Feet that stand at a line, both and each, m [D]: a strip of tape is seen to one or two centimetres.
    private const double StandBothM = 0.014, StandEachM = 0.008;

    // What strides scatter, m per square root of a metre.
    private const double ForwardScatter = 0.005, BackwardScatter = 0.007;

    // Creep does not quite grow as the square of the time; that much of it, as a share.
    private const double CreepLaw = 0.1;

    // Both feet share about as much of scale and creep as each has of its own.
    private static readonly double Half = Math.Sqrt(0.5);

    /// <summary>On a course that begins at a line.</summary>
    /// <param name="course">The lines.</param>
    /// <param name="forS">How long the person took to the line, s.</param>
    public static LengthError Open(in LineCourseLayout course, double forS)
    {
        double own = Half * Join(Scale(in course) * course.LengthM, Creep(in course) * forS * forS);
        return new(Join(StandBothM, own), Join(StandEachM, own));
    }

    /// <summary>On a course that begins at a line and ends at another, at which the person stopped, once the feet's measure was set right (<see cref="ScaleShare"/>).</summary>
    /// <param name="course">The lines.</param>
    /// <param name="forS">How long the person took to the line, s.</param>
    /// <param name="allS">How long to the second line, s.</param>
    public static LengthError Closed(in LineCourseLayout course, double forS, double allS)
    {
        double share = course.LengthM / (course.LengthM + course.RunOutM!.Value), since = forS / allS;
        double scatter = (course.IsBackward ? BackwardScatter : ForwardScatter) * Math.Sqrt(course.LengthM * (1 - share));
        double stand = Math.Sqrt(((1 - share) * (1 - share)) + (share * share));
        // How much of the whole was scale and how much was creep is not known, and they are spread differently on the way.
        (double scaleM, double creepM) = Sizes(in course, allS);
        double unknown = scaleM * creepM / Join(scaleM, creepM) * (Math.Abs(share - (since * since)) + CreepLaw);
        return new(Join(Join(StandBothM * stand, scatter), Half * unknown), Join(Join(StandEachM * stand, scatter), Half * unknown));
    }

    /// <summary>How an error at the second line is shared out: how much of it grew with the distance; the rest with the square of the time.</summary>
    /// <param name="course">The lines.</param>
    /// <param name="allS">How long the person took to the second line, s.</param>
    public static double ScaleShare(in LineCourseLayout course, double allS)
    {
        (double scaleM, double creepM) = Sizes(in course, allS);
        return scaleM * scaleM / ((scaleM * scaleM) + (creepM * creepM));
    }

    private static (double ScaleM, double CreepM) Sizes(in LineCourseLayout course, double allS) =>
        (Scale(in course) * (course.LengthM + course.RunOutM!.Value), Creep(in course) * allS * allS);

    private static double Scale(in LineCourseLayout course) => course.IsBackward ? BackwardScale : ForwardScale;

    private static double Creep(in LineCourseLayout course) => course.IsBackward ? BackwardCreep : ForwardCreep;

    private static double Join(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
