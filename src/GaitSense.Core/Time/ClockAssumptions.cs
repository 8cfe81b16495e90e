namespace GaitSense.Core;

/// <summary>What is taken for granted about one kind of clock and the way its packets take: no option of a walk, but a table of the two kinds there are.</summary>
public sealed record ClockAssumptions
{
    /// <summary>
    /// Without a clock exchange: the most that the fastest packets can be on the way, s. A one-way method cannot see it, so it is part of the
    /// stated uncertainty. <value>The default is 0.015: a whole connection interval of 15 ms, as when packets and radio keep step.</value>
    /// </summary>
    public double MinPathDelayS { get; init; } = 0.015;

    /// <summary>
    /// Without a clock exchange: the most of that delay that is taken off the estimate, s; all of it stays in the uncertainty. <value>The default is 0.005:
    /// small packets that come often find the radio ready now and then.</value>
    /// </summary>
    public double MaxAssumedDelayS { get; init; } = 0.005;

    /// <summary>
    /// Largest rate error of the clock, as a ratio. <value>The default is 100e-6 (quartz: 20 to 50 ppm, two of them, and temperature); sample rates that
    /// are counted are off by up to 0.03.</value>
    /// </summary>
    public double MaxDriftRatio { get; init; } = 100e-6;

    /// <summary>Sensors that stamp their samples: a quartz.</summary>
    public static ClockAssumptions Stamped { get; } = new();

    /// <summary>Sensors without timestamps: the sample rate is a resistor and a capacitor, not a quartz.</summary>
    public static ClockAssumptions Counted { get; } = new() { MaxDriftRatio = 0.03 };

    /// <summary>Those of a kind of clock.</summary>
    public static ClockAssumptions Of(ClockClass clock) => clock == ClockClass.CountedSamples ? Counted : Stamped;
}
