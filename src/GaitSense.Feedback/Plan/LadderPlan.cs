using System.Text.Json.Serialization;

namespace GaitSense.Feedback.Plan;

/// <summary>The tempo ladder: up in small steps while the walker keeps in time and walks well, back where not.</summary>
public sealed record LadderPlan
{
    /// <summary>Whether the tempo climbs. Never in backward practice. <value>The default is false: the walker's preferred cadence.</value></summary>
    [Source("People with progressive MS keep best in time at -4 and 0 % (Vanbilsen 2024): climbing is a clinician's choice")]
    public bool Enabled { get; init; }

    /// <summary>One step of the ladder, percent. <value>The default is 2.</value></summary>
    [Within(0.5, 4), Source("The usual experimental ladder in MS (Moumdjian 2019, De Klerck 2020)")]
    public double StepPercent { get; init; } = 2;

    /// <summary>The most by which the tempo may exceed the preferred cadence, percent. <value>The default is 6.</value></summary>
    [Within(0, 10), Source("Home programmes in MS used +10 % (Conklyn 2010); 6 until the clinician raises it")]
    public double CapPercent { get; init; } = 6;

    /// <summary>The most by which the tempo may fall below the preferred cadence, percent, as a negative number. <value>The default is -4.</value></summary>
    [Within(-10, 0), Source("Vanbilsen 2024")]
    [JsonPropertyName("lowest_percent")]
    public double MinPercent { get; init; } = -4;

    /// <summary>In time: median cadence of the last steps within this of the tempo, percent. <value>The default is 2.</value></summary>
    [Within(0.5, 5), Source("One step of the ladder")]
    public double TempoMatchPercent { get; init; } = 2;

    /// <summary>In time: least mean resultant length of the phases of the last steps, 0 to 1. <value>The default is 0.75.</value></summary>
    [Within(0.3, 0.99), Source("Mean resultant length, as in studies of walking to music (Moumdjian 2019)")]
    public double PhaseConcentration { get; init; } = 0.75;

    /// <summary>The last steps that are looked at. <value>The default is 20.</value></summary>
    [Within(8, 60), Source("Ten of each foot")]
    public int Steps { get; init; } = 20;

    /// <summary>Time in step with the beat before the tempo climbs, s. <value>The default is 60.</value></summary>
    [Within(20, 600), Source("InTandem: a minute at a tempo (PMC12324963)")]
    public double UpAfterS { get; init; } = 60;

    /// <summary>Time out of step with the beat before the tempo goes back, s. <value>The default is 15.</value></summary>
    [Within(5, 60), Source("Never push a tired person")]
    public double BackOffAfterS { get; init; } = 15;

    /// <summary>Number of returns after which it stays at the walker's preferred cadence. <value>The default is 2.</value></summary>
    [Within(1, 5), Source("Who was out of time twice is not asked again in this walk")]
    public int BackOffs { get; init; } = 2;

    /// <summary>Shortening of the strides since the start above which the tempo does not climb, percent. <value>The default is 5.</value></summary>
    [Within(0, 20), Source("Quicker, shorter steps are not the aim")]
    [JsonPropertyName("largest_length_loss_percent")]
    public double MaxLengthLossPercent { get; init; } = 5;

    /// <summary>Growth of the symmetry index of stride length above which the tempo does not climb, points. <value>The default is 3.</value></summary>
    [Within(0, 20), Source("Faster is not to be less even")]
    [JsonPropertyName("largest_asymmetry_growth_points")]
    public double MaxAsymmetryGrowthPoints { get; init; } = 3;

    /// <summary>How much of the time between landing and beat the next beat makes up for on a ladder, 0 to 1. <value>The default is 0.3.</value></summary>
    [Within(0.05, 1), Source("Less than the walker's preferred cadence asks for: the walker is to come to the beat")]
    public double PhaseGain { get; init; } = 0.3;
}
