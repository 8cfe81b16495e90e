using GaitSense.Core;
using GaitSense.Feedback.Cues;

namespace GaitSense.Feedback.Safety;

/// <summary>Cues in pieces are worse than none: after more than six falls into silence within two minutes they end for this walk.</summary>
internal sealed class PieceWatch
{
    private const int MaxSilences = 6;
    private const double WithinS = 120;

    private readonly DeviceTime?[] _silences = new DeviceTime?[MaxSilences];
    private int _next;

    /// <summary>Whether cues have ended for this walk.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Cues fell silent. What the plan or a person wanted does not count, nor a ladder that the steps do not follow: that goes back.</summary>
    /// <returns>True, once, where they end with it.</returns>
    public bool Fall(DeviceTime now, SilenceReason why, bool isLadder)
    {
        if (HasEnded || why.IsPlanned() || why == SilenceReason.Stopped || (isLadder && why == SilenceReason.OutOfPhase)) return false;
        HasEnded = _silences[_next] is { } sixth && now.SecondsSince(sixth) < WithinS;
        _silences[_next] = now;
        _next = (_next + 1) % MaxSilences;
        return HasEnded;
    }
}
