using GaitSense.Core;

namespace GaitSense.Feedback.Backward;

/// <summary>
/// Where the walker is on the confirmed path: the way behind the place where a person confirmed it, kept foot by foot from strides. What is not known
/// counts as way behind: a stride without a length, a direction or a turn, and what lengths may be off by.
/// </summary>
internal sealed class PathPosition
{
    // Lengths scatter by some 3 cm from stride to stride, twice that is the 95 % point; what differs between forward and backward lengths adds up, 1 % of the way.
    private const double StrideErrorM = 0.06, WayErrorShare = 0.01;

    // Longer than any stride backward; for strides of which nothing is known.
    private const double MaxStrideM = 1.2;

    // So much a straight stride turns, rad, and so much a gyroscope's heading drifts, rad/s. Added up over minutes that would turn the walker round: the path is straight, so of what a foot is
    // off it by, straight strides take a share back. Turns are larger and count wholly.
    private const double StraightRad = 3 * Math.PI / 180, DriftRadPerS = 0.3 * Math.PI / 180, TakenBack = 0.15, MaxRestS = 60;

    private readonly DeviceTime?[] _ended = new DeviceTime?[2];
    private readonly double[] _behindM = new double[2], _turnRad = new double[2];
    private double _wayM, _latestStrideM, _latestStrideS = 1;
    private int _strides;
    private DeviceTime? _latest;

    /// <summary>Where the rear foot is at most, m behind the start; negative: ahead of it.</summary>
    public double MaxBehindM => Math.Max(_behindM[0], _behindM[1]) + (StrideErrorM * Math.Sqrt(_strides)) + (WayErrorShare * _wayM);

    /// <summary>Whether there was a stride since the path was confirmed.</summary>
    public bool HasMoved => _strides > 0;

    /// <summary>Half a latest stride: a foot that swings is so far ahead of the walker, m.</summary>
    public double StepM => 0.5 * _latestStrideM;

    /// <summary>Speed of the latest strides, the faster of two, m/s.</summary>
    public double SpeedMps { get; private set; }

    /// <summary>A person confirms the path behind: here is its start.</summary>
    public void Confirm()
    {
        Array.Clear(_behindM);
        Array.Clear(_turnRad);
        Array.Clear(_ended);
        (_wayM, _strides, _latest) = (0, 0, null);
    }

    /// <summary>Where the rear foot may be by a time, as fast as it went, m behind the start.</summary>
    public double MaxBehindAtM(DeviceTime time) => MaxBehindM + (_latest is { } latest ? SpeedMps * Math.Max(0, time.SecondsSince(latest)) : 0);

    /// <summary>The walker stands: nothing goes on from here, until the next stride.</summary>
    public void Rest() => _latest = null;

    /// <summary>A stride of any kind, valid or not.</summary>
    public void Stride(in Stride stride)
    {
        int foot = (int)stride.Foot;
        double lengthM = stride.IsValid && stride.LengthM is { } known ? known : Math.Max(stride.LengthM ?? 0, MaxStrideM);
        bool isKnown = stride.IsValid && stride.LengthM is not null && stride.Direction != WalkingDirection.Unknown && stride.TurnRad is not null;
        Turn(foot, stride.TurnRad ?? 0, stride.End);
        double cos = Math.Cos(_turnRad[foot]), sin = Math.Sin(_turnRad[foot]);
        double behind = !isKnown ? 1 : stride.Direction switch
        {
            WalkingDirection.Backward => cos,
            WalkingDirection.Forward => -cos,
            WalkingDirection.Left => Math.Abs(sin),
            WalkingDirection.Right => Math.Abs(sin),
            _ => 0,
        };
        _behindM[foot] += behind * lengthM;
        _wayM += 0.5 * lengthM;
        _strides++;
        double strideS = stride.StrideTimeS ?? (2 * stride.SwingTimeS);
        double speed = behind > 0 ? lengthM / Math.Max(strideS, 0.3) : 0;
        SpeedMps = Math.Max(speed, behind > 0 && _latestStrideS > 0 ? _latestStrideM / _latestStrideS : 0);
        (_latestStrideM, _latestStrideS, _latest) = (behind > 0 ? lengthM : 0, Math.Max(strideS, 0.3), stride.End);
    }

    private void Turn(int foot, double turnRad, DeviceTime end)
    {
        double sinceS = _ended[foot] is { } before ? Math.Clamp(end.SecondsSince(before), 0, MaxRestS) : 0;
        _ended[foot] = end;
        _turnRad[foot] += turnRad;
        if (Math.Abs(turnRad) < StraightRad + (DriftRadPerS * sinceS)) _turnRad[foot] -= TakenBack * (_turnRad[foot] - (Math.PI * Math.Round(_turnRad[foot] / Math.PI)));
    }
}
