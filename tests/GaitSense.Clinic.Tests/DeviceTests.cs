using System.Net;
using System.Text.Json.Nodes;

namespace GaitSense.Clinic.Tests;

/// <summary>A phone pushes, and reads nothing; one that is lost is let go.</summary>
public sealed class DeviceTests
{
    [Fact]
    public async Task AToken_Pushes_AndReadsNothing()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        Desk phone = await host.PhoneAsync(host.Admin, person);
        (await phone.SendAsync("PUT", $"sync/sessions/{Guid.NewGuid()}", new { })).StatusCode.ShouldNotBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
        foreach (string path in (string[])["people", $"people/{person}/today", $"people/{person}/sessions", "audit", "accounts"])
            (await phone.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
    }

    [Fact]
    public async Task APhoneThatWasLetGo_IsNobodyAtOnce()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        Desk phone = await host.PhoneAsync(host.Admin, person);
        (await host.Admin.SendAsync("DELETE", $"people/{person}/enrolments")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await phone.SendAsync("PUT", $"sync/sessions/{Guid.NewGuid()}", new { })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ACode_IsUsedOnce()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        JsonNode offer = await host.Admin.JsonAsync("POST", $"people/{person}/enrolments", new { });
        string code = offer["code"]!.GetValue<string>();
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.Nobody().PostAsync("enrol", new { code })));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(2);
        (await host.Nobody().PostAsync("enrol", new { code = "AAAA-AAAA" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task APhoneOfSomebodyWhoWasDeleted_IsNobody()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        Desk phone = await host.PhoneAsync(host.Admin, person);
        (await host.Admin.SendAsync("DELETE", $"people/{person}?confirm=P01")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await phone.SendAsync("PUT", $"sync/sessions/{Guid.NewGuid()}", new { })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task APhone_OfSomebodyWhomTheCommandLineDeleted_IsForgotten_WhenTheServerStarts()
    {
        using TestFolder folder = new();
        Storage.StoreLocation place = Storage.StoreLocation.Of(folder["clinic.db"]);
        string? token;
        await using (ClinicHost host = await ClinicHost.SetUpAsync(place: place))
        {
            Guid person = await host.Admin.AddPersonAsync("P01");
            token = (await host.PhoneAsync(host.Admin, person)).Token;
            await host.Store.People.DeleteAsync(person, TestContext.Current.CancellationToken);
        }

        await using ClinicHost again = await ClinicHost.NewAsync(place: place);
        Desk phone = again.Nobody();
        phone.Token = token;
        (await phone.SendAsync("PUT", $"sync/sessions/{Guid.NewGuid()}", new { })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task APhoneThatWasSilentForNinetyDays_IsNobody_AndACodeIsOverAfterMinutes()
    {
        MovedClock clock = new();
        await using ClinicHost host = await ClinicHost.SetUpAsync(o => o with { Clock = clock });
        Guid person = await host.Admin.AddPersonAsync("P01");
        Desk phone = await host.PhoneAsync(host.Admin, person);
        string code = (await host.Admin.JsonAsync("POST", $"people/{person}/enrolments", new { }))["code"]!.GetValue<string>();
        clock.Moved = TimeSpan.FromMinutes(16);
        (await host.Nobody().PostAsync("enrol", new { code })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        clock.Moved = TimeSpan.FromDays(89);
        (await PushAsync()).ShouldNotBe(HttpStatusCode.Unauthorized);
        clock.Moved += TimeSpan.FromDays(91);
        (await PushAsync()).ShouldBe(HttpStatusCode.Unauthorized);

        async Task<HttpStatusCode> PushAsync() => (await phone.SendAsync("PUT", $"sync/sessions/{Guid.NewGuid()}", new { })).StatusCode;
    }
}
