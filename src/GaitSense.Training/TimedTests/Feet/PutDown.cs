namespace GaitSense.Training.TimedTests.Feet;

/// <summary>
/// How a foot was put down, by its angle: in the last part of a swing the toe comes up, from the heel's touch on it goes down again until the foot is flat. A landing that is found by its knock
/// alone may be a slow instant in mid-air, or where the foot came to rest.
/// </summary>
/// <param name="RestS">When the foot stood flat and at rest, s.</param>
/// <param name="LevelS">Since when it has been as level as it then stood, s; its rest where it was so all the time.</param>
/// <param name="HeelS">When its heel touched, s; null: it did not land on its heel.</param>
internal readonly record struct PutDown(double RestS, double LevelS, double? HeelS)
{
    // A foot rolls flat from its heel within so long, s; the toe is at least so much higher at the heel's touch than on the flat foot, rad [D].
    private const double RollsForS = 0.4, ToeUpRad = 2 * Math.PI / 180;

    // A foot that stands does not tilt by more, rad [D].
    private const double LevelRad = 1 * Math.PI / 180;

    /// <summary>How a swing ended; null: the foot did not come to rest.</summary>
    /// <param name="points">The foot's path.</param>
    /// <param name="leavesS">When the swing began, s.</param>
    public static PutDown? After(IReadOnlyList<TracePoint> points, double leavesS)
    {
        int first = FirstFrom(points, leavesS), rest = first;
        bool isUp = false;
        for (; rest < points.Count && !(isUp && points[rest].IsFlat); rest++) isUp |= !points[rest].IsFlat;
        if (rest == points.Count) return null;
        int heel = rest, level = rest;
        bool wasTilted = false;
        for (int i = rest; i >= first && points[i].TimeS >= points[rest].TimeS - RollsForS; i--)
        {
            if (points[i].PitchRad > points[heel].PitchRad) heel = i;
            if (wasTilted) continue;
            if (Math.Abs(points[i].PitchRad - points[rest].PitchRad) < LevelRad) level = i;
            else wasTilted = true;
        }

        // A foot that was level all the time does not tell when it became so.
        if (!wasTilted) level = rest;
        bool onHeel = points[heel].PitchRad - points[rest].PitchRad >= ToeUpRad;
        return new(points[rest].TimeS, points[level].TimeS, onHeel ? points[heel].TimeS : null);
    }

    private static int FirstFrom(IReadOnlyList<TracePoint> points, double timeS)
    {
        int low = 0, high = points.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (points[middle].TimeS < timeS) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
