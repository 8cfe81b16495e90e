using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.People;
using GaitSense.Clinic.Store;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>What is written of a person: sign-offs, falls, notes, consents, who it is.</summary>
internal static class PersonRowsApi
{
    /// <summary>Maps it.</summary>
    public static void MapPersonRowsApi(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder person = api.MapGroup("/people/{id:guid}").RequireAuthorization(Policies.Clinician);
        person.MapPost("/sign-offs", SignOffAsync);
        person.MapPost("/falls", FallAsync);
        person.MapPost("/notes", NoteAsync);
        person.MapPost("/consents", ConsentAsync);
        person.MapPost("/identity", IdentityAsync);
    }

    private static async Task<IResult> SignOffAsync(Guid id, SignOffGiven given, ClinicStore store, CancellationToken stop)
    {
        Person person = await store.PersonAsync(id, stop);
        DateOnly today = LocalDay.Of(store.Now, person.Zone), until = given.Until is null ? today.AddDays(SignOffRules.MostDays - 1) : Answers.Day(given.Until, "until");
        if (SignOffRules.WhyNot(today, until) is { } why) throw new StoreException(StoreFailure.Refused, why);
        SignOff signOff = new() { Id = Guid.CreateVersion7(store.Now), PersonId = id, By = store.UserName, From = today, Until = until, What = Answers.Word<SignOffKind>(given.What, "what") };
        await store.Mine.SignOffs.AddAsync(signOff, stop);
        return Answers.Json(signOff, StatusCodes.Status201Created);
    }

    private static async Task<IResult> FallAsync(Guid id, FallGiven given, ClinicStore store, CancellationToken stop)
    {
        Person person = await store.PersonAsync(id, stop);
        DateOnly today = LocalDay.Of(store.Now, person.Zone), day = given.LocalDate is null ? today : Answers.Day(given.LocalDate, "local_date");
        if (DiaryDay.WhyNot(day, today) is { } why) throw new StoreException(StoreFailure.Refused, why);
        Fall fall = new() { Id = Guid.CreateVersion7(store.Now), PersonId = id, LocalDate = day, Injury = given.Injury, DuringSession = given.DuringSession, Text = given.Text ?? "" };
        await store.Mine.Falls.AddAsync(fall, stop);
        return Answers.Json(fall, StatusCodes.Status201Created);
    }

    private static async Task<IResult> NoteAsync(Guid id, NoteGiven given, ClinicStore store, CancellationToken stop)
    {
        await store.PersonAsync(id, stop);
        if (string.IsNullOrWhiteSpace(given.Text)) throw new StoreException(StoreFailure.Refused, "the note is empty");
        Note note = new() { Id = Guid.CreateVersion7(store.Now), PersonId = id, By = store.UserName, At = store.Now, Text = given.Text };
        await store.Mine.Notes.AddAsync(note, stop);
        return Answers.Json(note, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ConsentAsync(Guid id, ConsentGiven given, ClinicStore store, CancellationToken stop)
    {
        await store.PersonAsync(id, stop);
        string what = given.What ?? "";
        if (!ConsentRules.IsKnown(what)) throw new StoreException(StoreFailure.Refused, $"a consent is to {ConsentRules.Export}, or to {ConsentRules.Study}NAME");
        Consent? stands = (await store.Mine.Consents.ListAsync(id, stop)).LastOrDefault(c => string.Equals(c.What, what, StringComparison.Ordinal) && c.Withdrawn is null);
        if (given.Withdrawn)
        {
            if (stands is null) throw new StoreException(StoreFailure.NotFound, "there is no such consent that stands");
            await store.Mine.Consents.UpdateAsync(stands = stands with { Withdrawn = store.Now }, stop);
        }
        else if (stands is null)
        {
            await store.Mine.Consents.AddAsync(stands = new Consent { Id = Guid.CreateVersion7(store.Now), PersonId = id, What = what, Given = store.Now }, stop);
        }

        return Answers.Json(stands, StatusCodes.Status201Created);
    }

    private static async Task<IResult> IdentityAsync(Guid id, PersonGiven given, ClinicStore store, NameBook names, CancellationToken stop)
    {
        await store.PersonAsync(id, stop);
        await names.SaveAsync(store, id, given.Identity() ?? throw new StoreException(StoreFailure.Refused, "the name is empty"), stop);
        return Results.NoContent();
    }

    internal sealed record SignOffGiven(string? What, string? Until);

    internal sealed record FallGiven(string? LocalDate, bool? Injury = null, bool? DuringSession = null, string? Text = null);

    internal sealed record NoteGiven(string? Text);

    internal sealed record ConsentGiven(string? What, bool Withdrawn = false);
}
