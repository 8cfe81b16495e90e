using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Days;
using GaitSense.Clinic.Live;
using GaitSense.Clinic.People;
using GaitSense.Clinic.Store;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>Today: of the desk, and of one person.</summary>
internal static class TodayApi
{
    /// <summary>Maps it.</summary>
    public static void MapTodayApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/today", DeskAsync).RequireAuthorization(Policies.Clinician);
        api.MapGet("/people/{id:guid}/today", PersonAsync).RequireAuthorization(Policies.Walking);
    }

    private static async Task<IResult> DeskAsync(HttpContext context, ClinicStore store, NameBook names, LiveSessions sessions, CancellationToken stop)
    {
        TrainingStore mine = store.Mine;
        Catalogue texts = Catalogue.Of(Answers.LanguageOf(context));
        IReadOnlyList<Person> people = await mine.People.ListAsync(cancellation: stop);
        Dictionary<Guid, string> codes = people.ToDictionary(p => p.Id, p => p.Code);
        IReadOnlyList<WaitingTrial> waiting = await mine.Sessions.WaitingAsync(cancellation: stop);
        IReadOnlyList<PersonRow> rows = await PersonRow.OfAsync(store, names, people, waiting, stop);
        List<object> endings = [];
        foreach (Person person in people)
        {
            DateOnly today = LocalDay.Of(store.Now, person.Zone);
            endings.AddRange((await mine.SignOffs.ListAsync(person.Id, stop)).Where(s => SignOffRules.EndsSoon(s, today)).Select(s => (object)new { code = person.Code, person = person.Id, what = s.What, until = s.Until }));
        }

        return Answers.Json(new
        {
            live = await sessions.ListAsync(mine.Actor, stop),
            to_review = waiting.Select(w => new
            {
                person = w.PersonId,
                code = codes.GetValueOrDefault(w.PersonId, ""),
                session = w.SessionId,
                trial = w.Trial.Id,
                test = w.Trial.Test,
                no = w.Trial.No,
                reason = texts.Said(OutsideText.Line(w.Trial.Reason)),
                at = w.Start,
            }),
            silent = rows.Where(r => r.IsSilent),
            sign_offs_ending = endings,
        });
    }

    private static async Task<IResult> PersonAsync(Guid id, string? place, string? answers, string? task, HttpContext context, ClinicStore store, CancellationToken stop)
    {
        Person person = await store.PersonAsync(id, stop);
        TodayRequest request = new()
        {
            Person = person,
            Today = LocalDay.Of(store.Now, person.Zone),
            Place = place is null ? Place.Home : Answers.Word<Place>(place, "place"),
            History = await store.Mine.HistoryAsync(id, stop),
            Answers = DayAnswers.Of(answers),
        };
        TodayAnswer today = TodayRules.Of(request);
        Language language = Answers.LanguageOf(context);
        Catalogue texts = Catalogue.Of(language);
        return task is null ? OfPlan(request, today, texts, language) : OutsideOfPlan(request, today, Answers.Word<TrainingTask>(task, "task"), texts, language);
    }

    private static IResult OfPlan(TodayRequest request, TodayAnswer today, Catalogue texts, Language language) => Answers.Json(new
    {
        offer = today.Offer,
        lines = DayLines.Of(today, texts, language),
        reasons = today.Reasons.Select(r => DayLines.AtTheDesk(r, texts)),
        questions = today.Questions.Select(q => Question(q, request, texts)),
        may_walk = today.Gates.MayWalk,
        emergency = today.Gates.IsEmergency,
        plan = today.Plan?.Template,
        week = today.Week,
        next_day = today.NextDay,
    });

    // A timed test, a free walk: the plan offers nothing, and the gates are asked all the same.
    private static IResult OutsideOfPlan(TodayRequest request, TodayAnswer today, TrainingTask task, Catalogue texts, Language language)
    {
        GateFacts facts = request.ToFacts();
        string[] held = [.. today.Gates.HeldBy(task, request.Place).Select(r => DayLines.AtTheDesk(r.Key, texts))];
        return Answers.Json(new
        {
            lines = today.Gates.IsEmergency ? DayLines.Of(today, texts, language) : held,
            reasons = held,
            questions = GateQuestions.For(facts, task).Where(q => facts.Answers.All(a => !string.Equals(a.Question, q.Id, StringComparison.Ordinal))).Select(q => Question(q, request, texts)),
            may_walk = today.Gates.May(task, request.Place),
            emergency = today.Gates.IsEmergency,
        });
    }

    private static object Question(GateQuestion question, TodayRequest request, Catalogue texts) => new { id = question.Id, text = texts.Walker(question.TextKey, request.PathM), skippable = question.Skippable };
}
