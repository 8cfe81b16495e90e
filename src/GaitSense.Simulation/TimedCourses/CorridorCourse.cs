using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.TimedCourses;

/// <summary>A person who walks a corridor to and fro for a given time, as in the two- and six-minute walk.</summary>
public sealed record CorridorCourse
{
    // How much shorter steps are while turning.
    private const double TurnScale = 0.6;

    /// <summary>Who walks.</summary>
    public required GaitParameters Person { get; init; }

    /// <summary>From turn to turn, m; 5 to 100. <value>The default is 30.</value></summary>
    public double LengthM { get; init; } = 30;

    /// <summary>How long, s. <value>The default is 360.</value></summary>
    public double DurationS { get; init; } = 360;

    /// <summary>How long the person stands before "go", s. <value>The default is 5.</value></summary>
    public double StandS { get; init; } = 5;

    /// <summary>From "go" to the first heel that lifts, s. <value>The default is 0.5.</value></summary>
    public double ReactionS { get; init; } = 0.5;

    /// <summary>Steps of a turn, 4 to 8. <value>The default is 6.</value></summary>
    public int TurnSteps { get; init; } = 6;

    /// <summary>Whether the person turns to the left. <value>The default is yes.</value></summary>
    public bool TurnsLeft { get; init; } = true;

    /// <summary>When the person rests, about so long after "go", s; null: never.</summary>
    public double? RestsAtS { get; init; }

    /// <summary>For how long, s. <value>The default is 30.</value></summary>
    public double RestS { get; init; } = 30;

    /// <summary>Walks.</summary>
    /// <param name="seed">The same seed gives the same, bit for bit.</param>
    public SimulatedCorridorTest Walk(ulong seed)
    {
        double stepM = Person.StrideLengthM / 2, stepS = 60 / Person.CadenceStepsPerMin;
        int straight = Math.Max(3, (int)Math.Round((LengthM - 0.6) / stepM));
        double leftS = DurationS - (RestsAtS is null ? 0 : RestS) + (4 * stepS);
        double untilRestS = RestsAtS ?? double.PositiveInfinity;
        List<WalkSegment> script = [WalkSegment.Stand(StandS)];
        bool isRested = RestsAtS is null;
        while (leftS > 0)
        {
            int steps = Math.Max(1, Math.Min(straight, (int)Math.Ceiling(leftS / stepS)));
            if (!isRested && untilRestS < steps * stepS)
            {
                int before = Math.Max(2, (int)Math.Round(untilRestS / stepS));
                script.Add(WalkSegment.Walk(WalkManner.Forward, before));
                script.Add(WalkSegment.Stand(RestS));
                script.Add(WalkSegment.Walk(WalkManner.Forward, Math.Max(2, steps - before)));
                isRested = true;
            }
            else
            {
                script.Add(WalkSegment.Walk(WalkManner.Forward, steps));
            }

            leftS -= steps * stepS;
            untilRestS -= steps * stepS;
            if (leftS <= 0) break;
            script.Add(WalkSegment.Walk(WalkManner.Forward, TurnSteps, TurnsLeft ? Math.PI : -Math.PI) with { LengthScale = TurnScale });
            leftS -= TurnSteps * stepS;
            untilRestS -= TurnSteps * stepS;
        }

        script.Add(WalkSegment.Stand(3));
        SimulatedWalk walk = Walker.Walk(Person, script, seed);
        return new SimulatedCorridorTest(this, walk, walk.Strides.Min(s => s.HeelOffS) - ReactionS);
    }
}
