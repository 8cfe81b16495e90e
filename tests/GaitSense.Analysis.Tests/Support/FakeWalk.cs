using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

/// <summary>Plays a walk to an observer as the core would: poses, strides, steps, path points, turns and bouts of known size.</summary>
internal sealed class FakeWalk(int seed = 1)
{
    public const double StrideTimeS = 1.1;
    public const double SwingTimeS = 0.44;
    private readonly Random _random = new(seed);
    private readonly Dictionary<Foot, int> _index = new() { [Foot.Left] = 0, [Foot.Right] = 0 };

    public double NoiseM { get; init; } = 0.03;

    public double LeftLengthM { get; init; } = 1.20;

    public double RightLengthM { get; init; } = 1.26;

    /// <summary>How ambiguous the left foot's terminal contacts are, s.</summary>
    public double LeftAmbiguityS { get; init; }

    public double RateHz { get; init; } = 100;

    /// <summary>How much later than the left foot's the right foot's strides are, s.</summary>
    public double RightLaterS { get; init; } = StrideTimeS / 2;

    public bool SharedClock { get; init; } = true;

    public IReadOnlyList<Foot> Feet { get; init; } = [Foot.Left, Foot.Right];

    /// <summary>Strides of a foot that are rejected: every so manieth; 0 for none.</summary>
    public int RejectEvery { get; init; }

    public WalkContext Context => new()
    {
        Recording = "fake-walk",
        Description = "A walk made up by a test.",
        SharedClock = SharedClock,
        Quality = [.. Feet.Select(f => new DataQuality(f, 1000, 0, 0, 0, 2, 1, 0, 0, RateHz, 9.81))],
    };

    public WalkRecord Play(params (WalkingDirection Direction, int Strides)[] parts)
    {
        WalkCollector collector = new();
        Play(collector, parts);
        return collector.ToRecord(Context);
    }

    public void Play(IWalkObserver observer, params (WalkingDirection Direction, int Strides)[] parts)
    {
        foreach (Foot foot in Feet) observer.OnMounting(new MountingEstimate(foot, new(0), MountingAxes.Identity, foot == Foot.Left, foot == Foot.Left ? 1 : 0.97));
        double at = 1;
        double[] x = [0, 0], y = [0, 0];
        foreach ((WalkingDirection direction, int strides) in parts)
        {
            double opened = at;
            for (int i = 0; i < strides; i++)
            {
                foreach (Foot foot in Feet) Stride(observer, foot, direction, at, first: i == 0, x, y);
                at += StrideTimeS;
            }

            observer.OnBout(new Bout(Us(opened), Us(at + (StrideTimeS / 2)), strides * Feet.Count));
            foreach (Foot foot in Feet) observer.OnTurn(new Turn(foot, Us(at + 0.6), Us(at + 2.2), Math.PI));
            at += 3;
        }
    }

    private void Stride(IWalkObserver observer, Foot foot, WalkingDirection direction, double at, bool first, double[] xs, double[] ys)
    {
        int f = (int)foot, sign = direction == WalkingDirection.Backward ? -1 : 1;
        double start = at + (f * RightLaterS), release = start + StrideTimeS - SwingTimeS, end = start + StrideTimeS, from = start + 0.3, to = end + 0.3;
        double length = (foot == Foot.Left ? LeftLengthM : RightLengthM) + (NoiseM * ((2 * _random.NextDouble()) - 1));
        double lift = 0.12 * (1 + (NoiseM * 3 * (_random.NextDouble() - 0.5))), push = 0.9 * (1 + (NoiseM * 4 * (_random.NextDouble() - 0.5)));
        for (int i = 0; i <= (int)Math.Ceiling((to - start) * RateHz); i++)
        {
            double t = start + (i / RateHz);
            double swing = Math.Clamp((t - release) / SwingTimeS, 0, 1);
            Vector3D position = new(xs[f] + (sign * length * swing), ys[f], lift * Math.Sin(Math.PI * swing));
            double pitch = (0.35 * swing) - (push * Math.Exp(-Math.Pow((t - release) / 0.12, 2)));
            observer.OnPose(new FootPose(foot, Us(t), position, default, sign * pitch, 0, FootPhase.Stance));
        }

        xs[f] += sign * length;
        ys[f] += 0.01;
        int index = _index[foot]++;
        bool rejected = RejectEvery > 0 && index % RejectEvery == RejectEvery - 1;
        observer.OnStride(new Stride
        {
            Foot = foot,
            Index = index,
            Start = first ? null : Us(start),
            TerminalContact = Us(release),
            TerminalContactAmbiguityS = foot == Foot.Left ? LeftAmbiguityS : 0,
            End = Us(end),
            ZeroVelocityStart = Us(from),
            ZeroVelocityEnd = Us(to),
            KnownAt = Us(to),
            LengthM = rejected ? null : length,
            ClearanceM = 0.12,
            HeightChangeM = 0,
            AngleAtInitialContactRad = 0.35 * sign,
            AngleAtTerminalContactRad = -0.9 * sign,
            TurnRad = 0.01,
            FootFlat = first ? null : Us(start + 0.08),
            HeelOff = first ? null : Us(release - 0.2),
            Swing = rejected ? null : new SwingShape(0.02, 0.03, length + 0.1, 4, 6),
            ToeOutRad = 0.1,
            Direction = direction,
            Confidence = 0.95,
            RejectReason = rejected ? (RejectReason)(1 + (index % 6)) : RejectReason.None,
        });
        observer.OnPathPoint(new PathPoint(foot, Us(to), new(xs[f], ys[f], 0), 0));
        observer.OnEventSettled(new GaitEvent(foot, GaitEventKind.InitialContact, Us(end), Us(end + 0.03), direction, 1, Us(end)));
        if (SharedClock && Feet.Count == 2) observer.OnStep(new Step(foot, Us(end), StrideTimeS / 2, 0.005, 0.11, Us(to), direction));
    }

    private static DeviceTime Us(double seconds) => DeviceTime.FromSeconds(seconds);
}
