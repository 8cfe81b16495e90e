using System.Globalization;
using GaitSense.Feedback;
using GaitSense.Walk;

namespace GaitSense.Cli;

/// <summary>How the cues are, in one line, in the language in which they speak.</summary>
internal static class CueLine
{
    // How far apart, and how scattered, landings and beats may be and still go together.
    private const double Together = 0.75;

    /// <summary>The line.</summary>
    /// <param name="state">How they are.</param>
    /// <param name="language">One of <see cref="Feedback.Phrases.Languages"/>.</param>
    public static string Of(CueState state, string language)
    {
        bool german = string.Equals(language, "de", StringComparison.Ordinal);
        if (state.Silence != SilenceReason.None) return $"{(german ? "Stille" : "silent")}: {SilenceWords.Of(state.Silence, language)}";
        if (state.TempoStepsPerMin is not { } tempo) return german ? "Hinweise an, kein Takt" : "cues on, no beat";
        string level = state.LevelPercent == 0 ? "" : Text($" ({state.LevelPercent:+0.#;-0.#} %)");
        return (german ? Text($"Takt {tempo:0}/min{level}") : Text($"beat {tempo:0} steps/min{level}")) + Phase(state, german);
    }

    private static string Phase(CueState state, bool german)
    {
        if (state.AsynchronyS is not { } asynchrony || state.PhaseConcentration is not { } concentration) return german ? ", beginnt" : ", beginning";
        if (concentration < Together) return german ? ", Schritte noch nicht im Takt" : ", steps not with it yet";
        double ms = 1000 * asynchrony;
        return german
            ? Text($", Schritte im Takt ({Math.Abs(ms):0} ms {(ms < 0 ? "davor" : "danach")})")
            : Text($", steps with it ({Math.Abs(ms):0} ms {(ms < 0 ? "before" : "after")})");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
