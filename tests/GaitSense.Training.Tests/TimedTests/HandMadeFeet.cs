using GaitSense.Core;
using GaitSense.Training.TimedTests;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>
/// Feet drawn by hand: each swing goes straight and at one speed from where the foot stood to where it lands, so that all truth is arithmetic. Told as the core tells it, events a little late,
/// and level at once. A toe that is said to be up or down when the foot lands comes there in the swing, and the foot rolls flat in a tenth of a second.
/// </summary>
internal sealed class HandMadeFeet
{
    private const double StepS = 0.01, LateS = 0.04, MeasuredS = 0.10, RollsS = 0.1;

    private readonly List<HandSwing> _swings = [];
    private readonly List<Gap> _gaps = [];

    /// <summary>What each foot believes a metre to be, left and right.</summary>
    public double[] Scale { get; init; } = [1, 1];

    public IReadOnlyList<HandSwing> Swings => _swings;

    public double EndS => _swings.Count == 0 ? 0 : _swings[^1].LandsS;

    public HandMadeFeet Swing(Foot foot, double leavesS, double landsS, double xM, double yM = double.NaN, double headingRad = 0, double toeUpRad = 0, double knockS = double.NaN)
    {
        _swings.Add(new HandSwing(foot, leavesS, landsS, xM, double.IsNaN(yM) ? Side(foot) : yM, headingRad, toeUpRad, double.IsNaN(knockS) ? landsS : knockS));
        return this;
    }

    /// <summary>Steps straight on: the swing takes 60 % of a step's time; the last one closes.</summary>
    public HandMadeFeet Walk(double fromS, double stepM, double stepS, int steps, Foot first = Foot.Right, double startM = 0)
    {
        Foot foot = first;
        double x = startM;
        for (int i = 0; i <= steps; i++, foot = 1 - foot)
        {
            if (i < steps) x += stepM;
            Swing(foot, fromS + (i * stepS), fromS + (i * stepS) + (0.6 * stepS), x);
        }

        return this;
    }

    public HandMadeFeet Lose(Foot foot, double fromS, double toS)
    {
        _gaps.Add(new Gap(foot, At(fromS), At(toS), toS - fromS <= 0.05));
        return this;
    }

    /// <summary>When the first foot is so far, by arithmetic, and which.</summary>
    public (double TimeS, Foot Foot)? Passes(double lengthM, double fromS = 0)
    {
        (double, Foot)? first = null;
        foreach (HandSwing s in _swings.Where(s => s.LeavesS >= fromS))
        {
            (double from, _, _) = Before(s.Foot, s.LeavesS);
            if (Math.Abs(s.XM) < lengthM || Math.Abs(from) >= lengthM) continue;
            double time = s.LeavesS + ((lengthM - Math.Abs(from)) / (Math.Abs(s.XM) - Math.Abs(from)) * (s.LandsS - s.LeavesS));
            if (!(first?.Item1 <= time)) first = (time, s.Foot);
        }

        return first;
    }

    /// <summary>Tells all of it, with requests between at their times.</summary>
    public void Play(IWalkObserver observer, double untilS, params TestRequest[] requests) => Play(observer, 0, untilS, requests);

    public void Play(IWalkObserver observer, double fromS, double untilS, params TestRequest[] requests)
    {
        int next = 0;
        for (int k = (int)Math.Round(fromS / StepS); k <= (int)Math.Round(untilS / StepS); k++)
        {
            double t = k * StepS;
            for (; next < requests.Length && requests[next].TimeS <= t; next++) (observer as TimedTestRun)?.Take(requests[next]);
            foreach (Gap gap in _gaps.Where(g => IsNow(g.End.Seconds, t))) observer.OnGap(in gap);
            foreach (Foot foot in BothFeet.InOrder)
            {
                if (_gaps.Exists(g => g.Foot == foot && t > g.Start.Seconds && t < g.End.Seconds)) continue;
                Tell(observer, foot, t);
            }
        }
    }

    private void Tell(IWalkObserver observer, Foot foot, double t)
    {
        foreach (HandSwing s in _swings)
        {
            if (s.Foot != foot || t < s.LeavesS || t > s.LandsS + 0.2) continue;
            if (IsNow(s.LeavesS + LateS, t)) observer.OnEvent(Event(s, GaitEventKind.TerminalContact, s.LeavesS, t));
            if (IsNow(s.KnockS + LateS, t)) observer.OnEvent(Event(s, GaitEventKind.InitialContact, s.KnockS, t));
            if (!IsNow(s.LandsS + MeasuredS, t)) continue;
            double scale = Scale[(int)foot];
            observer.OnPathPoint(new PathPoint(foot, At(s.LandsS + 0.05), new Vector3D(s.XM * scale, s.YM * scale, 0), s.HeadingRad));
            observer.OnStride(StrideOf(s, t));
        }

        (double x, double y, bool isSwing, double vx, double vy) = Place(foot, t);
        (double pitch, bool isRolling) = Pitch(foot, t);
        observer.OnPose(new FootPose(foot, At(t), new Vector3D(x, y, 0) * Scale[(int)foot], new Vector3D(vx, vy, 0) * Scale[(int)foot], pitch, 0, isSwing || isRolling ? FootPhase.Swing : FootPhase.FootFlat));
    }

    private Stride StrideOf(HandSwing s, double t)
    {
        (double x, double y, double heading) = Before(s.Foot, s.LeavesS);
        HandSwing? last = _swings.Where(o => o.Foot == s.Foot && o.LandsS < s.LeavesS).OrderBy(o => o.LandsS).Select(o => (HandSwing?)o).LastOrDefault();
        double way = Math.Sqrt(Math.Pow(s.XM - x, 2) + Math.Pow(s.YM - y, 2)) * Scale[(int)s.Foot];
        double along = ((s.XM - x) * Math.Cos(heading)) + ((s.YM - y) * Math.Sin(heading));
        return new Stride
        {
            Foot = s.Foot,
            Start = last is { } l && s.LeavesS - l.LandsS < 2 ? At(l.LandsS) : null,
            TerminalContact = At(s.LeavesS),
            End = At(s.KnockS),
            ZeroVelocityStart = At(s.LeavesS - 0.05),
            ZeroVelocityEnd = At(s.LandsS + 0.05),
            KnownAt = At(t),
            LengthM = way,
            TurnRad = s.HeadingRad - heading,
            Direction = way < 0.1 ? WalkingDirection.InPlace : along > 0 ? WalkingDirection.Forward : WalkingDirection.Backward,
            Confidence = 1,
        };
    }

    private (double X, double Y, bool IsSwing, double Vx, double Vy) Place(Foot foot, double t)
    {
        foreach (HandSwing s in _swings)
        {
            if (s.Foot != foot || t <= s.LeavesS || t >= s.LandsS) continue;
            (double x0, double y0, _) = Before(foot, s.LeavesS);
            double share = (t - s.LeavesS) / (s.LandsS - s.LeavesS), per = 1 / (s.LandsS - s.LeavesS);
            return (x0 + (share * (s.XM - x0)), y0 + (share * (s.YM - y0)), true, per * (s.XM - x0), per * (s.YM - y0));
        }

        (double x, double y, _) = Before(foot, t);
        return (x, y, false, 0, 0);
    }

    private (double Rad, bool IsRolling) Pitch(Foot foot, double t)
    {
        foreach (HandSwing s in _swings)
        {
            if (s.Foot != foot || t <= s.LeavesS || t >= s.LandsS + RollsS - 1e-9) continue;
            return (s.ToeUpRad * (t < s.LandsS ? (t - s.LeavesS) / (s.LandsS - s.LeavesS) : 1 - ((t - s.LandsS) / RollsS)), s.ToeUpRad != 0 && t >= s.LandsS);
        }

        return (0, false);
    }

    private (double X, double Y, double Heading) Before(Foot foot, double t)
    {
        (double, double, double) at = (0, Side(foot), 0);
        foreach (HandSwing s in _swings)
            if (s.Foot == foot && s.LandsS <= t) at = (s.XM, s.YM, s.HeadingRad);
        return at;
    }

    private static GaitEvent Event(HandSwing s, GaitEventKind kind, double timeS, double nowS) => new(s.Foot, kind, At(timeS), At(nowS), WalkingDirection.Unknown, 1, null);

    private static bool IsNow(double eventS, double t) => eventS > t - StepS + 1e-9 && eventS <= t + 1e-9;

    private static double Side(Foot foot) => foot == Foot.Left ? 0.07 : -0.07;

    private static DeviceTime At(double s) => DeviceTime.FromSeconds(s);

    internal readonly record struct HandSwing(Foot Foot, double LeavesS, double LandsS, double XM, double YM, double HeadingRad, double ToeUpRad, double KnockS);
}
