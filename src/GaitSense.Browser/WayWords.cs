using GaitSense.Feedback.Safety;

namespace GaitSense.Browser;

/// <summary>What a way to the ear means for the cues of a walk, as keys of the walker's texts: on a wire nothing, over radio headphones that "silent within one step" has one beat more.</summary>
internal static class WayWords
{
    // Few people walk faster with cues, steps/min: where a beat is taken back in time at this cadence, it is for nearly everybody.
    private const double FastSteps = 120;

    /// <summary>Whether backward practice can be cued: "stop" is heard early enough.</summary>
    public static bool AllowsBackward(double wayS) => wayS <= OutputLatency.MaxBackwardS;

    /// <summary>The words; none where there is nothing to say.</summary>
    /// <param name="wayS">The way as far as it is known, s; 0 or more.</param>
    /// <param name="isMeasured">Somebody tapped with the beat on this very output.</param>
    /// <param name="isOther">The output is another one than when the way was measured.</param>
    /// <param name="isBackward">The walk goes backward.</param>
    public static IEnumerable<string> Of(double wayS, bool isMeasured, bool isOther, bool isBackward)
    {
        if (isOther) yield return "page.ear.other";
        else if (!isMeasured) yield return "page.ear.unknown";
        bool isLate = OutputLatency.MaxCadenceStepsPerMin(wayS) < FastSteps;
        if (isLate && !(isBackward && !AllowsBackward(wayS)))
        {
            yield return "page.tap.late";
            yield return "page.tap.late-advice";
        }

        if (!isBackward || AllowsBackward(wayS)) yield break;
        yield return "page.tap.not-backward";
        yield return "page.ear.late-backward";
    }
}
