namespace GaitSense.Training.TimedTests.Feet;

/// <summary>
/// One foot along a straight course: how far its foremost point (forward the tip of the shoe, backward the heel) is from where it stood at the start. Where the foot is flat, the length
/// of the shoe cancels; in the air it matters by how the foot is tilted, which is a centimetre.
/// </summary>
internal sealed class FootAlong
{
    // From the sensor to the tip of the shoe and to the heel, and its height: a shoe of usual length with the sensor near the ankle, m [D].
    private const double TipM = 0.20, HeelM = 0.05, HeightM = 0.06;

    private readonly double[] _timeS;
    private readonly double[] _alongM;

    private FootAlong(double[] timeS, double[] alongM, double[] landingsM, double[] landingS)
        => (_timeS, _alongM, LandingsM, LandingS) = (timeS, alongM, landingsM, landingS);

    /// <summary>How far it stood after each swing, m.</summary>
    public IReadOnlyList<double> LandingsM { get; }

    /// <summary>When, s.</summary>
    public IReadOnlyList<double> LandingS { get; }

    /// <summary>A foot's way along the course; null: too little was seen of it.</summary>
    /// <param name="trace">What it did.</param>
    /// <param name="fromS">From when on: both feet stand at the line, s.</param>
    /// <param name="lengthM">Length of the course, m.</param>
    /// <param name="isBackward">Whether the heel leads.</param>
    public static FootAlong? Of(FootTrace trace, double fromS, double lengthM, bool isBackward)
    {
        Swing[] swings = [.. trace.Swings.Where(s => s.LeavesS > fromS)];
        if (swings.Length == 0) return null;
        TracePoint[] points = [.. trace.Points.Where(p => p.TimeS >= fromS - 1)];
        int rest = Array.FindLastIndex(points, p => p.IsFlat && p.TimeS < swings[0].LeavesS);
        if (rest < 0) rest = Array.FindLastIndex(points, p => p.TimeS <= fromS);
        if (rest < 0) return null;
        TracePoint start = points[rest];
        (double x0, double y0) = (start.XM + start.JumpXM, start.YM + start.JumpYM);
        Stance[] stances = [.. trace.Stances.Where(s => s.TimeS > swings[0].LeavesS)];
        if (stances.Length == 0) return null;
        // The way is where the foot stands when it has walked the course: heading errors and a course walked a little askew are in it.
        Stance? reached = null;
        foreach (Stance s in stances)
        {
            reached = s;
            if (Distance(s.XM - x0, s.YM - y0) >= lengthM) break;
        }

        double far = Distance(reached!.Value.XM - x0, reached.Value.YM - y0);
        if (far < 0.2) return null;
        (double ux, double uy) = ((reached.Value.XM - x0) / far, (reached.Value.YM - y0) / far);

        List<double> time = [], along = [], landings = [], landingS = [];
        int swing = 0, stance = 0;
        (double jumpX, double jumpY) = (start.JumpXM, start.JumpYM);
        for (int i = rest; i < points.Length; i++)
        {
            TracePoint p = points[i];
            // On to the next swing once its stance is over.
            while (stance < stances.Length && p.TimeS > stances[stance].TimeS)
            {
                (jumpX, jumpY) = (stances[stance].XM - JumpedOff(points, stances[stance].TimeS).X, stances[stance].YM - JumpedOff(points, stances[stance].TimeS).Y);
                landings.Add(((stances[stance].XM - x0) * ux) + ((stances[stance].YM - y0) * uy));
                landingS.Add(stances[stance].TimeS);
                stance++;
                while (swing < swings.Length && swings[swing].LeavesS < landingS[^1]) swing++;
            }

            (double cx, double cy) = (jumpX, jumpY);
            if (stance < stances.Length && swing < swings.Length && swings[swing].LeavesS < stances[stance].TimeS)
            {
                double lands = swings[swing].LandsS ?? stances[stance].TimeS;
                double share = Math.Clamp((p.TimeS - swings[swing].LeavesS) / Math.Max(0.05, lands - swings[swing].LeavesS), 0, 1);
                (double qx, double qy) = JumpedOff(points, stances[stance].TimeS);
                cx += share * share * (stances[stance].XM - qx - jumpX);
                cy += share * share * (stances[stance].YM - qy - jumpY);
            }

            time.Add(p.TimeS);
            along.Add(((p.XM + cx - x0) * ux) + ((p.YM + cy - y0) * uy) + Tilt(p.PitchRad, isBackward));
        }

        return new FootAlong([.. time], [.. along], [.. landings], [.. landingS]);
    }

    /// <summary>The same way where it is known how far the foot stands in the end: what it is off by is taken out as it grew.</summary>
    /// <param name="endM">How far it stands after its last landing, m.</param>
    /// <param name="leavesS">Since when the person has walked, s.</param>
    /// <param name="scaleShare">How much of the error grew with the distance; the rest with the square of the time.</param>
    public FootAlong SetRight(double endM, double leavesS, double scaleShare)
    {
        double off = LandingsM[^1] - endM, all = LandingsM[^1], allS = LandingS[^1] - leavesS;
        return new(_timeS, [.. _alongM.Select((a, i) => a - Error(a, _timeS[i]))], [.. LandingsM.Select((a, i) => a - Error(a, LandingS[i]))], [.. LandingS]);

        double Error(double along, double timeS)
        {
            double since = Math.Clamp((timeS - leavesS) / allS, 0, 1);
            return off * ((scaleShare * along / all) + ((1 - scaleShare) * since * since));
        }
    }

    /// <summary>When the foremost point first is this far, s; null: never.</summary>
    /// <param name="distanceM">How far, by this foot's own measure, m.</param>
    public double? ReachesS(double distanceM)
    {
        for (int i = 0; i < _timeS.Length; i++)
        {
            if (_alongM[i] < distanceM) continue;
            if (i == 0) return _timeS[0];
            double share = (distanceM - _alongM[i - 1]) / (_alongM[i] - _alongM[i - 1]);
            return _timeS[i - 1] + (share * (_timeS[i] - _timeS[i - 1]));
        }

        return null;
    }

    // What the filter's path was without jumps at an instant.
    private static (double X, double Y) JumpedOff(TracePoint[] points, double timeS)
    {
        int low = 0, high = points.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (points[middle].TimeS <= timeS) low = middle;
            else high = middle;
        }

        TracePoint p = Math.Abs(points[high].TimeS - timeS) < Math.Abs(points[low].TimeS - timeS) ? points[high] : points[low];
        return (p.XM, p.YM);
    }

    private static double Tilt(double pitchRad, bool isBackward)
    {
        (double s, double c) = Math.SinCos(pitchRad);
        return isBackward ? (HeelM * (c - 1)) - (HeightM * s) : (TipM * (c - 1)) + (HeightM * s);
    }

    private static double Distance(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
