using System.Text.Json;
using GaitSense.Training.Days;
using GaitSense.Training.Programmes;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Phone;

/// <summary>Plans of a clinic on a phone: taken from a file by hand, followed, and taken away again.</summary>
public static class PhonePlans
{
    // Versions that are kept: sessions of an earlier one still count.
    private const int MaxKept = 12;

    /// <summary>Takes a file. A later version of the same person's plan goes on from the earlier ones; another person's takes their place.</summary>
    /// <param name="records">What the phone keeps.</param>
    /// <param name="text">The file.</param>
    /// <param name="now">The time.</param>
    /// <param name="zone">Where the phone is, as an IANA zone.</param>
    /// <param name="language">The language of the words.</param>
    public static PhonePlanAnswer Take(PhoneRecords records, string text, DateTimeOffset now, string zone, Language language)
    {
        ArgumentNullException.ThrowIfNull(records);
        Catalogue texts = Catalogue.Of(language);
        PhonePlan plan;
        try
        {
            plan = PhonePlan.Read(text);
        }
        catch (TrainingFileException)
        {
            return new(null, texts.Walker("page.plan.not-a-plan"));
        }

        if (plan.Plan.To < LocalDay.Of(now, zone)) return new(null, texts.Walker("page.plan.over"));
        PhonePlan[] earlier = [.. records.Plans.Select(PhonePlan.Read)];
        bool goesOn = earlier.All(p => string.Equals(p.Plan.Person, plan.Plan.Person, StringComparison.Ordinal));
        string[] kept = goesOn ? [.. earlier.Where(p => p.PlanId != plan.PlanId && p.Plan.Version < plan.Plan.Version).Select(p => p.Write()).TakeLast(MaxKept - 1)] : [];
        return new([.. kept, plan.Write()], Sentence(plan, texts, language));
    }

    /// <summary>The same as JSON, for a page.</summary>
    public static string ToJson(PhonePlanAnswer answer) => JsonSerializer.Serialize(answer, PhoneContext.Default.PhonePlanAnswer);

    /// <summary>What a plan is and until when.</summary>
    internal static string Sentence(PhonePlan plan, Catalogue texts, Language language)
    {
        string key = "programme." + plan.Plan.Template.Split('@')[0];
        string what = texts.WalkerTexts.ContainsKey(key) ? key : "page.plan.own";
        return texts.Walker("page.plan.is", texts.Walker(what), DayText.Of(plan.Plan.To, language));
    }
}
