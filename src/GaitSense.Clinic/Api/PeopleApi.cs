using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Accounts.Devices;
using GaitSense.Clinic.Documents;
using GaitSense.Clinic.People;
using GaitSense.Clinic.Store;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Training.Verdicts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>People, under pseudonyms; who they are is beside the code for who may see them.</summary>
internal static class PeopleApi
{
    /// <summary>Maps it.</summary>
    public static void MapPeopleApi(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder people = api.MapGroup("/people");
        people.MapGet("", ListAsync).RequireAuthorization(Policies.Walking);
        people.MapPost("", AddAsync).RequireAuthorization(Policies.Clinician);
        people.MapGet("/{id:guid}", ShowAsync).RequireAuthorization(Policies.Clinician);
        people.MapPatch("/{id:guid}", ChangeAsync).RequireAuthorization(Policies.Clinician);
        people.MapDelete("/{id:guid}", DeleteAsync).RequireAuthorization(Policies.Clinician);
    }

    private static async Task<IResult> ListAsync(ClinicStore store, NameBook names, string? q, string? status, string? after, int? limit, CancellationToken stop)
    {
        int most = Answers.Limit(limit);
        PersonStatus? only = status is null ? null : Answers.Word<PersonStatus>(status, "status");
        IReadOnlyList<WaitingTrial> waiting = await store.Mine.Sessions.WaitingAsync(cancellation: stop);
        List<PersonRow> rows = [];
        string? from = after;
        bool isMore = true;
        while (isMore && rows.Count < most)
        {
            IReadOnlyList<Person> people = await store.Mine.People.ListAsync(from, most, stop);
            isMore = people.Count == most;
            foreach (PersonRow row in await PersonRow.OfAsync(store, names, people.Where(p => only is null || p.Status == only), waiting, stop))
                if (rows.Count < most && Has(row, q)) rows.Add(row);
            if (people.Count > 0) from = people[^1].Code;
        }

        return Answers.List(rows, rows.Count == most ? rows[^1].Code : null);
    }

    private static bool Has(PersonRow row, string? q) => string.IsNullOrWhiteSpace(q) || row.Code.Contains(q.Trim(), StringComparison.OrdinalIgnoreCase) || row.Name?.Contains(q.Trim(), StringComparison.CurrentCultureIgnoreCase) == true;

    private static async Task<IResult> AddAsync(PersonGiven given, ClinicStore store, NameBook names, CancellationToken stop)
    {
        Identity? identity = given.Identity();
        Person person = given.On(new Person { Id = Guid.CreateVersion7(store.Now), Code = given.Code ?? "", Zone = TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "Etc/UTC" });
        await store.Mine.People.AddAsync(person, stop);
        if (identity is not null) await names.SaveAsync(store, person.Id, identity, stop);
        return Answers.Json(StoreDocuments.Of(person), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext context, ClinicStore store, NameBook names, CancellationToken stop)
    {
        Person person = await store.PersonAsync(id, stop);
        TrainingStore mine = store.Mine;
        IReadOnlyList<Session> sessions = await mine.Sessions.ListAsync(id, cancellation: stop);
        Identity? identity = await names.FindAsync(store, id, stop);
        Catalogue texts = Catalogue.Of(Answers.LanguageOf(context));
        return Answers.Json(new
        {
            person = StoreDocuments.Of(person),
            identity = identity is null ? null : new { name = identity.Name, birth_year = identity.YearOfBirth },
            plans = (await mine.Plans.ListAsync(id, stop)).Select(p => p with { Reason = ReasonText.Of(p.Reason, texts) }),
            sessions = sessions.Count,
            sign_offs = await mine.SignOffs.ListAsync(id, stop),
            falls = await mine.Falls.ListAsync(id, stop),
            consents = await mine.Consents.ListAsync(id, stop),
            notes = await mine.Notes.ListAsync(id, stop),
            measures = Measures(person, LocalDay.Of(store.Now, person.Zone), sessions),
        });
    }

    // Of walks that somebody walked; of simulated ones, said as that, where there is no other: somebody tries it out.
    private static PersonMeasure[] Measures(Person person, DateOnly today, IReadOnlyList<Session> sessions)
    {
        PersonMeasure[] walked = [.. PersonMeasure.In(ProgressReport.Of(person.Code, today, sessions))];
        return walked.Length > 0 || sessions.All(s => s.Source != SessionSource.Simulation) ? walked : [.. PersonMeasure.In(ProgressReport.Of(person.Code, today, sessions, simulated: true))];
    }

    private static async Task<IResult> ChangeAsync(Guid id, PersonGiven given, ClinicStore store, NameBook names, CancellationToken stop)
    {
        Identity? identity = given.Identity();
        Person next = given.On(await store.PersonAsync(id, stop));
        await store.Mine.People.UpdateAsync(next, stop);
        if (identity is not null) await names.SaveAsync(store, id, identity, stop);
        return Answers.Json(StoreDocuments.Of(next));
    }

    private static async Task<IResult> DeleteAsync(Guid id, string? confirm, ClinicStore store, NameBook names, DeviceBook devices, CancellationToken stop)
    {
        Person person = await store.PersonAsync(id, stop);
        if (!string.Equals(confirm, person.Code, StringComparison.Ordinal)) return Answers.Problem(StatusCodes.Status422UnprocessableEntity, "There is no way back. Confirm with the person's code.");
        await devices.RevokeAsync(id, stop);
        await store.Mine.People.DeleteAsync(id, stop);
        names.Forget(id);
        return Results.NoContent();
    }
}
