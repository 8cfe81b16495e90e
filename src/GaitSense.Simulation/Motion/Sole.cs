using MathNet.Numerics.Integration;

namespace GaitSense.Simulation.Motion;

/// <summary>
/// Rolling without slipping. The sole is a convex curve given by its support function h(pitch): the height of O above the ground it
/// touches. Rolling moves O forward by the integral of h, and the contact lies h' ahead of O. Here
/// h = m sin p + half sqrt(sin² p + e²): the higher of the two supports heel and toe, rounded by e. Its radius of curvature
/// half e² (1 + e²) / (sin² p + e²)^1.5 is positive everywhere, so it is a true convex sole.
/// </summary>
internal sealed class Sole
{
    private const double PanelRad = 0.05;
    private const int Panels = 36;
    private static readonly double[] Abscissas = new GaussLegendreRule(0, 1, 8).Abscissas;
    private static readonly double[] Weights = new GaussLegendreRule(0, 1, 8).Weights;
    private readonly double _middle, _half, _e2;
    private readonly double[] _roll = new double[(2 * Panels) + 1];

    public Sole(FootGeometry geometry)
    {
        _middle = (geometry.ToeM - geometry.HeelM) / 2;
        _half = (geometry.ToeM + geometry.HeelM) / 2;
        _e2 = geometry.RockerRad * geometry.RockerRad;
        for (int i = 1; i <= Panels; i++)
        {
            _roll[Panels + i] = _roll[Panels + i - 1] + Integrate((i - 1) * PanelRad, i * PanelRad);
            _roll[Panels - i] = _roll[Panels - i + 1] + Integrate(-(i - 1) * PanelRad, -i * PanelRad);
        }
    }

    /// <summary>Height of O above the ground, m, minus that of the flat foot. Pitch plantarflexion positive.</summary>
    public Jet Height(in Jet pitch) => Support(pitch) - (_half * Math.Sqrt(_e2));

    /// <summary>How far O has rolled forward from where it is when the foot is flat, m.</summary>
    public Jet Roll(in Jet pitch)
    {
        int panel = (int)Math.Round(pitch.V / PanelRad);
        if (Math.Abs(panel) > Panels) throw new ArgumentOutOfRangeException(nameof(pitch), pitch.V, "A foot does not roll beyond 1.8 rad.");
        double value = _roll[Panels + panel] + Integrate(panel * PanelRad, pitch.V);
        return Jet.Integral(value, Support(pitch), pitch);
    }

    /// <summary>How far ahead of O the contact lies, m.</summary>
    public double ContactAhead(double pitch)
    {
        (double s, double c) = Math.SinCos(pitch);
        return (_middle * c) + (_half * s * c / Math.Sqrt((s * s) + _e2));
    }

    private Jet Support(in Jet pitch)
    {
        Jet s = Jet.Sin(pitch);
        return (_middle * s) + (_half * Jet.Sqrt((s * s) + _e2));
    }

    private double Integrate(double from, double to)
    {
        double sum = 0;
        for (int i = 0; i < Weights.Length; i++)
        {
            double s = Math.Sin(from + ((to - from) * Abscissas[i]));
            sum += Weights[i] * ((_middle * s) + (_half * Math.Sqrt((s * s) + _e2)));
        }

        return sum * (to - from);
    }
}
