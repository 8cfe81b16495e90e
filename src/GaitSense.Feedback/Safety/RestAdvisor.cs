using GaitSense.Core;

namespace GaitSense.Feedback;

/// <summary>When a rest is offered: by time, when the minutes get shorter, when the strides get uneven.</summary>
internal sealed class RestAdvisor(RestPlan plan)
{
    private const double MinuteS = 60;

    private double _walkedS, _minuteS, _minuteM;
    private double? _firstMinuteM;
    private DeviceTime? _lastLanding, _lastOffer;

    /// <summary>Whether a rest was offered and not taken yet.</summary>
    public bool IsDue { get; private set; }

    /// <summary>Distance of the last whole minute of walking against the first, percent (Leone 2016); null before the second is over.</summary>
    public double? DistanceIndexPercent { get; private set; }

    /// <summary>A clean step.</summary>
    public void Step(DeviceTime landing, double stepS)
    {
        _walkedS += stepS;
        _minuteS += stepS;
        _lastLanding = landing;
        if (_minuteS < MinuteS) return;
        // To a whole minute, as steps end where they end.
        double minuteM = _minuteM * MinuteS / _minuteS;
        if (_firstMinuteM is not { } first) _firstMinuteM = minuteM;
        else if (first > 0) DistanceIndexPercent = 100 * (minuteM - first) / first;
        (_minuteS, _minuteM) = (0, 0);
    }

    /// <summary>A valid stride of either foot: half of its length is way.</summary>
    public void Stride(double lengthM) => _minuteM += 0.5 * lengthM;

    /// <summary>Time passes. True where a rest is to be offered now.</summary>
    /// <param name="now">The walk's time.</param>
    /// <param name="asymmetryGrowthPoints">How much more uneven strides are than at the start, points; null where it is not known.</param>
    public bool Offers(DeviceTime now, double? asymmetryGrowthPoints)
    {
        if (_lastLanding is { } landing && now.SecondsSince(landing) >= plan.StandingS)
        {
            (_walkedS, _minuteS, _minuteM, IsDue, DistanceIndexPercent) = (0, 0, 0, false, null);
            return false;
        }

        bool wants = _walkedS >= plan.EveryS || DistanceIndexPercent <= plan.DistanceIndexPercent || asymmetryGrowthPoints >= plan.AsymmetryGrowthPoints;
        if (!wants || (_lastOffer is { } last && now.SecondsSince(last) < plan.OfferEveryS)) return false;
        (_lastOffer, IsDue) = (now, true);
        return true;
    }
}
