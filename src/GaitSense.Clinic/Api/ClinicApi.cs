using GaitSense.Clinic.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>All routes of the API. A group a file; each route names its policy, and one that names none is closed to everybody.</summary>
public static class ClinicApi
{
    /// <summary>Where the API begins.</summary>
    public const string Base = "/api/v1";

    /// <summary>Maps them.</summary>
    public static void MapClinicApi(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder api = app.MapGroup(Base);
        api.MapSetupApi();
        api.MapAuthApi();
        api.MapResetApi();
        api.MapPasskeyApi();
        api.MapAccountsApi();
        api.MapDevicesApi();
        api.MapImportsApi();
        api.MapPeopleApi();
        api.MapPersonRowsApi();
        api.MapPlansApi();
        api.MapTodayApi();
        api.MapSessionsApi();
        api.MapReportApi();
        api.MapProgressApi();
        api.MapCatalogueApi();
        api.MapExportsApi();
        api.MapStoreApi();
        api.MapLiveApi();
        app.MapLiveHub();
        app.MapOpenApi(Base + "/openapi.json").RequireAuthorization(Accounts.Policies.SignedIn);
    }
}
