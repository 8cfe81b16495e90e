using System.Net;
using GaitSense.Training.Records;

namespace GaitSense.Clinic.Tests;

/// <summary>Two clinicians: to each, the other's people are not there.</summary>
public sealed class OtherPeopleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EachRouteWithAnId_KnowsNothingOfAnothersPeople()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk one = await host.ClinicianAsync("pt1"), other = await host.ClinicianAsync("pt2");
        Guid person = await one.AddPersonAsync("P01");
        string plan = (await one.JsonAsync("POST", $"people/{person}/plans", new { template = "comfortable-walk@1", longest_minutes = 12 }))["id"]!.GetValue<string>();
        Session session = Walks.Test(person);
        await host.Store.Sessions.AddAsync(session, Cancellation);

        List<string> wrong = [];
        foreach ((string method, string path, _) in RouteTable.Routes.Where(r => r.Path.Contains("{id:guid}", StringComparison.Ordinal) && r.Who.Contains('C', StringComparison.Ordinal)))
        {
            string id = path.StartsWith("/plans", StringComparison.Ordinal) ? plan : path.StartsWith("/sessions", StringComparison.Ordinal) ? session.Id.ToString() : person.ToString();
            string concrete = path.TrimStart('/').Replace("{id:guid}", id, StringComparison.Ordinal).Replace("{trialId:guid}", session.Trials[0].Id.ToString(), StringComparison.Ordinal);
            using HttpResponseMessage answer = await other.SendAsync(method, concrete + (method is "DELETE" ? "?confirm=P01" : ""), method is "GET" or "DELETE" ? null : Body(path));
            if (answer.StatusCode != HttpStatusCode.NotFound) wrong.Add($"{method} {path}: {(int)answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
        (await other.JsonAsync("people"))["items"]!.AsArray().ShouldBeEmpty();
        (await other.JsonAsync("today"))["to_review"]!.AsArray().ShouldBeEmpty();
        (await one.JsonAsync("people"))["items"]!.AsArray().Count.ShouldBe(1);
        (await other.GetAsync($"exports/csv?person={person}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ASession_IsNotGivenToSomebodyElsesPerson()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk one = await host.ClinicianAsync("pt1"), other = await host.ClinicianAsync("pt2");
        Guid mine = await one.AddPersonAsync("P01"), theirs = await other.AddPersonAsync("P02");
        Session session = Walks.Walk(mine);
        await host.Store.Sessions.AddAsync(session, Cancellation);
        (await one.PostAsync($"sessions/{session.Id}/assign", new { person = theirs })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Store.Sessions.FindAsync(session.Id, Cancellation))!.PersonId.ShouldBe(mine);
    }

    [Fact]
    public async Task AnAdministrator_LetsAClinicianSeeAPerson_AndNoLonger_WithoutSeeingThemself()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk one = await host.ClinicianAsync("pt1"), other = await host.ClinicianAsync("pt2");
        Guid person = await one.AddPersonAsync("P01");
        (await host.Admin.PostAsync("accounts/pt2/people", new { code = "P01" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await other.GetAsync($"people/{person}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Admin.GetAsync($"people/{person}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Admin.SendAsync("DELETE", "accounts/pt2/people/P01")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await other.GetAsync($"people/{person}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static object Body(string path) => path switch
    {
        _ when path.EndsWith("/sign-offs", StringComparison.Ordinal) => new { what = "backward_at_home" },
        _ when path.EndsWith("/notes", StringComparison.Ordinal) => new { text = "a note" },
        _ when path.EndsWith("/consents", StringComparison.Ordinal) => new { what = "export" },
        _ when path.EndsWith("/identity", StringComparison.Ordinal) => new { name = "Somebody" },
        _ when path.EndsWith("/review", StringComparison.Ordinal) => new { validity = "valid" },
        _ when path.EndsWith("/change", StringComparison.Ordinal) => new { what = "minutes", task = "comfortable_walk", by = 10, reason = "why" },
        _ => new { },
    };
}
