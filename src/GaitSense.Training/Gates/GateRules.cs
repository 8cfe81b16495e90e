using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Training.Gates;

/// <summary>The gates of a day. What was not said never opens one that must not go on without an answer.</summary>
public static class GateRules
{
    /// <summary>Key of the gate of an emergency symptom: shown before all else.</summary>
    public const string EmergencyKey = "gate.emergency";

    private static readonly StopReason[] StopsForToday = [StopReason.Pain, StopReason.Fall, StopReason.Fatigue];

    /// <summary>All keys that a decision may have.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        EmergencyKey, "gate.ended", "gate.ill", "gate.relapse", "gate.paused", "gate.not-said", "gate.heavier", "gate.stopped", "gate.eyes", "gate.eyes-not-said", "gate.relapse-recent",
        "gate.falls", "gate.steps", "gate.sign-off", "gate.alone", "gate.checklist", "gate.ear", "gate.second-task", "gate.warm",
    ];

    /// <summary>All keys of advice that a decision may have.</summary>
    public static IReadOnlyList<string> AdviceKeys { get; } = ["advice.no-call", "advice.alone", "advice.warm"];

    /// <summary>Decides.</summary>
    public static GateDecision Decide(GateFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        bool warm = facts.SaidYesToday(GateQuestions.Warm);
        return new()
        {
            Reasons = [.. Session(facts), .. Backward(facts), .. BackwardAtHome(facts), .. SecondTask(facts), .. warm ? [new GateReason("gate.warm", GateHold.Dose)] : (GateReason[])[]],
            Advice = ["advice.no-call", .. facts.Place == Place.Home && facts.Of(GateQuestions.Company) != Answer.Yes ? ["advice.alone"] : (string[])[], .. warm ? ["advice.warm"] : (string[])[]],
            Effects = [.. Effects(facts)],
            DoseShare = warm ? facts.Rules.Gates.WarmShare.Value : 1,
            BoutMinutes = warm ? facts.Rules.Gates.WarmBoutMinutes.Value : null,
            RestMinutes = warm ? facts.Rules.Gates.WarmRestMinutes.Value : null,
        };
    }

    /// <summary>Whether a person pauses: by a clinician's word, or by a relapse after which nobody has ended the pause.</summary>
    internal static bool IsPaused(GateFacts facts) => facts.Person.Status == PersonStatus.Paused || (IsAfterRelapse(facts) && !(facts.Person.ClearedOn >= facts.Person.RelapseOn));

    private static bool IsAfterRelapse(GateFacts facts) => facts.Person.RelapseOn is { } day && facts.Today.DayNumber - day.DayNumber <= facts.Rules.Gates.RelapseDays.Value;

    // A pause that the person's word ends: without a clinic, and not where today's answers begin one.
    private static bool EndsPause(GateFacts facts) => !facts.HasClinic && IsPaused(facts) && facts.Of(GateQuestions.Seen) == Answer.Yes
        && !facts.SaidYesToday(GateQuestions.Emergency) && !facts.SaidYesToday(GateQuestions.Relapse);

    private static IEnumerable<GateReason> Session(GateFacts facts)
    {
        if (facts.SaidYesToday(GateQuestions.Emergency)) yield return new(EmergencyKey, GateHold.Session);
        if (facts.Person.Status == PersonStatus.Ended) yield return new("gate.ended", GateHold.Session);
        if (facts.SaidYesToday(GateQuestions.Ill)) yield return new("gate.ill", GateHold.Session);
        if (facts.SaidYesToday(GateQuestions.Relapse)) yield return new("gate.relapse", GateHold.Session);
        else if (IsPaused(facts) && !EndsPause(facts)) yield return new("gate.paused", GateHold.Session);
        bool unsaid = facts.Of(GateQuestions.News) == Answer.Yes && GateQuestions.All.Any(q => q is { Asked: QuestionTime.AfterNews, Skippable: false } && facts.Of(q.Id) == Answer.NotSaid);
        if (unsaid) yield return new("gate.not-said", GateHold.Session);
        if (facts.SaidYesToday(GateQuestions.Heavier) || facts.StopsToday.Contains(StopReason.Heat)) yield return new("gate.heavier", GateHold.Session);
        if (facts.StopsToday.Any(s => StopsForToday.Contains(s))) yield return new("gate.stopped", GateHold.Session);
    }

    private static IEnumerable<GateReason> Backward(GateFacts facts)
    {
        if (facts.SaidYesToday(GateQuestions.Eyes)) yield return new("gate.eyes", GateHold.Backward);
        bool unsaid = facts.Of(GateQuestions.News) switch { Answer.No => false, Answer.Yes => facts.Of(GateQuestions.Eyes) == Answer.NotSaid, _ => true };
        if (unsaid) yield return new("gate.eyes-not-said", GateHold.Backward);
        if (IsAfterRelapse(facts)) yield return new("gate.relapse-recent", GateHold.Backward);
    }

    private static IEnumerable<GateReason> BackwardAtHome(GateFacts facts)
    {
        DateOnly since = facts.Today.AddMonths(-(int)facts.Rules.Gates.FallsMonths.Value);
        int falls = facts.Falls.Count(f => f.LocalDate >= since && f.LocalDate <= facts.Today) + (facts.Of(GateQuestions.Fall) == Answer.Yes ? 1 : 0);
        if (falls >= facts.Rules.Gates.Falls.Value) yield return new("gate.falls", GateHold.BackwardAtHome);
        if (facts.Person.DiseaseSteps >= facts.Rules.Gates.ClinicOnlyDiseaseSteps.Value) yield return new("gate.steps", GateHold.BackwardAtHome);
        if (!IsSignedOff(facts, SignOffKind.BackwardAtHome, (int)facts.Rules.Gates.SignOffDays.Value)) yield return new("gate.sign-off", GateHold.BackwardAtHome);
        if (facts.Of(GateQuestions.Company) != Answer.Yes) yield return new("gate.alone", GateHold.BackwardAtHome);
        if (facts.Of(GateQuestions.Ear) == Answer.No) yield return new("gate.ear", GateHold.BackwardAtHome);
        if (GateQuestions.Checklist.Any(q => facts.Of(q) != Answer.Yes)) yield return new("gate.checklist", GateHold.BackwardAtHome);
    }

    private static IEnumerable<GateReason> SecondTask(GateFacts facts)
    {
        if (!IsSignedOff(facts, SignOffKind.DualTaskAtHome, maxDays: null)) yield return new("gate.second-task", GateHold.SecondTaskAtHome);
    }

    private static bool IsSignedOff(GateFacts facts, SignOffKind what, int? maxDays) => facts.SignOffs.Any(s =>
        s.What == what && s.PersonId == facts.Person.Id && s.From <= facts.Today && facts.Today <= s.Until && (maxDays is not { } days || facts.Today < s.From.AddDays(days)));

    private static IEnumerable<GateEffect> Effects(GateFacts facts)
    {
        if (facts.Of(GateQuestions.Emergency) == Answer.Yes) yield return GateEffect.Pause;
        if (facts.Of(GateQuestions.Relapse) == Answer.Yes) yield return GateEffect.RelapseReported;
        if (facts.Of(GateQuestions.Fall) == Answer.Yes) yield return GateEffect.FallReported;
        if (EndsPause(facts)) yield return GateEffect.PauseEnded;
    }
}
