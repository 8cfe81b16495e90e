using System.Globalization;
using GaitSense.Devices;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;

namespace GaitSense.Cli.Cues;

/// <summary>What is said of the output latency: whether silence still comes in time.</summary>
internal static class SoundLatency
{
    private const string Instead = "use headphones on a wire, a loudspeaker or an open ear";

    /// <summary>Why backward practice is not cued with this output latency; null: it may be.</summary>
    public static string? Refusal(CuePlan plan, in SoundFacts facts) => plan.Practice == Practice.Backward && facts.MinLeadS > OutputLatency.MaxBackwardS
        ? Text($"\"stop\" would be heard {1000 * facts.MinLeadS:0} ms after it is known; backward practice needs at most {1000 * OutputLatency.MaxBackwardS:0}: {Instead}")
        : null;

    /// <summary>What to be warned of before the walk; null: nothing.</summary>
    public static string? Warning(CuePlan plan, in SoundFacts facts)
    {
        double fastest = OutputLatency.MaxCadenceStepsPerMin(facts.MinLeadS);
        return plan.Rhythm.Enabled && fastest < Math.Min(UsualStepsPerMin, plan.Rhythm.MaxCadenceStepsPerMin)
            ? Text($"sound is heard {1000 * facts.MinLeadS:0} ms after it is handed over: above {fastest:0} steps a minute the beat of a foot that stands is still heard, once; {Instead}")
            : null;
    }

    /// <summary>What to say after a walk whose preferred cadence was too fast for the output latency; null: it was not.</summary>
    public static string? TooLong(CueReport report, in SoundFacts facts) =>
        report.BaselineCadenceStepsPerMin is { } cadence && report.Given.GetValueOrDefault(CueKind.Beat) > 0 && facts.MinLeadS > OutputLatency.MaxLatencyS(cadence)
            ? Text($"at {cadence:0} steps a minute a beat is taken back in time if sound is heard within {1000 * Math.Max(0, OutputLatency.MaxLatencyS(cadence)):0} ms, and it took {1000 * facts.MinLeadS:0}: {Instead}")
            : null;

    // Few walk faster with cues.
    private const double UsualStepsPerMin = 120;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
