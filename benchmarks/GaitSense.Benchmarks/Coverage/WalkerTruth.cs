using GaitSense.Core;
using GaitSense.Simulation.Plan;

namespace GaitSense.Benchmarks;

/// <summary>
/// What is true of a simulated walker in the long run, from the walker's parameters: a step's time and length are means with independent chance, and a swing is a
/// fixed share of twice its own step's time. Straight forward walking; a test holds it against a long walk.
/// </summary>
internal static class WalkerTruth
{
    // SD of a standard normal number held within ± 2.5, as the simulation draws them.
    private const double HeldSd = 0.98872;

    public static (double Mean, double Sd)[] Of(GaitParameters p, string quantity) => [One(p, quantity, Foot.Left), One(p, quantity, Foot.Right)];

    private static (double Mean, double Sd) One(GaitParameters p, string quantity, Foot foot)
    {
        bool left = foot == Foot.Left;
        double half = Math.Exp(0.5 * p.StepTimeLnRatio), usual = 60 / p.CadenceStepsPerMin;
        double own = left ? usual / half : usual * half, other = left ? usual * half : usual / half;
        double stepSd = p.StrideTimeSdS / Math.Sqrt(2) * HeldSd;
        double swingShare = 2 * (1 - (left ? p.Left : p.Right).StanceShare), otherShare = 2 * (1 - (left ? p.Right : p.Left).StanceShare);
        double time = own + other, timeSd = stepSd * Math.Sqrt(2);
        double length = p.StrideLengthM * Math.Cosh(0.5 * p.StepLengthLnRatio), lengthSd = p.StrideLengthSdM * HeldSd;
        double timePart = timeSd / time;
        return quantity switch
        {
            "stride time" => (time, timeSd),
            "stance time" => (other + (own * (1 - swingShare)), stepSd * Math.Sqrt(1 + ((1 - swingShare) * (1 - swingShare)))),
            "swing time" => (own * swingShare, stepSd * swingShare),
            "step time" => (own, stepSd),
            "double support" => (other * (1 - otherShare), stepSd * Math.Abs(1 - otherShare)),
            "stride length" => (length, lengthSd),
            "speed" => (length / time * (1 + (timePart * timePart)), length / time * Math.Sqrt((lengthSd * lengthSd / (length * length)) + (timePart * timePart))),
            _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "no truth is known of it"),
        };
    }
}
