namespace GaitSense.Simulation.Motion;

/// <summary>The one polynomial of degree 7 that joins two jets over a span: value, speed, acceleration and jerk fit at both ends.</summary>
internal sealed class Septic
{
    private readonly double[] _c = new double[8];
    private readonly double _start, _length;

    public Septic(double start, in Jet from, double end, in Jet to)
    {
        _start = start;
        _length = end - start;
        double l = _length, l2 = l * l, l3 = l2 * l;
        _c[0] = from.V;
        _c[1] = from.D1 * l;
        _c[2] = from.D2 * l2 / 2;
        _c[3] = from.D3 * l3 / 6;
        // What the upper four coefficients must add at s = 1: value and three derivatives along s.
        double a = to.V - (_c[0] + _c[1] + _c[2] + _c[3]);
        double b = (to.D1 * l) - (_c[1] + (2 * _c[2]) + (3 * _c[3]));
        double c = (to.D2 * l2) - ((2 * _c[2]) + (6 * _c[3]));
        double d = (to.D3 * l3) - (6 * _c[3]);
        _c[4] = (35 * a) - (15 * b) + (2.5 * c) - (d / 6);
        _c[5] = (-84 * a) + (39 * b) - (7 * c) + (d / 2);
        _c[6] = (70 * a) - (34 * b) + (6.5 * c) - (d / 2);
        _c[7] = (-20 * a) + (10 * b) - (2 * c) + (d / 6);
    }

    public Jet At(double t)
    {
        double s = (t - _start) / _length;
        double v = 0, d1 = 0, d2 = 0, d3 = 0;
        for (int i = 7; i >= 0; i--)
        {
            d3 = (d3 * s) + (3 * d2);
            d2 = (d2 * s) + (2 * d1);
            d1 = (d1 * s) + v;
            v = (v * s) + _c[i];
        }

        return new(v, d1 / _length, d2 / (_length * _length), d3 / (_length * _length * _length));
    }
}
