namespace GaitSense.Simulation.Radio;

/// <summary>A sensor's clock against true time: an offset, a rate error, and a rate that changes while the sensor warms on the skin.</summary>
public sealed record SimulatedClock
{
    /// <summary>What it shows at true time 0, s. <value>The default is 0.</value></summary>
    public double OffsetS { get; init; }

    /// <summary>Rate error, as a ratio: 50e-6 gains 50 µs in a second. <value>The default is 0.</value></summary>
    public double DriftRatio { get; init; }

    /// <summary>How much the rate has changed in the end by warming, as a ratio. <value>The default is 0.</value></summary>
    public double WarmingRatio { get; init; }

    /// <summary>Time constant of the warming, s; above 0. <value>The default is 300.</value></summary>
    public double WarmingS { get; init; } = 300;

    /// <summary>What the clock shows at a true time, s.</summary>
    public double DeviceS(double trueS) =>
        OffsetS + (trueS * (1 + DriftRatio)) + (WarmingRatio * (trueS - (WarmingS * (1 - Math.Exp(-trueS / WarmingS)))));

    /// <summary>The true time when the clock shows <paramref name="deviceS"/>, s.</summary>
    public double TrueS(double deviceS)
    {
        double t = (deviceS - OffsetS) / (1 + DriftRatio);
        // Rates are parts per million: every round gains four digits or more.
        for (int i = 0; i < 4; i++) t -= (DeviceS(t) - deviceS) / (1 + DriftRatio);
        return t;
    }
}
