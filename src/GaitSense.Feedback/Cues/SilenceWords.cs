using System.Collections.Frozen;

namespace GaitSense.Feedback.Cues;

/// <summary>Why there are no cues, for those who watch or read, in the languages of <see cref="Phrases"/>.</summary>
public static class SilenceWords
{
    private static readonly FrozenDictionary<SilenceReason, (string En, string De)> Texts = new Dictionary<SilenceReason, (string, string)>
    {
        [SilenceReason.None] = ("no silence", "keine Stille"),
        [SilenceReason.NotStepping] = ("no even steps yet", "noch keine gleichmäßigen Schritte"),
        [SilenceReason.StepMissed] = ("a step did not come", "ein Schritt blieb aus"),
        [SilenceReason.StepIrregular] = ("a step was irregular", "ein Schritt war unregelmäßig"),
        [SilenceReason.StepUnsure] = ("a landing was not seen clearly", "ein Auftritt war nicht sicher zu erkennen"),
        [SilenceReason.OutOfPhase] = ("steps and beats came apart", "Schritte und Takt liefen auseinander"),
        [SilenceReason.SensorLost] = ("a sensor was not heard", "ein Sensor meldete sich nicht"),
        [SilenceReason.ClockUnsure] = ("the sensors' clocks were not sure enough", "die Uhren der Sensoren waren nicht sicher genug"),
        [SilenceReason.WrongDirection] = ("another direction than is practised", "andere Richtung als geübt"),
        [SilenceReason.Turning] = ("a turn", "eine Kurve"),
        [SilenceReason.CadenceOutOfRange] = ("pace outside the plan, or too uneven", "Tempo außerhalb des Plans oder zu ungleichmäßig"),
        [SilenceReason.Baseline] = ("the baseline at the start, without cues", "der Anfang ohne Hinweise, zum Vergleich"),
        [SilenceReason.Fading] = ("a minute without cues, as planned", "eine Minute ohne Hinweise, wie geplant"),
        [SilenceReason.Probe] = ("the end without cues, as planned", "das Ende ohne Hinweise, wie geplant"),
        [SilenceReason.PlanOver] = ("the planned time is over", "die geplante Zeit ist um"),
        [SilenceReason.Rest] = ("the rest after a stretch", "die Pause nach einer Strecke"),
        [SilenceReason.Interrupted] = ("other words could not wait", "andere Worte konnten nicht warten"),
        [SilenceReason.Stopped] = ("somebody stopped them", "jemand hat sie angehalten"),
        [SilenceReason.Unchecked] = ("the check before the walk is not passed", "die Prüfung vor dem Gehen ist nicht bestanden"),
        [SilenceReason.AwayFromStart] = ("the next stretch begins at the start of the path", "die nächste Strecke beginnt am Anfang des Wegs"),
        [SilenceReason.TooManySilences] = ("too many interruptions: no more cues in this walk", "zu viele Unterbrechungen: keine Hinweise mehr bei diesem Gang"),
        [SilenceReason.SensorFault] = ("a sensor's readings cannot be right", "die Messwerte eines Sensors können nicht stimmen"),
        [SilenceReason.Unconfirmed] = ("the checklist of backward practice is not confirmed", "die Checkliste für das Rückwärtsgehen ist nicht bestätigt"),
        [SilenceReason.Steep] = ("stairs or a steep slope", "Treppe oder steiler Hang"),
    }.ToFrozenDictionary();

    /// <summary>The words of a reason, as part of a sentence.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="language">One of <see cref="Phrases.Languages"/>.</param>
    /// <exception cref="ArgumentException">There is no such reason or language.</exception>
    public static string Of(SilenceReason reason, string language)
    {
        if (!Texts.TryGetValue(reason, out (string En, string De) text)) throw new ArgumentException($"There is no reason {reason}.", nameof(reason));
        return language switch
        {
            "en" => text.En,
            "de" => text.De,
            _ => throw new ArgumentException($"There are no words in {language}.", nameof(language)),
        };
    }
}
