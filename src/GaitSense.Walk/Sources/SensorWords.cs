using System.Globalization;
using GaitSense.Core;

namespace GaitSense.Walk;

/// <summary>What a sensor is, in a sentence.</summary>
internal static class SensorWords
{
    /// <summary>The sentence.</summary>
    /// <param name="foot">The foot it is on.</param>
    /// <param name="kind">Its product, for people.</param>
    /// <param name="rateHz">Samples a second by its own word, Hz.</param>
    /// <param name="clock">How it tells the time.</param>
    public static string Of(Foot foot, string? kind, double? rateHz, ClockClass? clock) => string.Create(CultureInfo.InvariantCulture, $"{foot} sensor: {kind ?? "of a kind that is not known"}, {(rateHz is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate:0.#} Hz") : "its rate not known")}; its clock: {clock switch
    {
        ClockClass.SharedClock => "shared in hardware",
        ClockClass.Timestamps => "timestamps, aligned with this computer's",
        _ => "none, so its samples are counted",
    }}.");
}
