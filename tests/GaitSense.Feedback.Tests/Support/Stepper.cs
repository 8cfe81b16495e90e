using GaitSense.Core;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>A person seen as steps: landings, swings, strides and the passing of time, told to a cue engine as the core tells them.</summary>
internal sealed class Stepper
{
    private const double PoseEveryS = 0.02, KnownAfterS = 0.01, StrideKnownAfterS = 0.1, SwingMps = 1, SwingShare = 0.7;

    private readonly double[] _lastLandingS = [double.NaN, double.NaN];
    private double _nowS, _poseS, _swingFromS, _swingToS;
    private Foot _swings;

    public Stepper(CuePlan? plan = null, WalkPipelineOptions? walk = null)
    {
        Engine = new CueEngine(plan ?? new CuePlan(), walk ?? new WalkPipelineOptions(), Cues);
    }

    public CueEngine Engine { get; }

    public HeardCues Cues { get; } = new();

    /// <summary>The walk's time, s.</summary>
    public double NowS => _nowS;

    /// <summary>The last landing, s.</summary>
    public double LandedS { get; private set; }

    /// <summary>The foot that lands next.</summary>
    public Foot Next { get; set; } = Foot.Left;

    /// <summary>Feet whose samples come.</summary>
    public HashSet<Foot> Sensed { get; } = [Foot.Left, Foot.Right];

    public WalkingDirection Direction { get; set; } = WalkingDirection.Forward;

    public double LengthM { get; set; } = 1.2;

    public double? TurnDeg { get; set; } = 0;

    /// <summary>Height change of each stride, m.</summary>
    public double RiseM { get; set; }

    public double ClearanceM { get; set; } = 0.1;

    public double AngleDeg { get; set; } = 15;

    public double Confidence { get; set; } = 0.98;

    /// <summary>Whether strides can be right with the sensors as they are.</summary>
    public bool IsBelieved { get; set; } = true;

    /// <summary>All landings that were told.</summary>
    public List<Landing> Landings { get; } = [];

    /// <summary>Time passes.</summary>
    public void Pass(double seconds)
    {
        double until = _nowS + seconds;
        while (_poseS <= until)
        {
            _nowS = _poseS;
            foreach (Foot foot in Sensed.Order())
            {
                bool swings = foot == _swings && _poseS >= _swingFromS && _poseS < _swingToS;
                Engine.OnPose(new FootPose(foot, DeviceTime.FromSeconds(_poseS), default, swings ? new Vector3D(SwingMps, 0, 0) : default, 0, 0, default));
            }

            _poseS += PoseEveryS;
        }

        _nowS = until;
    }

    /// <summary>A step: the next foot lands so much after the landing before.</summary>
    public void Step(double stepS = 0.5)
    {
        double landing = Math.Max(LandedS + stepS, _nowS + 0.001);
        Foot foot = Next;
        Next = foot == Foot.Left ? Foot.Right : Foot.Left;
        (_swings, _swingFromS, _swingToS) = (foot, landing - (SwingShare * stepS), landing);
        Pass(Math.Max(0, landing - (0.2 * stepS) - _nowS));
        if (Sensed.Contains(foot)) Engine.OnEvent(new GaitEvent(foot, GaitEventKind.MidSwing, DeviceTime.FromSeconds(_nowS), DeviceTime.FromSeconds(_nowS), Direction, 0.8, null));
        Pass(Math.Max(0, landing + KnownAfterS - _nowS));
        LandedS = landing;
        if (!Sensed.Contains(foot)) return;
        DeviceTime at = DeviceTime.FromSeconds(landing);
        Landings.Add(new Landing(foot, landing, _nowS, Confidence));
        Engine.OnEvent(new GaitEvent(foot, GaitEventKind.InitialContact, at, at.AddSeconds(KnownAfterS), Direction, Confidence, at));
        Pass(StrideKnownAfterS);
        double last = _lastLandingS[(int)foot];
        _lastLandingS[(int)foot] = landing;
        Engine.OnStride(new Stride
        {
            Foot = foot,
            Start = double.IsNaN(last) ? null : DeviceTime.FromSeconds(last),
            End = at,
            TerminalContact = at.AddSeconds(-0.8 * stepS),
            KnownAt = DeviceTime.FromSeconds(_nowS),
            LengthM = LengthM,
            HeightChangeM = RiseM,
            ClearanceM = ClearanceM,
            AngleAtInitialContactRad = AngleDeg * Math.PI / 180,
            TurnRad = TurnDeg * Math.PI / 180,
            Direction = Direction,
            Confidence = 0.9,
            RejectReason = IsBelieved ? RejectReason.None : RejectReason.SensorFault,
        });
        Engine.OnStep(new Step(foot, at, stepS, 0.014, 0.1, DeviceTime.FromSeconds(_nowS), Direction));
    }

    /// <summary>Steps, as many as fit.</summary>
    public void Walk(double seconds, double stepS = 0.5)
    {
        double until = _nowS + seconds;
        while (_nowS < until) Step(stepS);
    }

    /// <summary>Walks until cues are given: the baseline is over.</summary>
    public void WalkIn(double stepS = 0.5)
    {
        for (int i = 0; i < 400 && Engine.TempoStepsPerMin is null; i++) Step(stepS);
        Engine.TempoStepsPerMin.ShouldNotBeNull($"no rhythm: {Engine.Silence}");
    }
}
