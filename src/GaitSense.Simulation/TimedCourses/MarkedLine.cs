using GaitSense.Core;
using GaitSense.Simulation.Motion;

namespace GaitSense.Simulation.TimedCourses;

/// <summary>
/// A line across a walker's way at a known distance from the line at which both feet stood, and when a foot passes it, by geometry alone: forward the tip of the shoe,
/// backward its heel. What a high-speed camera beside the line would see.
/// </summary>
public sealed class MarkedLine
{
    private const double StepS = 0.004;

    private readonly SimulatedWalk _walk;
    private readonly FootGeometry _shoe;
    private readonly Vector3D _way;
    private readonly double _lineM;
    private readonly bool _isBackward;

    /// <summary>A line.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="shoe">The shoe.</param>
    /// <param name="standS">When both feet stand at the first line, s.</param>
    /// <param name="lengthM">From the first line to this one, m.</param>
    /// <param name="behindM">How far behind the first line the foremost foot stands, m.</param>
    /// <param name="isBackward">Whether the walker goes backward, heels first.</param>
    public MarkedLine(SimulatedWalk walk, FootGeometry shoe, double standS, double lengthM, double behindM, bool isBackward)
    {
        ArgumentNullException.ThrowIfNull(walk);
        ArgumentNullException.ThrowIfNull(shoe);
        (_walk, _shoe, _isBackward) = (walk, shoe, isBackward);
        double heading = (walk.Left.At(standS).HeadingRad + walk.Right.At(standS).HeadingRad) / 2;
        _way = new Vector3D(Math.Cos(heading), Math.Sin(heading), 0) * (isBackward ? -1 : 1);
        _lineM = BothFeet.InOrder.Max(f => ForemostM(f, standS)) + behindM + lengthM;
    }

    /// <summary>How far a foot's foremost point is beyond the line at a time, m; before it negative.</summary>
    /// <param name="foot">The foot.</param>
    /// <param name="timeS">When, s.</param>
    public double BeyondM(Foot foot, double timeS) => ForemostM(foot, timeS) - _lineM;

    /// <summary>When the first foot passes, and which; null: none does.</summary>
    /// <param name="fromS">From when on, s.</param>
    public (double TimeS, Foot Foot)? FirstPassage(double fromS)
    {
        (double, Foot)? first = null;
        foreach (Foot foot in BothFeet.InOrder)
            if (Passage(foot, fromS) is { } s && !(first?.Item1 <= s)) first = (s, foot);
        return first;
    }

    private double? Passage(Foot foot, double fromS)
    {
        for (double t = fromS; t < _walk.DurationS; t += StepS)
        {
            if (BeyondM(foot, t + StepS) < 0) continue;
            (double a, double b) = (t, t + StepS);
            while (b - a > 1e-6)
            {
                double middle = (a + b) / 2;
                if (BeyondM(foot, middle) < 0) a = middle;
                else b = middle;
            }

            return b;
        }

        return null;
    }

    private double ForemostM(Foot foot, double timeS)
    {
        FootState s = _walk[foot].At(timeS);
        Vector3D sensor = foot == Foot.Left ? _shoe.SensorM : _shoe.SensorM with { Y = -_shoe.SensorM.Y };
        double ahead = _isBackward ? -_shoe.HeelM : _shoe.ToeM;
        Vector3D point = s.PositionM + (s.Axes.Forward * (ahead - sensor.X)) - (s.Axes.Left * sensor.Y) - (s.Axes.Up * sensor.Z);
        return Vector3D.Dot(point, _way);
    }
}
