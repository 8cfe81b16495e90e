namespace GaitSense.Simulation.Motion;

/// <summary>
/// A quantity that varies with time, with its first three time derivatives. Arithmetic follows the rules of calculus, so that velocity
/// and acceleration of a composed motion are exact and never differenced.
/// </summary>
/// <param name="V">Value.</param>
/// <param name="D1">First time derivative, per s.</param>
/// <param name="D2">Second time derivative, per s².</param>
/// <param name="D3">Third time derivative, per s³.</param>
internal readonly record struct Jet(double V, double D1 = 0, double D2 = 0, double D3 = 0)
{
    public static implicit operator Jet(double constant) => new(constant);

    public static Jet operator +(in Jet a, in Jet b) => new(a.V + b.V, a.D1 + b.D1, a.D2 + b.D2, a.D3 + b.D3);

    public static Jet operator -(in Jet a, in Jet b) => new(a.V - b.V, a.D1 - b.D1, a.D2 - b.D2, a.D3 - b.D3);

    public static Jet operator -(in Jet a) => new(-a.V, -a.D1, -a.D2, -a.D3);

    public static Jet operator *(in Jet a, double k) => new(a.V * k, a.D1 * k, a.D2 * k, a.D3 * k);

    public static Jet operator *(double k, in Jet a) => a * k;

    public static Jet operator *(in Jet a, in Jet b) => new(
        a.V * b.V,
        (a.D1 * b.V) + (a.V * b.D1),
        (a.D2 * b.V) + (2 * a.D1 * b.D1) + (a.V * b.D2),
        (a.D3 * b.V) + (3 * a.D2 * b.D1) + (3 * a.D1 * b.D2) + (a.V * b.D3));

    public static Jet Sin(in Jet a)
    {
        (double s, double c) = Math.SinCos(a.V);
        return a.Through(s, c, -s, -c);
    }

    public static Jet Cos(in Jet a)
    {
        (double s, double c) = Math.SinCos(a.V);
        return a.Through(c, -s, -c, s);
    }

    public static Jet Sqrt(in Jet a)
    {
        double r = Math.Sqrt(a.V);
        return a.Through(r, 0.5 / r, -0.25 / (r * a.V), 0.375 / (r * a.V * a.V));
    }

    /// <summary>The jet of F(a) where the derivative of F along its argument has the jet <paramref name="slope"/> (already F'(a)).</summary>
    public static Jet Integral(double value, in Jet slope, in Jet a) => new(
        value,
        slope.V * a.D1,
        (slope.D1 * a.D1) + (slope.V * a.D2),
        (slope.D2 * a.D1) + (2 * slope.D1 * a.D2) + (slope.V * a.D3));

    /// <summary>Chain rule: the jet of f(this) from f and its first three derivatives at this value.</summary>
    public Jet Through(double f, double f1, double f2, double f3) => new(
        f,
        f1 * D1,
        (f2 * D1 * D1) + (f1 * D2),
        (f3 * D1 * D1 * D1) + (3 * f2 * D1 * D2) + (f1 * D3));
}
