using GaitSense.Core;

namespace GaitSense.Feedback;

/// <summary>
/// Backward practice in stretches, each behind its gates: the checklist confirmed, rested, and over at its time, at the path's end, at an irregular
/// step, or at a turn. The last metres are counted down.
/// </summary>
internal sealed class BackwardBouts(BackwardPlan plan)
{
    private const int CountedMetres = 3;

    private DeviceTime? _began, _ended, _lastLanding;
    private double _pathM;
    private int _counted;

    /// <summary>Whether somebody confirmed the checklist.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>Whether a stretch is under way.</summary>
    public bool IsUnderWay => _began is not null;

    /// <summary>Whether cues may be given now.</summary>
    public bool IsOpen => IsConfirmed && _ended is null;

    /// <summary>A valid backward stride of either foot; a stretch begins with the first. Its way counts from there.</summary>
    /// <returns>What is said: a number of metres that are left, or null.</returns>
    public string? Stride(in Stride stride)
    {
        if (!IsOpen || stride.LengthM is not { } lengthM) return null;
        _began ??= stride.TerminalContact;
        _pathM += 0.5 * lengthM;
        int left = (int)Math.Ceiling(plan.PathM - _pathM);
        if (left is < 1 or > CountedMetres || (_counted > 0 && left >= _counted)) return null;
        _counted = left;
        return Phrases.Count(left);
    }

    /// <summary>Time passes. True, once, where the stretch is over by time or way.</summary>
    public bool IsOver(DeviceTime now)
    {
        if (_ended is { } ended && now.SecondsSince(ended) >= plan.RestS && now.SecondsSince(_lastLanding ?? ended) >= plan.RestS) _ended = null;
        bool isOver = _began is { } began && (now.SecondsSince(began) >= plan.BoutS || _pathM >= plan.PathM);
        if (isOver) End(now);
        return isOver;
    }

    /// <summary>The stretch ends here: an irregular step, a turn, another direction.</summary>
    public void End(DeviceTime now)
    {
        if (_began is null) return;
        (_began, _ended, _pathM, _counted) = (null, now, 0, 0);
    }

    /// <summary>A landing of any kind: whoever rests does not step.</summary>
    public void Land(DeviceTime landing) => _lastLanding = landing;
}
