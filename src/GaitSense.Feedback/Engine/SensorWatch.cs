using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Engine;

/// <summary>Whether both sensors are heard and can be believed, and their clocks agree.</summary>
internal sealed class SensorWatch(SafetyPlan plan, WalkPipelineOptions walk)
{
    private readonly DeviceTime?[] _observed = new DeviceTime?[2];
    private DeviceTime? _first;
    private readonly bool[] _isFaulty = new bool[2];
    private double _clockUncertaintyS = walk.ClockUncertaintyS;

    /// <summary>The walk's time: that of the latest sample.</summary>
    public DeviceTime Now { get; private set; }

    /// <summary>Since the walk's first sample, s.</summary>
    public double WalkS => _first is { } first ? Now.SecondsSince(first) : 0;

    /// <summary>A sample came.</summary>
    public void Observe(Foot foot, DeviceTime time)
    {
        _first ??= time;
        _observed[(int)foot] = time;
        if (time > Now || _first == time) Now = time;
    }

    /// <summary>What the clocks say of themselves.</summary>
    public void SetClock(double uncertaintyS) => _clockUncertaintyS = uncertaintyS;

    /// <summary>A fault became known: its sensor is not believed until one of its strides is.</summary>
    public void Observe(in SensorFault fault) => _isFaulty[(int)fault.Foot] |= fault.SpoilsStrides;

    /// <summary>A stride became known. A fault can be taken back, and come again.</summary>
    public void Observe(in Stride stride)
    {
        if (stride.RejectReason == RejectReason.SensorFault) _isFaulty[(int)stride.Foot] = true;
        else if (stride.IsValid && stride.Confidence > SensorFault.MaxConfidence) _isFaulty[(int)stride.Foot] = false;
    }

    /// <summary>What is wrong; none where nothing is.</summary>
    public SilenceReason State
    {
        get
        {
            if (!walk.HasLeft || !walk.HasRight || IsLost(Foot.Left) || IsLost(Foot.Right)) return SilenceReason.SensorLost;
            if (_isFaulty[0] || _isFaulty[1]) return SilenceReason.SensorFault;
            return !walk.SharedClock || _clockUncertaintyS > plan.MaxClockUncertaintyS ? SilenceReason.ClockUnsure : SilenceReason.None;
        }
    }

    /// <summary>The foot that is not heard; null: none, or both.</summary>
    public Foot? Lost => (!walk.HasLeft || IsLost(Foot.Left), !walk.HasRight || IsLost(Foot.Right)) switch
    {
        (true, false) => Foot.Left,
        (false, true) => Foot.Right,
        _ => null,
    };

    private bool IsLost(Foot foot) => _first is { } first && Now.SecondsSince(_observed[(int)foot] ?? first) > plan.MaxSensorGapS;
}
