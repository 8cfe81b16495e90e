namespace GaitSense.Simulation.Motion;

/// <summary>A foot feels a knock: a walking stick that touches the ground, or its own heel or toe that came down. A short shake.</summary>
/// <param name="AtS">When, s.</param>
/// <param name="SizeMps2">How much the foot feels of it, m/s².</param>
/// <param name="Hz">How fast it shakes.</param>
/// <param name="TopS">Until it is strongest, s.</param>
/// <param name="LastsS">How long it is felt, s; at most <see cref="MaxDurationS"/>.</param>
internal readonly record struct Knock(double AtS, double SizeMps2, double Hz, double TopS, double LastsS)
{
    /// <summary>No knock lasts longer, s.</summary>
    public const double MaxDurationS = 0.10;

    /// <summary>A stick touches the ground beside the foot.</summary>
    public static Knock OfStick(double atS, double sizeMps2) => new(atS, sizeMps2, 28, 0.02, MaxDurationS);

    /// <summary>The shoe rings after the foot's own heel or toe came down.</summary>
    /// <param name="atS">When it came down, s.</param>
    /// <param name="peakMps2">How hard, m/s²: it rings with a quarter of that.</param>
    public static Knock OfFoot(double atS, double peakMps2) => new(atS, 0.25 * peakMps2, 28, 0.02, MaxDurationS);

    /// <summary>What it adds to the foot's path, m.</summary>
    public JetVector At(double t)
    {
        double w = 2 * Math.PI * Hz;
        Jet size = Shape.Step(t, AtS, AtS + TopS) * (1 - Shape.Step(t, AtS + TopS, AtS + LastsS));
        Jet shake = SizeMps2 / (w * w) * size * Jet.Sin(new Jet(w * (t - AtS), w));
        return new(0.4 * shake, 0.3 * shake, shake);
    }
}
