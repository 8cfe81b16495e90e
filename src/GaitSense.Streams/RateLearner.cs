using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>
/// How long a sample of a sensor without clock or counter lasts, from a few seconds of arrivals: the slope of the line under them that is highest in their
/// middle (as in <see cref="ClockAlignment"/>), over any rate. Memory is fixed.
/// </summary>
internal sealed class RateLearner
{
    /// <summary>Arrivals are looked at for so long, s.</summary>
    public const double LearnForS = 2.5;

    private const int Capacity = 1024;
    private const double CellS = 0.25;

    private readonly int[] _counts = new int[Capacity];
    private readonly HostTime[] _arrivals = new HostTime[Capacity];
    private readonly int[] _hull = new int[Capacity];

    /// <summary>Packets that were seen.</summary>
    public int Packets { get; private set; }

    /// <summary>Samples that were seen.</summary>
    public int Samples => Packets > 0 ? _counts[Packets - 1] : 0;

    /// <summary>Whether enough was seen.</summary>
    public bool IsFull => Packets == Capacity || (Packets > 8 && SpanS >= LearnForS);

    private double SpanS => TimeS(Packets - 1);

    /// <summary>Begins anew.</summary>
    public void Clear() => Packets = 0;

    /// <summary>A packet arrived; there must be room.</summary>
    public void Add(int samples, HostTime arrival)
    {
        (_counts[Packets], _arrivals[Packets]) = (Samples + samples, arrival);
        Packets++;
    }

    /// <summary>The packet of an index: how many samples came with it and before it, and when.</summary>
    public (int Count, HostTime Arrival) this[int index] => (_counts[index], _arrivals[index]);

    /// <summary>The time of a sample, s.</summary>
    /// <param name="bentS">How far the fastest packets of any quarter of a second lie above the line, s: by much where samples are missing or the rate changed.</param>
    public double PeriodS(out double bentS)
    {
        int corners = 0;
        for (int i = 0; i < Packets; i++)
        {
            while (corners >= 2 && Slope(_hull[corners - 1], i) <= Slope(_hull[corners - 2], _hull[corners - 1])) corners--;
            _hull[corners++] = i;
        }

        int at = 1;
        while (at < corners - 1 && 2 * _counts[_hull[at]] < Samples + _counts[0]) at++;
        int low = _hull[at - 1];
        double period = Slope(low, _hull[at]), least = double.PositiveInfinity, cellEndS = CellS;
        bentS = 0;
        for (int i = 0; i < Packets; i++)
        {
            if (TimeS(i) > cellEndS)
            {
                if (double.IsFinite(least)) bentS = Math.Max(bentS, least);
                (least, cellEndS) = (double.PositiveInfinity, cellEndS + CellS);
            }

            least = Math.Min(least, TimeS(i) - TimeS(low) - (period * (_counts[i] - _counts[low])));
        }

        return period;
    }

    private double TimeS(int index) => _arrivals[index].SecondsSince(_arrivals[0]);

    private double Slope(int from, int to) => (TimeS(to) - TimeS(from)) / (_counts[to] - _counts[from]);
}
