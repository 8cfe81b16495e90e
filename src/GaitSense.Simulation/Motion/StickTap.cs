namespace GaitSense.Simulation;

/// <summary>A walking stick touches the ground: a foot feels it faintly, as a short shake.</summary>
/// <param name="AtS">When, s.</param>
/// <param name="SizeMps2">How much the foot feels of it, m/s².</param>
internal readonly record struct StickTap(double AtS, double SizeMps2)
{
    /// <summary>How long it is felt, s.</summary>
    public const double LastsS = 0.10;

    private const double Hz = 28, TopS = 0.02;

    /// <summary>What it adds to the foot's path, m.</summary>
    public JetVector At(double t)
    {
        double w = 2 * Math.PI * Hz;
        Jet size = Shape.Step(t, AtS, AtS + TopS) * (1 - Shape.Step(t, AtS + TopS, AtS + LastsS));
        Jet shake = SizeMps2 / (w * w) * size * Jet.Sin(new Jet(w * (t - AtS), w));
        return new(0.4 * shake, 0.3 * shake, shake);
    }
}
