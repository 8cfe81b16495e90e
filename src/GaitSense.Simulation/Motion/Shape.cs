namespace GaitSense.Simulation.Motion;

/// <summary>Polynomial shapes whose first three derivatives vanish at their ends, so that pieces join without a jump in jerk.</summary>
internal static class Shape
{
    /// <summary>0 before <paramref name="start"/>, 1 after <paramref name="end"/>, between them the septic smooth step.</summary>
    public static Jet Step(double t, double start, double end)
    {
        double k = 1 / (end - start), s = (t - start) * k;
        if (s <= 0) return 0;
        if (s >= 1) return 1;
        return new Jet(s, k).Through(
            s * s * s * s * (35 - (s * (84 - (s * (70 - (20 * s)))))),
            140 * s * s * s * (1 - s) * (1 - s) * (1 - s),
            420 * s * s * (1 - s) * (1 - s) * (1 - (2 * s)),
            840 * s * (1 - s) * (1 - (5 * s) + (5 * s * s)));
    }

    /// <summary>A hill of height 1 in the middle of [<paramref name="start"/>, <paramref name="end"/>], 0 outside: (4 s (1 - s))^4.</summary>
    public static Jet Hill(double t, double start, double end)
    {
        double k = 1 / (end - start), s = (t - start) * k;
        if (s is <= 0 or >= 1) return 0;
        Jet u = 4 * new Jet(s, k) * (1 - new Jet(s, k));
        Jet u2 = u * u;
        return u2 * u2;
    }

    /// <summary>
    /// What is left to travel by something that moves at unit speed at <paramref name="start"/> and brakes to rest at
    /// <paramref name="end"/>: negative before the end, 0 from there on. Its speed is 1 minus <see cref="Step"/>.
    /// </summary>
    public static Jet BrakeToRest(double t, double start, double end)
    {
        double length = end - start, s = (t - start) / length;
        if (s >= 1) return 0;
        // Integral of 1 - step from 0 to s, minus its value 0.5 at s = 1.
        double s5 = s * s * s * s * s;
        double travelled = s - (s5 * (7 - (s * (14 - (s * (10 - (2.5 * s)))))));
        Jet step = Step(t, start, end);
        return new(length * (travelled - 0.5), 1 - step.V, -step.D1, -step.D2);
    }

    /// <summary>The way gone by something that starts from rest at <paramref name="start"/> and reaches unit speed at <paramref name="end"/>.</summary>
    public static Jet SpeedUp(double t, double start, double end)
    {
        if (t <= start) return 0;
        double length = end - start, s = Math.Min(1, (t - start) / length);
        double s5 = s * s * s * s * s;
        Jet step = Step(t, start, end);
        double way = length * s5 * (7 - (s * (14 - (s * (10 - (2.5 * s))))));
        return new(way + Math.Max(0, t - end), step.V, step.D1, step.D2);
    }
}
