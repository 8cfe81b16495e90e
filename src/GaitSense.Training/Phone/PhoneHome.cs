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
/// What a person with a phone is offered on a day. Without a clinic, by the rules that a clinic's plans have: comfortable walks, and nothing else; that follows from what the phone kept and the
/// time alone, so a phone keeps no plan of its own and no state of a person: the first plan begins with the first thing that was kept, and begins anew when its weeks are over. With a clinic's
/// plan (<see cref="PhonePlan"/>), what that plan has at home.
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
        PhonePlan? given = records.Plans is [.., var newest] ? PhonePlan.Read(newest) : null;
        string? plan = given is null ? null : PhonePlans.Sentence(given, texts, language);
        if (today.Gates.IsEmergency) return new() { Sentence = texts.Walker(GateRules.EmergencyKey, "112"), IsEmergency = true, Plan = plan, Weeks = Weeks(request, texts) };
        TodayAnswer said = today.Gates.MayWalk && today.Questions.Count > 0 ? AsPlanned(request, today) : today;
        return new()
        {
            Sentence = Sentence(said, texts, language),
            Offer = today.Offer is { } offer ? Offer(offer, given) : null,
            Reasons = [.. said.Reasons.Select(r => texts.Walker(r)), .. today.Offer is null ? [] : today.Gates.Advice.Select(a => texts.Walker(a))],
            Changes = [.. said.Reasons.Select(r => texts.Walker(r))],
            Questions = [.. today.Questions.Select(q => Question(q, request, texts))],
            AskedEachTime = GateQuestions.Checklist,
            Plan = plan,
            Weeks = Weeks(request, texts),
        };
    }

    /// <summary>The same as JSON, for a page.</summary>
    public static string ToJson(HomeView view) => JsonSerializer.Serialize(view, PhoneContext.Default.HomeView);

    // What nobody was asked yet holds nothing back in words: the first page says what the plan has, and the questions decide.
    private static TodayAnswer AsPlanned(TodayRequest request, TodayAnswer today) => TodayRules.Of(request with
    {
        Answers = [.. request.Answers, .. today.Questions.Select(q => q.Id switch
        {
            GateQuestions.News => new GateAnswer(q.Id, Answer.No),
            GateQuestions.Company or GateQuestions.Path or GateQuestions.Support or GateQuestions.Shoes or GateQuestions.Ear => new GateAnswer(q.Id, Answer.Yes),
            _ => null,
        }).OfType<GateAnswer>()],
    });

    private static string Sentence(TodayAnswer today, Catalogue texts, Language language) =>
        today.Offer is { } offer ? string.Join(' ', OfferText.Of(offer with { StopAndGo = false }, texts)) // on a phone alone nobody says "go"
        : today.NextDay is { } next ? texts.Walker("today.next", DayText.Of(next, language))
        : texts.Walker("today.nothing");

    private static HomeOffer Offer(OfferedSession offer, PhonePlan? given) => new()
    {
        Task = offer.Task == TrainingTask.Backward ? "backward" : "comfortable-walk",
        Minutes = offer.Minutes,
        RestAfter = offer.MinutesBetweenRests,
        Rest = offer.RestMinutes,
        Lengths = offer.Lengths,
        PathM = offer.PathM,
        BackwardCadence = given?.BackwardCadenceStepsPerMin,
        Slot = given is null ? null : offer.SlotId,
    };

    private static HomeQuestion Question(GateQuestion question, TodayRequest request, Catalogue texts) => new(
        question.Id,
        texts.Walker(question.TextKey, request.PathM),
        [new("no", texts.Walker(question.Id is GateQuestions.News ? "answer.news-no" : "answer.no")), new("yes", texts.Walker("answer.yes"))],
        question.Skippable);

    private static List<HomeWeek> Weeks(TodayRequest request, Catalogue texts)
    {
        SortedDictionary<DateOnly, (double Minutes, int Walks)> weeks = [];
        foreach (Session session in request.History.Counted.Where(DoneRule.Counts))
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
