using System.Collections.Frozen;

namespace GaitSense.Feedback.Cues;

/// <summary>What cues can say: keys, and the words of a language. Short, plain, and never a reproach.</summary>
public static class Phrases
{
    /// <summary>Please stop.</summary>
    public const string Stop = "stop";

    /// <summary>A rest would be good now.</summary>
    public const string Rest = "rest";

    /// <summary>The bout of backward walking is over.</summary>
    public const string BoutOver = "bout-over";

    /// <summary>Why there is no beat yet, and that there will be none any more.</summary>
    public const string NotYet = "not-yet", CuesEnd = "cues-end";

    /// <summary>Why there is no beat yet, where longer walking does not help: what does.</summary>
    public const string NotYetAlike = "not-yet-alike", NotYetForward = "not-yet-forward", NotYetLevel = "not-yet-level", NotYetSlower = "not-yet-slower", NotYetSensors = "not-yet-sensors";

    /// <summary>That there will be no beat in this walk: steps are slower than beats go, or landings are not seen clearly.</summary>
    public const string NoBeatSlow = "no-beat-slow", NoBeatUnseen = "no-beat-unseen";

    /// <summary>Backward: why the first stretches have no beat, and that stretches this short have none.</summary>
    public const string FirstSilent = "first-silent", TooShort = "too-short";

    /// <summary>Lift the foot more.</summary>
    public const string LiftLeft = "lift-left", LiftRight = "lift-right";

    /// <summary>Heel first.</summary>
    public const string HeelLeft = "heel-left", HeelRight = "heel-right";

    /// <summary>Backward: toes first, and reach.</summary>
    public const string ReachLeft = "reach-left", ReachRight = "reach-right";

    /// <summary>A longer step.</summary>
    public const string LongerLeft = "longer-left", LongerRight = "longer-right";

    /// <summary>Both sides alike.</summary>
    public const string Even = "even";

    /// <summary>Tasks for the mind while walking.</summary>
    public const string TaskSevens = "task-sevens", TaskThrees = "task-threes", TaskAnimals = "task-animals", TaskLetter = "task-letter", TaskEnd = "task-end", TaskOver = "task-over";

    /// <summary>The check before the walk.</summary>
    public const string CheckStand = "check-stand", CheckSide = "check-side", CheckTapLeft = "check-tap-left", CheckTapRight = "check-tap-right",
        CheckMeant = "check-meant",
        CheckGood = "check-good", CheckOtherFoot = "check-other-foot", CheckHelp = "check-help", CheckAgain = "check-again", CheckSlow = "check-slow";

    /// <summary>A sensor's battery will not last.</summary>
    public const string BatteryLeft = "battery-left", BatteryRight = "battery-right";

    /// <summary>A sensor is not heard.</summary>
    public const string LostLeft = "lost-left", LostRight = "lost-right";

    private static readonly FrozenDictionary<string, (string En, string De)> Texts = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        [Stop] = ("Please stop.", "Bitte anhalten."),
        [Rest] = ("Time for a rest, if you like.", "Zeit für eine Pause, wenn Sie mögen."),
        [BoutOver] = ("Please stop. Well done.", "Bitte anhalten. Gut gemacht."),
        [NotYet] = ("There is no beat yet: it needs longer even walking.", "Noch kein Takt: Er braucht länger gleichmäßiges Gehen."),
        [NotYetAlike] = ("There is no beat yet: it needs steps that are more alike.", "Noch kein Takt: Er braucht gleichmäßigere Schritte."),
        [NotYetForward] = ("There is no beat yet: it comes with walking forward.", "Noch kein Takt: Er kommt beim Vorwärtsgehen."),
        [NotYetLevel] = ("There is no beat on stairs. It comes on level ground.", "Auf Treppen kommt kein Takt. Er kommt auf ebenem Boden."),
        [NotYetSlower] = ("There is no beat yet: it needs slower steps.", "Noch kein Takt: Er braucht langsamere Schritte."),
        [NotYetSensors] = ("There is no beat: a sensor needs help. Please ask.", "Kein Takt: Ein Sensor braucht Hilfe. Bitte fragen Sie."),
        [NoBeatSlow] = ("No beat comes at this pace. Just walk as you like.", "Bei diesem Tempo kommt kein Takt. Gehen Sie, wie Sie mögen."),
        [NoBeatUnseen] = ("No beat comes: your steps land too softly. Just walk as you like.", "Kein Takt: Die Schritte sind zu leise. Gehen Sie, wie Sie mögen."),
        [FirstSilent] = ("The first stretch has no beat. It shows your own pace.", "Die erste Strecke ist ohne Takt. Sie zeigt Ihr Tempo."),
        [TooShort] = ("No beat comes on a path this short.", "Auf so kurzem Weg kommt kein Takt."),
        [CuesEnd] = ("No more beats in this walk. Just walk as you like.", "Kein Takt mehr bei diesem Gang. Gehen Sie, wie Sie mögen."),
        [LiftLeft] = ("Lift your left foot a little more.", "Den linken Fuß etwas höher."),
        [LiftRight] = ("Lift your right foot a little more.", "Den rechten Fuß etwas höher."),
        [HeelLeft] = ("Left heel first.", "Links mit der Ferse zuerst."),
        [HeelRight] = ("Right heel first.", "Rechts mit der Ferse zuerst."),
        [ReachLeft] = ("Reach back with your left toes.", "Links mit den Zehen nach hinten reichen."),
        [ReachRight] = ("Reach back with your right toes.", "Rechts mit den Zehen nach hinten reichen."),
        [LongerLeft] = ("A longer step, left.", "Links ein längerer Schritt."),
        [LongerRight] = ("A longer step, right.", "Rechts ein längerer Schritt."),
        [Even] = ("Even steps.", "Gleichmäßige Schritte."),
        [TaskSevens] = ("From ninety-three, take away seven, again and again. Say it aloud.", "Ziehen Sie von dreiundneunzig immer wieder sieben ab. Laut, bitte."),
        [TaskThrees] = ("From ninety, take away three, again and again. Say it aloud.", "Ziehen Sie von neunzig immer wieder drei ab. Laut, bitte."),
        [TaskAnimals] = ("Name as many animals as you can. Say them aloud.", "Nennen Sie so viele Tiere, wie Sie können. Laut, bitte."),
        [TaskLetter] = ("Say as many words as you can that begin with S.", "Nennen Sie so viele Wörter mit S, wie Sie können. Laut, bitte."),
        [TaskOver] = ("Thank you. The task is over.", "Danke. Die Aufgabe ist vorbei."),
        [TaskEnd] = ("Thank you. Now just walk.", "Danke. Nun einfach gehen."),
        [CheckStand] = ("Please sit, or hold on to something. Keep your feet still.", "Bitte setzen oder festhalten. Die Füße ruhig lassen."),
        [CheckSide] = ("Tap twice with the foot on the side where you hear this.", "Tippen Sie zweimal mit dem Fuß auf der Seite, auf der Sie das hören."),
        [CheckTapLeft] = ("Tap your left foot twice.", "Tippen Sie zweimal mit dem linken Fuß."),
        [CheckTapRight] = ("Tap your right foot twice.", "Tippen Sie zweimal mit dem rechten Fuß."),
        [CheckMeant] = ("Did you mean yes? Then tap your left foot twice.", "Meinten Sie ja? Dann tippen Sie zweimal mit dem linken Fuß."),
        [CheckGood] = ("Both shoes and the sound work. Walk when you are ready.", "Beide Schuhe und der Ton sind bereit. Gehen Sie los, wenn Sie bereit sind."),
        [CheckOtherFoot] = ("That was the other foot. Once more.", "Das war der andere Fuß. Noch einmal."),
        [CheckHelp] = ("Please ask for help before you walk.", "Bitte holen Sie Hilfe, bevor Sie gehen."),
        [CheckAgain] = ("Tap a foot twice to try again, or ask for help.", "Tippen Sie zweimal für einen neuen Versuch, oder holen Sie Hilfe."),
        [CheckSlow] = ("These sensors do not feel taps. Please ask for help.", "Diese Sensoren spüren kein Tippen. Bitte holen Sie Hilfe."),
        [BatteryLeft] = ("The battery of the left sensor is low.", "Die Batterie des linken Sensors ist schwach."),
        [BatteryRight] = ("The battery of the right sensor is low.", "Die Batterie des rechten Sensors ist schwach."),
        [LostLeft] = ("The left sensor is not heard.", "Der linke Sensor meldet sich nicht."),
        [LostRight] = ("The right sensor is not heard.", "Der rechte Sensor meldet sich nicht."),
        ["count-1"] = ("One more metre.", "Noch ein Meter."),
        ["count-2"] = ("Two more metres.", "Noch zwei Meter."),
        ["count-3"] = ("Three more metres.", "Noch drei Meter."),
        ["count-4"] = ("Four more metres.", "Noch vier Meter."),
        ["count-5"] = ("Five more metres.", "Noch fünf Meter."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Counts = ["count-1", "count-2", "count-3", "count-4", "count-5"];

    /// <summary>Languages that there are words for, as in <c>cues.json</c>; the first is the default.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de"];

    /// <summary>All keys.</summary>
    public static IEnumerable<string> Keys => Texts.Keys.Order(StringComparer.Ordinal);

    /// <summary>So many metres are left until "stop", 1 to 5.</summary>
    internal static string Count(int number) => Counts[number - 1];

    /// <summary>The words of a phrase.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <exception cref="ArgumentException">There is no such phrase or language.</exception>
    public static string Text(string key, string language)
    {
        if (!Texts.TryGetValue(key, out (string En, string De) text)) throw new ArgumentException($"There is no phrase {key}.", nameof(key));
        return language switch
        {
            "en" => text.En,
            "de" => text.De,
            _ => throw new ArgumentException($"There are no words in {language}.", nameof(language)),
        };
    }
}
