using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.TimedCourses;

/// <summary>A person who rises from a chair, walks to a mark, turns, walks back, turns and sits: the Timed Up and Go. Rising and sitting leave the feet where they are.</summary>
public sealed record ChairCourse
{
    /// <summary>Who walks.</summary>
    public required GaitParameters Person { get; init; }

    /// <summary>From the chair to the mark, m. <value>The default is 3.</value></summary>
    public double LengthM { get; init; } = 3;

    /// <summary>How long the person sits before "go", s; 4 or more. <value>The default is 5.</value></summary>
    public double SeatedS { get; init; } = 5;

    /// <summary>From "go" to the first movement, s. <value>The default is 0.4.</value></summary>
    public double ReactionS { get; init; } = 0.4;

    /// <summary>How long rising takes, s. <value>The default is 1.3.</value></summary>
    public double RiseS { get; init; } = 1.3;

    /// <summary>Whether the feet are drawn back under the chair before rising. <value>The default is no.</value></summary>
    public bool DrawsFeetBack { get; init; }

    /// <summary>Steps of the turn at the mark, 4 to 8. <value>The default is 5.</value></summary>
    public int TurnSteps { get; init; } = 5;

    /// <summary>Steps of the turn before the chair, 4 to 8. <value>The default is 4.</value></summary>
    public int SitTurnSteps { get; init; } = 4;

    /// <summary>Whether the second turn goes to the same side as the first. <value>The default is yes.</value></summary>
    public bool TurnsAlike { get; init; } = true;

    /// <summary>How long sitting down takes after the last landing, s. <value>The default is 1.2.</value></summary>
    public double SitS { get; init; } = 1.2;

    /// <summary>Taps of a foot while seated, from the begin. <value>The default is none.</value></summary>
    public IReadOnlyList<FootTap> Taps { get; init; } = [];

    /// <summary>Steps to the mark.</summary>
    internal int StepsOut => Math.Max(3, (int)Math.Round((LengthM - 0.4) / (Person.StrideLengthM / 2)));

    /// <summary>Steps back from it.</summary>
    internal int StepsBack => Math.Max(2, StepsOut - 1);

    /// <summary>Walks.</summary>
    /// <param name="seed">The same seed gives the same, bit for bit.</param>
    public SimulatedChairTest Walk(ulong seed)
    {
        double stepM = Person.StrideLengthM / 2;
        List<WalkSegment> script = [];
        if (DrawsFeetBack)
        {
            script.Add(WalkSegment.Stand(SeatedS) with { Taps = Taps });
            script.Add(WalkSegment.Walk(WalkManner.Backward, 1) with { LengthScale = 0.08 / (stepM * Person.BackwardLengthRatio), IsAmbiguous = true });
            script.Add(WalkSegment.Stand(RiseS));
        }
        else
        {
            script.Add(WalkSegment.Stand(SeatedS + ReactionS + RiseS) with { Taps = Taps });
        }

        script.Add(WalkSegment.Walk(WalkManner.Forward, StepsOut));
        script.Add(WalkSegment.Walk(WalkManner.Forward, TurnSteps, Math.PI) with { LengthScale = 0.5 });
        script.Add(WalkSegment.Walk(WalkManner.Forward, StepsBack));
        script.Add(WalkSegment.Walk(WalkManner.Forward, SitTurnSteps, TurnsAlike ? Math.PI : -Math.PI) with { LengthScale = 0.3 });
        script.Add(WalkSegment.Stand(SitS + 3));
        return new SimulatedChairTest(this, Walker.Walk(Person, script, seed));
    }
}
