using GaitSense.Core;
using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.TimedCourses;

/// <summary>A person at a marked line who walks over another: the Timed 25-Foot Walk, the 3-metre backward walk. The defaults are the former.</summary>
public sealed record LineCourse
{
    /// <summary>Who walks.</summary>
    public required GaitParameters Person { get; init; }

    /// <summary>From line to line, m; 1 to 20. <value>The default is 7.62 (25 feet).</value></summary>
    public double LengthM { get; init; } = 7.62;

    /// <summary>Whether the person goes backward, heels at the line. <value>The default is forward.</value></summary>
    public bool IsBackward { get; init; }

    /// <summary>From that line to where the person stops, with both feet side by side, m: a second line. <value>The default is 2.</value></summary>
    public double RunOutM { get; init; } = 2;

    /// <summary>How far beyond the second line the person stops, m. <value>The default is 0.</value></summary>
    public double StopsOffM { get; init; }

    /// <summary>How long the person stands before "go", s; 3 or more. <value>The default is 5.</value></summary>
    public double StandS { get; init; } = 5;

    /// <summary>From "go" to the first heel that lifts, s. <value>The default is 0.4.</value></summary>
    public double ReactionS { get; init; } = 0.4;

    /// <summary>How far behind the line the shoes stand, m. <value>The default is 0.</value></summary>
    public double BehindM { get; init; }

    /// <summary>The foot that goes first. <value>The default is the right one.</value></summary>
    public Foot FirstFoot { get; init; } = Foot.Right;

    /// <summary>Where the foot that lands nearest to the line shall land, m beyond it; null: as it comes.</summary>
    public double? LandsAtM { get; init; }

    /// <summary>The person starts before "go", goes back and waits: a false start. <value>The default is no.</value></summary>
    public bool StartsFalsely { get; init; }

    /// <summary>Taps of a foot while standing, from the begin of the stand. <value>The default is none.</value></summary>
    public IReadOnlyList<FootTap> Taps { get; init; } = [];

    /// <summary>Walks.</summary>
    /// <param name="seed">The same seed gives the same, bit for bit.</param>
    public SimulatedLineTest Walk(ulong seed)
    {
        double scale = 1, last = 0.8;
        SimulatedLineTest test = Walk(seed, scale, last);
        for (int i = 0; i < 5; i++)
        {
            if (LandsAtM is { } wanted) scale *= (LengthM + wanted) / (LengthM + test.NearestLandingM);
            last = Math.Clamp(last + ((RunOutM + StopsOffM - test.StopsAtM) / (LastSteps * StepM * scale)), 0.1, 1.6);
            test = Walk(seed, scale, last);
        }

        return test;
    }

    private double StepM => Person.StrideLengthM / 2 * (IsBackward ? Person.BackwardLengthRatio : 1);

    // The steps in which a person adapts to where they are to stop.
    private const int LastSteps = 3;

    private SimulatedLineTest Walk(ulong seed, double scale, double last)
    {
        WalkManner manner = IsBackward ? WalkManner.Backward : WalkManner.Forward, back = IsBackward ? WalkManner.Forward : WalkManner.Backward;
        int steps = Math.Max(2, (int)Math.Round((LengthM + RunOutM) / (StepM * scale)) - LastSteps + 1);
        List<WalkSegment> script = [];
        if (StartsFalsely)
        {
            script.Add(WalkSegment.Stand(StandS));
            script.Add(WalkSegment.Walk(manner, 2) with { FirstFoot = FirstFoot, LengthScale = 0.8 });
            script.Add(WalkSegment.Stand(1.5));
            script.Add(WalkSegment.Walk(back, 3));
        }

        script.Add(WalkSegment.Stand(StandS) with { Taps = Taps });
        script.Add(WalkSegment.Walk(manner, steps) with { FirstFoot = FirstFoot, LengthScale = scale });
        script.Add(WalkSegment.Walk(manner, LastSteps) with { LengthScale = scale * last });
        script.Add(WalkSegment.Stand(2.5));
        SimulatedWalk walk = Walker.Walk(Person, script, seed);

        // The test begins with the last stand that is followed by these steps and the one that closes.
        SimulatedStride[] strides = [.. walk.Strides.OrderBy(s => s.TerminalContactS)];
        int first = StartsFalsely ? strides.Length - steps - LastSteps - 1 : 0;
        double goS = strides[first].HeelOffS - ReactionS;
        MarkedLine line = new(walk, Person.Geometry, goS, LengthM, BehindM, IsBackward);
        return new SimulatedLineTest(this, walk, line, goS, strides[first].TerminalContactS, StartsFalsely ? strides[0].TerminalContactS : null);
    }
}
