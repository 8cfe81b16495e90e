using System.Net;
using GaitSense.Clinic.Accounts;
using GaitSense.Storage;
using GaitSense.Storage.Tests;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace GaitSense.Clinic.Tests;

/// <summary>Accounts beside the store, in both databases.</summary>
public sealed class AccountTablesTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("clinic.db")]
    [InlineData("Host=nowhere;Database=clinic")]
    public async Task Migrations_HoldAllOfTheModel(string store)
    {
        await using AccountContext db = AccountContext.Open(StoreLocation.Of(store));
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task TheDesk_WorksOnPostgres()
    {
        using TestFolder folder = new();
        StoreLocation place = StoreLocation.Of(await server.CreateDatabaseAsync(), folder["clinic.files"]);
        await using (ClinicHost host = await ClinicHost.SetUpAsync(place: place))
        {
            Desk clinician = await host.ClinicianAsync();
            Guid person = await clinician.AddPersonAsync("P01");
            Desk phone = await host.PhoneAsync(clinician, person);
            (await phone.SendAsync("PUT", $"sync/sessions/{Guid.NewGuid()}", new { })).StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized);
            (await clinician.JsonAsync("people"))["items"]!.AsArray().Count.ShouldBe(1);
            await host.Store.Sessions.AddAsync(Walks.Test(person), Cancellation);
            (await clinician.JsonAsync("today"))["to_review"]!.AsArray().Count.ShouldBe(1);
        }

        await using ClinicHost again = await ClinicHost.NewAsync(place: place);
        again.Server.SetupCode.ShouldBeNull();
        (await again.Nobody().SignInAsync("pt1", ClinicHost.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AStoreWithAccounts_IsBackedUpAndRestored_WithThem()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        await host.ClinicianAsync();
        string file = (await host.Admin.JsonAsync("POST", "backups", new { }))["file"]!.GetValue<string>();
        StoreLocation place = StoreLocation.Of(host.Folder["restored.db"]);
        await StoreRestore.RunAsync(file, place, cancellation: Cancellation);
        await using ClinicHost restored = await ClinicHost.NewAsync(place: place);
        restored.Server.SetupCode.ShouldBeNull();
        (await restored.Nobody().SignInAsync("pt1", ClinicHost.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
