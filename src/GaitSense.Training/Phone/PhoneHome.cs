using System.Globalization;
using System.Text.Json;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Phone;

/// <summary>
/// What a person without a clinic is offered on a day, by the rules that a clinic's plans have: comfortable walks, and nothing else. It follows from what the phone kept and the time alone, so a
/// phone keeps no plan and no state of a person: the first plan begins with the first thing that was kept, and begins anew when its weeks are over.
/// </summary>
public static class PhoneHome
{
    /// <summary>Decides and words it.</summary>
    /// <param name="records">What the phone kept.</param>
    /// <param name="now">The time.</param>
    /// <param name="zone">Where the phone is, as an IANA zone.</param>
    /// <param name="language">The language of the words.</param>
    /// <exception cref="GaitSense.Core.GaitSenseException">A zone is not known here.</exception>
    public static HomeView Of(PhoneRecords records, DateTimeOffset now, string zone, Language language)
    {
        ArgumentNullException.ThrowIfNull(records);
        TodayRequest request = PhoneDay.Of(records, now, zone);
        TodayAnswer today = TodayRules.Of(request);
        Catalogue texts = Catalogue.Of(language);
        if (today.Gates.IsEmergency) return new() { Sentence = texts.Walker(GateRules.EmergencyKey, "112"), IsEmergency = true, Weeks = Weeks(request, texts) };
        return new()
        {
            Sentence = Sentence(today, texts, language),
            Offer = today.Offer is { } offer ? Offer(offer) : null,
            Reasons = [.. today.Reasons.Select(r => texts.Walker(r)), .. today.Offer is null ? [] : today.Gates.Advice.Select(a => texts.Walker(a))],
            Questions = [.. today.Questions.Select(q => Question(q, today.Offer, texts))],
            Weeks = Weeks(request, texts),
        };
    }

    /// <summary>The same as JSON, for a page.</summary>
    public static string ToJson(HomeView view) => JsonSerializer.Serialize(view, PhoneContext.Default.HomeView);

    private static string Sentence(TodayAnswer today, Catalogue texts, Language language) =>
        today.Offer is { } offer ? string.Join(' ', OfferText.Of(offer, texts))
        : today.NextDay is { } next ? texts.Walker("today.next", DayText.Of(next, language))
        : texts.Walker("today.nothing");

    private static HomeOffer Offer(OfferedSession offer) => new()
    {
        Task = offer.Task == TrainingTask.Backward ? "backward" : "comfortable-walk",
        Minutes = offer.Minutes,
        RestAfter = offer.MinutesBetweenRests,
        Rest = offer.RestMinutes,
        Lengths = offer.Lengths,
        PathM = offer.PathM,
    };

    private static HomeQuestion Question(GateQuestion question, OfferedSession? offer, Catalogue texts) => new(
        question.Id,
        texts.Walker(question.TextKey, offer?.PathM ?? 4),
        [new("no", texts.Walker(question.Id is GateQuestions.News ? "answer.news-no" : "answer.no")), new("yes", texts.Walker("answer.yes"))],
        question.Skippable);

    private static List<HomeWeek> Weeks(TodayRequest request, Catalogue texts)
    {
        SortedDictionary<DateOnly, (double Minutes, int Walks)> weeks = [];
        foreach (Session session in request.History.Counted)
        {
            DateOnly monday = PhoneDay.Monday(LocalDay.Of(session));
            (double minutes, int walks) = weeks.GetValueOrDefault(monday);
            weeks[monday] = (minutes + (SessionDose.Of(session).Minutes ?? 0), walks + 1);
        }

        if (weeks.Count == 0) return [];
        List<HomeWeek> all = [];
        for (DateOnly monday = weeks.Keys.First(); monday <= request.Today; monday = monday.AddDays(7))
        {
            (double minutes, int walks) = weeks.GetValueOrDefault(monday);
            string sentence = walks == 0 ? texts.Walker("weeks.none") : texts.Walker("weeks.minutes", Math.Round(minutes));
            all.Add(new HomeWeek(monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Math.Round(minutes, 1), walks, sentence));
        }

        return all;
    }
}
