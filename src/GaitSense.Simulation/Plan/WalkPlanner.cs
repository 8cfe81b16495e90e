using GaitSense.Core;
using GaitSense.Simulation.Motion;

namespace GaitSense.Simulation.Plan;

/// <summary>Places the feet and times their contacts: a script, a person and a seed in, the movements of both feet out.</summary>
internal sealed class WalkPlanner
{
    private const double MinFlatS = 0.06, MinRollS = 0.05, ReferenceSpeedMps = 1.3;

    private readonly GaitParameters _person;
    private readonly DeterministicRandom _random;
    private readonly Sole _sole;
    private readonly Fidgeting _fidgeting;
    private readonly FootPlan[] _plans;
    private readonly FootPlacement[] _at = new FootPlacement[2];
    private readonly List<BodyPlace> _body = [];
    private double _x, _y, _z, _heading, _lastContactS, _allFlatS;

    public WalkPlanner(GaitParameters person, ulong seed)
    {
        _person = person;
        _random = new(seed, stream: 1);
        _sole = new(person.Geometry);
        _fidgeting = new(person, seed);
        foreach (Foot foot in BothFeet.InOrder) _at[(int)foot] = Place(foot, 0, 0);
        _plans = [new() { Start = _at[0] }, new() { Start = _at[1] }];
        _body.Add(new BodyPlace(0, default, 0));
    }

    /// <summary>Where the body was at each landing, and at the start.</summary>
    public IReadOnlyList<BodyPlace> Body => _body;

    /// <summary>What a foot does in what was planned.</summary>
    public FootTrajectory TrajectoryOf(Foot foot) => new(foot, _person.Geometry, _sole, _plans[(int)foot]);

    /// <summary>Plans the whole script and returns how long it takes, s.</summary>
    public double Run(IReadOnlyList<WalkSegment> script)
    {
        (List<PlannedStep> steps, double finalStandS, List<FootTap> taps) = StepScript.Expand(script);
        foreach (PlannedStep step in steps) Add(step);
        _fidgeting.Rest(_plans, _at, _allFlatS, _allFlatS + finalStandS, null, isFreezing: false, taps);
        return _allFlatS + finalStandS;
    }

    private static double Side(Foot foot) => foot == Foot.Left ? 1 : -1;

    private void Add(in PlannedStep step)
    {
        double minutes = _lastContactS / 60;
        double lift = Math.Max(0.2, 1 + (_person.LiftDriftPerMin * minutes));
        MannerProfile manner = MannerProfile.For(step.Manner, _person, step.Foot);
        FootGait gait = manner.Gait;

        double stepTime = 60 / (_person.CadenceStepsPerMin * Math.Max(0.3, 1 + (_person.CadenceDriftPerMin * minutes)));
        stepTime *= Math.Exp(-0.5 * Side(step.Foot) * _person.StepTimeLnRatio);
        stepTime = Math.Max(0.25, stepTime + (_person.StrideTimeSdS / Math.Sqrt(2) * _random.NextVariation()));
        double stride = 2 * stepTime, stance = manner.StanceShare * stride, swing = stride - stance;
        double push = Math.Max(MinRollS, manner.PushShare * stance), load = Math.Max(MinRollS, manner.LoadShare * stance);
        bool hesitates = _random.NextDouble() < _person.HesitationChance;
        double hesitation = _random.NextDouble() * _person.HesitationMaxS;

        double contact;
        if (step.PauseS is { } pause) contact = _allFlatS + pause + step.FreezeS + push + swing;
        else contact = _lastContactS + stepTime + step.FreezeS + (hesitates ? hesitation : 0);
        double earliest = _plans[(int)step.Foot].Movements is [.., { } last] ? last.Timing.FlatS + MinFlatS : 0;
        double release = Math.Max(contact - swing - push, earliest);
        if (contact - swing - release < MinRollS) contact = release + MinRollS + swing;
        StrideTiming timing = new(release, contact - swing, contact, contact + load);

        if (step.PauseS is not null || step.FreezeS > 0) _fidgeting.Rest(_plans, _at, _allFlatS, release, step.Foot, step.FreezeS > 0, step.Taps ?? []);

        double lengthNoise = step.Way == 0 ? 0 : _person.StrideLengthSdM / Math.Sqrt(2) * _random.NextVariation();
        double length = manner.StepLengthM * Math.Max(0.2, 1 + (_person.LengthDriftPerMin * minutes)) * Math.Exp(-0.5 * Side(step.Foot) * _person.StepLengthLnRatio);
        if (step.Manner is not (WalkManner.StairsUp or WalkManner.StairsDown)) length += lengthNoise;
        Advance(step, length * step.Way);
        FootPlacement from = _at[(int)step.Foot];
        FootPlacement to = Place(step.Foot, 0.012 * _random.NextVariation(), 0.02 * _random.NextVariation());

        // Short strides (first, last, turning) roll less; the speeds at the contacts follow the speed of the stride.
        double usual = Math.Max(0.05, manner.StepLengthM * (step.Manner is WalkManner.Left or WalkManner.Right ? 1 : 2));
        double distance = (to.PositionM - from.PositionM).Length, share = Math.Min(1.2, distance / usual);
        double speed = Math.Min(1.4, distance / stride / ReferenceSpeedMps);
        double angles = lift * (step.Manner == WalkManner.InPlace ? 1 : 0.35 + (0.65 * Math.Sqrt(share)));
        double landing = Math.Clamp(1 + (_person.LandingVariation * _random.NextVariation()), 0.3, 2);
        MovementPlan plan = new()
        {
            Foot = step.Foot,
            Timing = timing,
            Start = from,
            End = to,
            Reversed = manner.Reversed,
            ReleaseRad = -gait.AngleAtReleaseRad * angles * (1 + (_person.AngleVariation * _random.NextVariation())),
            LandingRad = -gait.AngleAtContactRad * angles * (1 + (_person.AngleVariation * _random.NextVariation())),
            LandingSpeedMps = gait.LandingSpeedMps * speed * landing,
            LandingDropMps = gait.LandingDropMps * (0.4 + (0.6 * speed)) * landing,
            ReleaseSpeedMps = gait.ReleaseSpeedMps * speed,
            ClearanceM = gait.ToeClearanceM * lift * (1 + (0.15 * _random.NextVariation())),
            CircumductionM = gait.CircumductionM,
            Manner = step.Manner,
            IsAmbiguous = step.IsAmbiguous,
            RollRad = gait.RollRad * angles,
            YawRad = gait.YawRad * angles,
            RingingMps2 = gait.RingingMps2 * (0.3 + (0.7 * speed)) * landing,
        };
        _plans[(int)step.Foot].Movements.Add(plan);
        _fidgeting.Tap(_plans, step.Foot, contact);
        _at[(int)step.Foot] = to;
        _lastContactS = contact;
        // Standing is a place, too: what comes next begins there, not at the landing before.
        if (step.PauseS is not null) _body.Add(new BodyPlace(timing.TerminalContactS, _body[^1].PositionM, _body[^1].HeadingRad));
        _body.Add(new BodyPlace(contact, new(_x, _y, _z), _heading));
        _allFlatS = Math.Max(_allFlatS, timing.FlatS);
    }

    private void Advance(in PlannedStep step, double wayM)
    {
        double middle = _heading + (step.TurnRad / 2) + (step.Manner switch
        {
            WalkManner.Backward => Math.PI,
            WalkManner.Left => Math.PI / 2,
            WalkManner.Right => -Math.PI / 2,
            _ => 0,
        });
        _x += wayM * Math.Cos(middle);
        _y += wayM * Math.Sin(middle);
        _z += step.Riser * _person.RiserM;
        _heading += step.TurnRad;
    }

    private FootPlacement Place(Foot foot, double outwardM, double turnedRad)
    {
        FootGait gait = foot == Foot.Left ? _person.Left : _person.Right;
        double beside = Side(foot) * ((_person.StepWidthM / 2) + outwardM);
        (double s, double c) = Math.SinCos(_heading);
        return new(new Vector3D(_x - (s * beside), _y + (c * beside), _z), _heading + (Side(foot) * gait.ToeOutRad) + turnedRad);
    }
}
