using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Accounts.Devices;
using GaitSense.Clinic.Hosting;
using GaitSense.Clinic.Store;
using GaitSense.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>Phones: a code from the desk becomes a token that pushes sessions of one person.</summary>
internal static class DevicesApi
{
    /// <summary>Maps it.</summary>
    public static void MapDevicesApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/people/{id:guid}/enrolments", OfferAsync).RequireAuthorization(Policies.Clinician);
        api.MapDelete("/people/{id:guid}/enrolments", RevokeAsync).RequireAuthorization(Policies.Clinician);
        api.MapPost("/enrol", EnrolAsync).AllowAnonymous().RequireRateLimiting(ClinicServices.Tries);
    }

    private static async Task<IResult> OfferAsync(Guid id, ClinicStore store, DeviceBook devices, CancellationToken stop)
    {
        await store.PersonAsync(id, stop);
        (string code, DateTimeOffset until) = await devices.OfferAsync(id, stop);
        await store.Mine.Audit.AddAsync("enrolment offered", id, cancellation: stop);
        return Answers.Json(new { code, until });
    }

    private static async Task<IResult> RevokeAsync(Guid id, ClinicStore store, DeviceBook devices, CancellationToken stop)
    {
        await store.PersonAsync(id, stop);
        await devices.RevokeAsync(id, stop);
        await store.Mine.Audit.AddAsync("devices revoked", id, cancellation: stop);
        return Results.NoContent();
    }

    private static async Task<IResult> EnrolAsync(Given given, DeviceBook devices, TrainingStore store, CancellationToken stop)
    {
        (string token, DateTimeOffset until, Guid person) = await devices.EnrolAsync(given.Code ?? "", stop);
        await store.As(new Actor("device", PersonScope.Everyone)).Audit.AddAsync("device enrolled", person, cancellation: stop);
        return Answers.Json(new { token, until });
    }

    internal sealed record Given(string? Code);
}
