using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.Texts;

namespace GaitSense.Clinic.Days;

/// <summary>What a day says, in lines for a person.</summary>
public static class DayLines
{
    /// <summary>The lines: an emergency alone; else why not, what is offered, with its advice, or when there is something next.</summary>
    /// <param name="today">The day's answer.</param>
    /// <param name="texts">The texts of a language.</param>
    /// <param name="language">That language, for days.</param>
    public static IEnumerable<string> Of(TodayAnswer today, Catalogue texts, Language language)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(texts);
        if (today.Gates.IsEmergency)
        {
            yield return texts.Walker(GateRules.EmergencyKey, "112");
            yield break;
        }

        foreach (string reason in today.Reasons) yield return texts.Walker(reason);
        if (today.Offer is { } offer)
        {
            foreach (string line in OfferText.Of(offer, texts)) yield return line;
            foreach (string advice in today.Gates.Advice) yield return texts.Walker(advice);
        }

        if (today is { Offer: null, NextDay: { } next }) yield return texts.Walker("today.next", DayText.Of(next, language));
    }

    /// <summary>A reason in the clinician's words, where there are such; else in the walker's.</summary>
    /// <param name="key">The reason's key.</param>
    /// <param name="texts">The texts of a language.</param>
    public static string AtTheDesk(string key, Catalogue texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        string desk = GateReason.DeskKey(key);
        return texts.HasClinician(desk) ? texts.Clinician(desk) : texts.Walker(key);
    }
}
