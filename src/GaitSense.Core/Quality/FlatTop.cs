namespace GaitSense.Core;

/// <summary>
/// How much a sensor at the end of its range cannot have said, axis by axis. While a reading is at its end, the movement went on no steeper
/// than it came and came back no steeper than it left: a peak that is concave lies inside the triangle of those two slopes over the flat top.
/// The triangle's area is the most that is lost: m/s of an accelerometer, rad of a gyroscope.
/// </summary>
/// <remarks>
/// With slopes s and r over a flat top of T seconds the triangle is s r T² / 2 (s + r); a parabolic peak is two thirds of it. So a flat top
/// twice as long loses four times as much, and a single sample hardly anything. Of the interval in which the signal met its end only a part
/// was steep: where it came less steeply before, it is taken to have grown steeper by as much once more. The slopes on the way down are known
/// two readings after the flat top. Two peaks under one flat top may lose more than the triangle.
/// </remarks>
internal struct FlatTop
{
    // Which axis is at its end is not marked: the greatest one, and those as near to it as calibration moves the ends of two axes apart.
    private const double NearMax = 0.95;

    private Vector3D _last;
    private Vector3D _before;
    private double _lastDt;
    private Axis _x;
    private Axis _y;
    private Axis _z;
    private bool _isOpen;

    /// <summary>Forgets what was open and takes the first reading, or the first after a gap.</summary>
    public void Start(in Vector3D reading) => this = new FlatTop { _before = reading, _last = reading };

    /// <summary>Takes a reading; true when it shows what a flat top that has just ended may have lost.</summary>
    /// <param name="reading">The reading, sensor frame, m/s² or rad/s.</param>
    /// <param name="isClipped">Whether the sensor was at its end.</param>
    /// <param name="dt">Seconds since the reading before, above 0.</param>
    /// <param name="lost">The most that was lost on each axis, with its sign, sensor frame, m/s or rad.</param>
    /// <param name="agoS">How long ago the middle of the flat top was, s.</param>
    public bool TryPush(in Vector3D reading, bool isClipped, double dt, out Vector3D lost, out double agoS)
    {
        lost = default;
        agoS = 0;
        bool ended = (isClipped || _isOpen) && Follow(in reading, isClipped, dt, out lost, out agoS);
        _before = _last;
        _last = reading;
        _lastDt = dt;
        return ended;
    }

    private bool Follow(in Vector3D reading, bool isClipped, double dt, out Vector3D lost, out double agoS)
    {
        double greatest = Math.Max(Math.Abs(reading.X), Math.Max(Math.Abs(reading.Y), Math.Abs(reading.Z)));
        double end = isClipped ? NearMax * greatest : double.PositiveInfinity;
        agoS = 0;
        lost = new Vector3D(
            _x.Push(reading.X, _last.X, _before.X, end, dt, _lastDt, ref agoS),
            _y.Push(reading.Y, _last.Y, _before.Y, end, dt, _lastDt, ref agoS),
            _z.Push(reading.Z, _last.Z, _before.Z, end, dt, _lastDt, ref agoS));
        _isOpen = _x.IsOpen || _y.IsOpen || _z.IsOpen;
        return agoS > 0;
    }

    /// <summary>The flat tops of one axis.</summary>
    private struct Axis
    {
        private double _sign;
        private double _slopeIn;
        private double _slopeOut;
        private double _outDt;
        private double _forS;
        private bool _isAtEnd;
        private bool _isLeaving;

        public readonly bool IsOpen => _isAtEnd || _isLeaving;

        // The triangle with its sign, where a flat top is over and its way down known; else 0.
        public double Push(double value, double last, double before, double end, double dt, double lastDt, ref double agoS)
        {
            double lost = 0;
            if (_isLeaving)
            {
                lost = Close(_sign * (last - value) / dt, dt, ref agoS);
                _isLeaving = false;
            }

            bool isAtEnd = Math.Abs(value) >= end && (!_isAtEnd || value * _sign > 0);
            if (isAtEnd && !_isAtEnd) Open(value, last, before, dt, lastDt);
            else if (isAtEnd) _forS += dt;
            else if (_isAtEnd) Leave(value, last, dt);
            return lost;
        }

        private static double Slope(double meeting, double beyond) => beyond >= meeting ? beyond : (2 * meeting) - beyond;

        // How long of an interval the signal was on its slope, and not at its end yet or any more.
        private static double OnSlopeS(double meeting, double slope, double dt) => slope > 0 ? dt * meeting / slope : dt;

        private void Open(double value, double last, double before, double dt, double lastDt)
        {
            _isAtEnd = true;
            _sign = Math.Sign(value);
            double meeting = Math.Abs(value - last) / dt;
            _slopeIn = Slope(meeting, lastDt > 0 ? Math.Max(0, _sign * (last - before) / lastDt) : 0);
            _forS = dt - OnSlopeS(meeting, _slopeIn, dt);
        }

        private void Leave(double value, double last, double dt)
        {
            _isAtEnd = false;
            _isLeaving = true;
            _slopeOut = Math.Abs(last - value) / dt;
            _outDt = dt;
        }

        private readonly double Close(double beyond, double dt, ref double agoS)
        {
            double slopeOut = Slope(_slopeOut, Math.Max(0, beyond));
            double down = OnSlopeS(_slopeOut, slopeOut, _outDt), t = _forS + _outDt - down, sum = _slopeIn + slopeOut;
            agoS = Math.Max(agoS, dt + down + (0.5 * t));
            return sum > 0 ? _sign * _slopeIn * slopeOut * t * t / (2 * sum) : 0;
        }
    }
}
