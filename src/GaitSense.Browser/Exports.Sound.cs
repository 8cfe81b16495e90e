using System.Runtime.InteropServices.JavaScript;
using GaitSense.Feedback.Safety;
using GaitSense.Feedback.Sound;

namespace GaitSense.Browser;

// The way from a page to the walker's ear.
internal static partial class Exports
{
    /// <summary>What taps with a steady beat say of the way to the ear, as <see cref="TapCalibration"/> has it: 40 beats, 0.6 s apart.</summary>
    /// <param name="firstBeatS">When the first beat was at the output, s, on any clock.</param>
    /// <param name="tapsS">The taps on the same clock, s, in their order.</param>
    /// <returns>The way, s; the scatter of the taps, s; how many count; 1 where it is good, else 0.</returns>
    [JSExport]
    internal static double[] Taps(double firstBeatS, double[] tapsS)
    {
        TapResult taps = TapCalibration.Evaluate(firstBeatS, tapsS);
        return [taps.LateS - TapCalibration.UsualWiredS, taps.SdS, taps.Taps, taps.Fault is null ? 1 : 0];
    }

    /// <summary>What a way to the ear means for cues.</summary>
    /// <param name="wayS">The way, s; 0 or more.</param>
    /// <returns>The fastest cadence at which a beat is taken back in time, steps/min; 1 where backward practice can be cued, else 0.</returns>
    [JSExport]
    internal static double[] Way(double wayS) => [OutputLatency.MaxCadenceStepsPerMin(wayS), wayS <= OutputLatency.MaxBackwardS ? 1 : 0];
}
