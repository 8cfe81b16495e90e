namespace GaitSense.Simulation.Radio;

/// <summary>What goes wrong between a sensor's clock and the program that listens. Times are true ones, s.</summary>
public sealed record LinkFaults
{
    /// <summary>What is taken from then for so long never comes.</summary>
    public IReadOnlyList<(double FromS, double ForS)> Outages { get; init; } = [];

    /// <summary>What would come then comes at the end, at once and in order: a busy radio, a stopped program.</summary>
    public IReadOnlyList<(double FromS, double ForS)> Stalls { get; init; } = [];

    /// <summary>Share of packets that are lost one by one.</summary>
    public double LossShare { get; init; }

    /// <summary>One packet's timestamp is wrong each time so much passed, s; 0: never.</summary>
    public double GlitchEveryS { get; init; }

    /// <summary>By how much it is, s. <value>The default is 0.03.</value></summary>
    public double GlitchS { get; init; } = 0.03;
}
