using System.Net;
using System.Text.Json.Nodes;
using GaitSense.Clinic.Accounts;

namespace GaitSense.Clinic.Tests.Live;

/// <summary>Walks at the whole server, with accounts.</summary>
public sealed class LiveDeskTests
{
    [Fact]
    public async Task AClinician_WalksAPersonFromSignInToThePersonsSessions()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk desk = await host.ClinicianAsync();
        Guid person = await desk.AddPersonAsync("P07");
        JsonNode started = await desk.JsonAsync("POST", "sessions", new { person, source = "simulate", preset = "healthy", speed = "max", place = "clinic", free = true, minutes = 0.5, answers = new { news = "no" } });
        Guid id = started["session"]!.GetValue<Guid>();
        await using HubClient page = await HubClient.ConnectAsync(new Uri(host.Address, "live").ToString(), account: null, host.Address.GetLeftPart(UriPartial.Authority), desk.Cookies);
        await page.WatchAsync(id);
        (await page.UntilEndedAsync()).Is("status", "completed").ShouldBeTrue();
        (await desk.JsonAsync($"people/{person}/sessions"))["items"]!.AsArray().Select(s => s!["id"]!.GetValue<Guid>()).ShouldBe([id]);
        (await desk.JsonAsync($"sessions/{id}"))["code"]!.GetValue<string>().ShouldBe("P07");
    }

    [Fact]
    public async Task TheHub_IsOfClinicians()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        string address = new Uri(host.Address, "live").ToString();
        CookieContainer[] others = [new(), (await host.SignedInAsync("walker", Roles.Walker)).Cookies, (await host.SignedInAsync("researcher", Roles.Researcher)).Cookies, (await host.SignedInAsync("chief", Roles.Admin)).Cookies];
        foreach (CookieContainer cookies in others) await Should.ThrowAsync<Exception>(() => HubClient.ConnectAsync(address, account: null, cookies: cookies));
    }
}
