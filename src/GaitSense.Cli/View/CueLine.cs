using System.Globalization;
using GaitSense.Feedback.Cues;
using GaitSense.Walk;

namespace GaitSense.Cli.View;

/// <summary>How the cues are, in one line; in the language of the screen, whatever language they speak.</summary>
internal static class CueLine
{
    // How far apart, and how scattered, landings and beats may be and still go together.
    private const double Together = 0.75;

    /// <summary>The line.</summary>
    public static string Of(CueState state)
    {
        if (state.Silence != SilenceReason.None) return $"silent: {SilenceWords.Of(state.Silence, "en")}";
        if (state.TempoStepsPerMin is not { } tempo) return "cues on, no beat";
        return Text($"beat {tempo:0} steps/min{(state.LevelPercent == 0 ? "" : Text($" ({state.LevelPercent:+0.#;-0.#} %)"))}{Phase(state)}");
    }

    private static string Phase(CueState state)
    {
        if (state.AsynchronyS is not { } asynchrony || state.PhaseConcentration is not { } concentration) return ", beginning";
        return concentration < Together ? ", steps not with it yet" : Text($", steps with it ({Math.Abs(1000 * asynchrony):0} ms {(asynchrony < 0 ? "before" : "after")})");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
