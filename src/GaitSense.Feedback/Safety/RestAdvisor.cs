using GaitSense.Core;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Safety;

/// <summary>When a rest is offered: by time, when the distance of a minute falls, when the symmetry index grows. Only steady straight strides are compared.</summary>
internal sealed class RestAdvisor(RestPlan plan)
{
    private const double MinuteS = 60;

    private readonly Evenness _evenness = new(plan.AsymmetryGrowthPoints);
    private double _walkedS, _minuteS, _minuteM;
    private double? _firstMinuteM;
    private DeviceTime? _lastLanding, _lastOffer;

    /// <summary>Whether a rest was offered and not taken yet.</summary>
    public bool IsDue { get; private set; }

    /// <summary>Way of the last whole minute of straight walking against the first, percent (after Leone 2016); null before the second is over.</summary>
    public double? DistanceIndexPercent { get; private set; }

    /// <summary>A clean step.</summary>
    public void Step(DeviceTime landing, double stepS)
    {
        _walkedS += stepS;
        _lastLanding = landing;
    }

    /// <summary>A steady straight stride of either foot: half of it is time and way, the other half is the other foot's.</summary>
    public void Stride(in Stride stride)
    {
        if (stride is not { LengthM: { } length, StrideTimeS: { } time }) return;
        _evenness.Add(in stride);
        _minuteM += 0.5 * length;
        _minuteS += 0.5 * time;
        if (_minuteS < MinuteS) return;
        // To a whole minute, as strides end where they end.
        double minuteM = _minuteM * MinuteS / _minuteS;
        if (_firstMinuteM is not { } first) _firstMinuteM = minuteM;
        else if (first > 0) DistanceIndexPercent = 100 * (minuteM - first) / first;
        (_minuteS, _minuteM) = (0, 0);
    }

    /// <summary>Time passes. True where a rest is to be offered now.</summary>
    /// <param name="now">The walk's time.</param>
    public bool Offers(DeviceTime now)
    {
        if (_lastLanding is { } landing && now.SecondsSince(landing) >= plan.StandingS)
        {
            (_walkedS, _minuteS, _minuteM, IsDue, DistanceIndexPercent) = (0, 0, 0, false, null);
            _evenness.Rest();
            return false;
        }

        bool wants = _walkedS >= plan.EveryS || DistanceIndexPercent <= plan.DistanceIndexPercent || _evenness.IsLess;
        if (!wants || (_lastOffer is { } last && now.SecondsSince(last) < plan.OfferEveryS)) return false;
        (_lastOffer, IsDue) = (now, true);
        return true;
    }
}
