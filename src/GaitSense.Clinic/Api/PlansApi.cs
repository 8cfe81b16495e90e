using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Plans;
using GaitSense.Clinic.Store;
using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Progression;
using GaitSense.Training.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>Plans: made, proposed by the rules, changed by a clinician, on paper.</summary>
internal static class PlansApi
{
    /// <summary>Maps it.</summary>
    public static void MapPlansApi(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder plans = api.MapGroup("/people/{id:guid}");
        plans.MapGet("/plans", ListAsync).RequireAuthorization(Policies.Walking);
        plans.MapPost("/plans", AddAsync).RequireAuthorization(Policies.Clinician);
        plans.MapGet("/proposal", ProposalAsync).RequireAuthorization(Policies.Clinician);
        plans.MapPost("/plans/change", ChangeAsync).RequireAuthorization(Policies.Clinician);
        api.MapGet("/plans/{id:guid}/paper", PaperAsync).RequireAuthorization(Policies.Walking);
    }

    private static async Task<IResult> ListAsync(Guid id, ClinicStore store, CancellationToken stop)
    {
        await store.PersonAsync(id, stop);
        return Answers.List(await store.Mine.Plans.ListAsync(id, stop));
    }

    private static async Task<IResult> AddAsync(Guid id, NewPlan given, ClinicStore store, CancellationToken stop) =>
        Answers.Json(await PlanWork.AddAsync(store.Mine, given.ToRequest(store, await store.PersonAsync(id, stop)), "change it", stop), StatusCodes.Status201Created);

    private static async Task<IResult> ProposalAsync(Guid id, HttpContext context, ClinicStore store, CancellationToken stop)
    {
        ProgressionAnswer answer = await PlanWork.ProposeAsync(store.Mine, await store.PersonAsync(id, stop), store.Now, stop);
        Catalogue texts = Catalogue.Of(Answers.LanguageOf(context));
        return Answers.Json(new
        {
            proposal = answer.Proposal is not { } p ? null : new { kind = p.Kind, plan_id = p.PlanId, steps = p.Steps, from = p.From, reason = ReasonText.Of(p.Reason, texts) },
            reasons = answer.Reasons.Select(r => texts.Clinician(r)),
        });
    }

    private static async Task<IResult> ChangeAsync(Guid id, Change given, HttpContext context, ClinicStore store, CancellationToken stop)
    {
        Person person = await store.PersonAsync(id, stop);
        if (given.What is "proposal")
        {
            ProgressionAnswer answer = await PlanWork.ProposeAsync(store.Mine, person, store.Now, stop);
            Catalogue texts = Catalogue.Of(Answers.LanguageOf(context));
            if (answer.Proposal is not { } proposal) return Answers.Problem(StatusCodes.Status409Conflict, "Nothing is proposed that could be confirmed.", answer.Reasons.Select(r => texts.Clinician(r)));
            return await PlanWork.ConfirmAsync(store.Mine, person, proposal, store.UserName, store.Now, stop) is { } next ? Answers.Json(next, StatusCodes.Status201Created) : Results.NoContent();
        }

        IReadOnlyList<Plan> versions = await store.Mine.Plans.ListAsync(id, stop);
        PlanStamp stamp = new(Guid.CreateVersion7(store.Now), store.UserName, OutsideText.Line(given.Reason ?? "").Trim(), store.Now);
        Plan changed = PlanByHand.Change(versions, Answers.Word<TrainingTask>(given.Task, "task"), Answers.Word<PlanVariable>(given.What, "what"), given.By, stamp, LocalDay.Of(store.Now, person.Zone));
        await store.Mine.Plans.AddAsync(changed, stop);
        return Answers.Json(changed, StatusCodes.Status201Created);
    }

    private static async Task<IResult> PaperAsync(Guid id, HttpContext context, ClinicStore store, CancellationToken stop)
    {
        Plan plan = await store.PlanAsync(id, stop);
        Person person = await store.PersonAsync(plan.PersonId, stop);
        return Answers.Page(PaperPlan.Html(plan, person, Answers.LanguageOf(context), LocalDay.Of(store.Now, person.Zone)));
    }

    internal sealed record Change(string? What, string? Task, double By = 0, string? Reason = null);
}
