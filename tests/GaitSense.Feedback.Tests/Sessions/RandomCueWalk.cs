using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>A whole session of a random person with a random plan, to whom random things happen.</summary>
internal sealed class RandomCueWalk
{
    private readonly Random _chance;

    public RandomCueWalk(int seed)
    {
        _chance = new Random(seed);
        Plan = RandomPlan();
        Steps = new Stepper(Plan) { LengthM = Between(0.3, 1.4), ClearanceM = Between(0.03, 0.15), AngleDeg = Between(-5, 25) };
        IsConfirmed = _chance.Next(5) > 0;
        if (IsConfirmed) Steps.Engine.Request(CueRequest.ConfirmChecklist);
        if (Plan.Practice == Practice.Backward) Steps.Direction = WalkingDirection.Backward;
        Following following = new(Pick(0, 0.2, 0.4, 0.6), Pick(0, 0.1, 0.3), _chance.Next(3), Between(0.005, 0.04), Pick(0, 0, 0.01, -0.01));
        Walker = new CuedWalker(Steps, following, Between(0.43, 1.3), _chance);
    }

    public CuePlan Plan { get; }

    public Stepper Steps { get; }

    public CuedWalker Walker { get; }

    public bool IsConfirmed { get; }

    /// <summary>Stretches in which sensors, clocks or the direction were not as they should be, s.</summary>
    public List<(double FromS, double ToS)> Blind { get; } = [];

    /// <summary>Stretches in which somebody had asked for silence, s.</summary>
    public List<(double FromS, double ToS)> Stops { get; } = [];

    /// <summary>Walks all of it.</summary>
    public void Run(double seconds)
    {
        while (Steps.NowS < seconds)
        {
            Walker.Walk(Between(5, 90));
            Happen(_chance.Next(9));
        }

        ((IWalkObserver)Steps.Engine).OnCompleted();
    }

    private void Happen(int what)
    {
        double began = Steps.NowS;
        switch (what)
        {
            case 0:
                Steps.Pass(Between(3, 40)); // freezes, or rests
                break;
            case 1:
                Foot foot = (Foot)_chance.Next(2);
                Steps.Sensed.Remove(foot);
                Walker.Walk(Between(1, 10));
                Steps.Sensed.Add(foot);
                break;
            case 2:
                Steps.Next = Steps.Next == Foot.Left ? Foot.Right : Foot.Left;
                Walker.Step();
                break;
            case 3:
                ((IWalkObserver)Steps.Engine).OnClockUncertainty(0.2);
                Walker.Walk(Between(1, 10));
                ((IWalkObserver)Steps.Engine).OnClockUncertainty(0.001);
                break;
            case 4:
                WalkingDirection was = Steps.Direction;
                Steps.Direction = was == WalkingDirection.Forward ? WalkingDirection.Backward : WalkingDirection.Forward;
                Walker.Walk(Between(1, 10));
                Steps.Direction = was;
                break;
            case 5:
                Steps.Engine.Request(CueRequest.Stop);
                double from = Steps.NowS;
                Walker.Walk(Between(1, 30));
                Stops.Add((from, Steps.NowS));
                Steps.Engine.Request(CueRequest.Go);
                break;
            case 6:
                Steps.TurnDeg = 60;
                Walker.Step();
                Steps.TurnDeg = 0;
                break;
            case 7:
                Steps.Step(Between(0.26, 2)); // stumbles
                break;
            default:
                Steps.Confidence = 0.2;
                Walker.Step();
                Steps.Confidence = 0.98;
                break;
        }

        if (what is 1 or 3 or 4) Blind.Add((began, Steps.NowS));
    }

    private CuePlan RandomPlan()
    {
        bool backward = _chance.Next(4) == 0;
        return new CuePlan
        {
            Practice = backward ? Practice.Backward : Practice.Forward,
            DurationS = Between(200, 700),
            Rhythm = new RhythmPlan { BaselineS = Between(10, 80), BaselineStrides = _chance.Next(6, 60), PhaseGain = Between(0.05, 1), FollowPercent = Between(0, 20), MaxCorrectionPercent = Between(1, 10) },
            Ladder = new LadderPlan { Enabled = !backward && _chance.Next(2) == 0, StepPercent = Between(0.5, 4), CapPercent = Between(0, 10), MinPercent = Between(-10, 0), UpAfterS = Between(20, 90), BackOffAfterS = Between(5, 30), BackOffs = _chance.Next(1, 4) },
            Targets = [new TargetPlan { Quantity = (TargetQuantity)_chance.Next(3), From = Pick(80, 100, 120), OfBaselinePercent = true }, new TargetPlan { Quantity = TargetQuantity.StepSymmetry, To = Between(1, 10) }],
            Correction = new CorrectionPlan { AfterSteps = _chance.Next(2, 8), EveryS = Between(8, 60), RewardEveryS = Between(0.5, 10) },
            Fading = new FadingPlan { CuedMinutesPercent = Pick(0, 30, 50, 100), ProbeS = Between(0, 100) },
            Backward = new BackwardPlan { BoutS = Between(5, 100), RestS = Between(5, 60), PathM = Between(4, 20) },
            Rest = new RestPlan { EveryS = Between(30, 400), OfferEveryS = Between(30, 200) },
            Tasks = _chance.Next(3) == 0 ? [new TaskPlan { AtS = Between(60, 200), DurationS = 60 }] : [],
        };
    }

    private double Between(double low, double high) => low + ((high - low) * _chance.NextDouble());

    private double Pick(params ReadOnlySpan<double> values) => values[_chance.Next(values.Length)];
}
