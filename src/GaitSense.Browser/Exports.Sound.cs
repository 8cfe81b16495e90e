using System.Runtime.InteropServices.JavaScript;
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

    /// <summary>What a way to the ear means for a walk, as keys of texts (<see cref="WayWords"/>); none where there is nothing to say.</summary>
    /// <param name="wayS">The way as far as it is known, s; 0 or more.</param>
    /// <param name="isMeasured">Somebody tapped with the beat on this very output.</param>
    /// <param name="isOther">The output is another one than when the way was measured.</param>
    /// <param name="isBackward">The walk goes backward.</param>
    [JSExport]
    internal static string[] Way(double wayS, bool isMeasured, bool isOther, bool isBackward) => [.. WayWords.Of(wayS, isMeasured, isOther, isBackward)];

    /// <summary>Whether backward practice can be cued with a way to the ear.</summary>
    /// <param name="wayS">The way, s.</param>
    [JSExport]
    internal static bool WayAllowsBackward(double wayS) => WayWords.AllowsBackward(wayS);
}
