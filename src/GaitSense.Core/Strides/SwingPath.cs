using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>
/// The sensor's path in one swing in a fixed number of time bins, the last place of each. When time runs out of bins, two become one, so a swing of any length fits.
/// </summary>
internal struct SwingPath
{
    private const int Bins = 64;

    // A shorter stride has no line that a distance could be taken from, m.
    private const double MinLengthM = 0.1;

    private Places _places;
    private Vector3D _shiftM;
    private double _binS;
    private int _used;
    private double _topSpeedMps;
    private double _topRateRadPerS;

    /// <param name="topRateRadPerS">The greatest angular rate since the mid-stance: push-off begins before the release.</param>
    public void Begin(double topRateRadPerS)
    {
        _used = 0;
        _binS = 0.01;
        _shiftM = default;
        _topSpeedMps = 0;
        _topRateRadPerS = topRateRadPerS;
    }

    /// <summary>The filter moved the foot by this: what it had gathered of error.</summary>
    public void Shift(in Vector3D shiftM) => _shiftM += shiftM;

    /// <summary>One sample of the swing.</summary>
    /// <param name="sinceStartS">Time since the mid-stance before it, s.</param>
    /// <param name="placeM">Place relative to that mid-stance as the filter has it now, m.</param>
    /// <param name="speedMps">Speed, m/s.</param>
    /// <param name="rateRadPerS">Size of the angular rate, rad/s.</param>
    public void Push(double sinceStartS, in Vector3D placeM, double speedMps, double rateRadPerS)
    {
        _topSpeedMps = Math.Max(_topSpeedMps, speedMps);
        _topRateRadPerS = Math.Max(_topRateRadPerS, rateRadPerS);
        int bin = (int)(sinceStartS / _binS);
        while (bin >= Bins)
        {
            Halve();
            bin = (int)(sinceStartS / _binS);
        }

        for (; _used <= bin; _used++) _places[_used] = Place.None;
        _places[bin] = new Place(sinceStartS, placeM - _shiftM);
    }

    /// <summary>
    /// The path's shape. The correction that the landing brought is spread as the error grew: with the square of time.
    /// </summary>
    /// <param name="durationS">From the mid-stance before the swing to the landing, s.</param>
    /// <param name="endM">The mid-stance after it, relative to that before it, m.</param>
    public readonly SwingShape Measure(double durationS, in Vector3D endM)
    {
        double distance = Math.Sqrt((endM.X * endM.X) + (endM.Y * endM.Y)), left = 0, right = 0, length = 0;
        Vector3D last = default, way = new Vector3D(endM.X, endM.Y, 0) * (1 / Math.Max(distance, MinLengthM));
        for (int i = 0; i < _used; i++)
        {
            if (_places[i].SinceS < 0) continue;
            double share = Math.Min(1, _places[i].SinceS / Math.Max(durationS, _binS));
            Vector3D place = _places[i].PositionM + (_shiftM * (share * share));
            double side = (place.Y * way.X) - (place.X * way.Y);
            left = Math.Max(left, side);
            right = Math.Max(right, -side);
            length += (place - last).Length;
            last = place;
        }

        bool hasLine = distance >= MinLengthM;
        return new SwingShape(hasLine ? Math.Max(left, right) : null, hasLine ? left + right : null, length + (endM - last).Length, _topSpeedMps, _topRateRadPerS);
    }

    private void Halve()
    {
        int half = (_used + 1) / 2;
        for (int i = 0; i < half; i++)
        {
            Place second = (2 * i) + 1 < _used ? _places[(2 * i) + 1] : Place.None;
            _places[i] = second.SinceS >= 0 ? second : _places[2 * i];
        }

        _used = half;
        _binS *= 2;
    }

    // Bins that no sample fell into (50 Hz, or lost samples) say nothing.
    private readonly record struct Place(double SinceS, Vector3D PositionM)
    {
        public static Place None => new(-1, default);
    }

    [InlineArray(Bins)]
    private struct Places
    {
        private Place _element0;
    }
}
