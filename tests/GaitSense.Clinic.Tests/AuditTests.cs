using System.Net;
using System.Text.Json.Nodes;
using GaitSense.Clinic.Accounts;
using GaitSense.Storage;
using GaitSense.Training.Records;

namespace GaitSense.Clinic.Tests;

/// <summary>The audit has what was done at the desk, by pseudonyms, in a chain that is whole.</summary>
public sealed class AuditTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsDoneAtTheDesk_IsInTheAudit()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk one = await host.ClinicianAsync("pt1");
        await host.Nobody().SignInAsync("pt1", "not the password");
        await host.Nobody().SignInAsync("nobody-of-that-name", "not the password");
        Guid person = await one.AddPersonAsync("P01", "Somebody");
        Session session = Walks.Walk(person);
        await host.Store.Sessions.AddAsync(session, Cancellation);
        await one.JsonAsync("POST", $"sessions/{session.Id}/release", new { });
        await one.TextAsync($"sessions/{session.Id}/report");
        await one.PostAsync($"exports/csv?person={person}&for=care", new { confirm = true });
        await one.PostAsync("auth/password", new { old = ClinicHost.Password, @new = "another long one" });
        await one.PostAsync("auth/sign-out", new { });
        await host.Admin.JsonAsync("POST", "backups", new { });
        await host.Admin.SendAsync("DELETE", "accounts/pt1");

        IReadOnlyList<AuditEntry> lines = await host.Store.Audit.ListAsync(cancellation: Cancellation);
        string[] verbs = [.. lines.Select(l => l.Verb)];
        foreach (string verb in (string[])["account added", "sign-in", "sign-in failed", "person added", "identity written", "session released", "report made", "exported", "password changed", "sign-out", "backup made", "account deleted"])
            verbs.Contains(verb, StringComparer.Ordinal).ShouldBeTrue(verb);
        lines.ShouldAllBe(l => l.Account == "owner" || l.Account == "nobody" || l.Account.StartsWith("a-", StringComparison.Ordinal));
        lines.ShouldAllBe(l => !l.What.Contains("P01", StringComparison.Ordinal) && !l.What.Contains("pt1", StringComparison.Ordinal));
        (await host.Store.Audit.VerifyAsync(cancellation: Cancellation)).State.ShouldBe(AuditState.Whole);
        (await host.Admin.JsonAsync("audit/check"))["state"]!.GetValue<string>().ShouldBe("whole");
    }

    [Fact]
    public async Task TheAudit_IsReadFromItsEnd_PageByPage()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        for (int i = 0; i < 5; i++) await host.Nobody().SignInAsync("x" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), "y");
        List<long> seen = [];
        string? next = null;
        do
        {
            JsonNode page = await host.Admin.JsonAsync("audit?limit=2" + (next is null ? "" : "&after=" + next));
            seen.AddRange(page["items"]!.AsArray().Select(l => l!["seq"]!.GetValue<long>()));
            next = page["next"]?.GetValue<string>();
        }
        while (next is not null);
        long last = (await host.Store.Audit.LastAsync(Cancellation))!.Seq;
        seen.ShouldBe(Enumerable.Range(0, (int)last).Select(i => last - i));
    }

    [Fact]
    public async Task AReport_SaysWhoReleasedWhat_AndThatWhatChangedSinceIsADraft()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk one = await host.ClinicianAsync("pt1");
        Guid person = await one.AddPersonAsync("P01");
        Session session = Walks.Test(person);
        await host.Store.Sessions.AddAsync(session, Cancellation);
        string draft = await one.TextAsync($"sessions/{session.Id}/report");
        draft.ShouldContain("Not released");
        string hash = (await one.JsonAsync("POST", $"sessions/{session.Id}/release", new { }))["hash"]!.GetValue<string>();
        string report = await one.TextAsync($"sessions/{session.Id}/report");
        report.ShouldContain("Released by pt1");
        report.ShouldContain(hash);
        report.ShouldContain("a gap of 80 ms near the line");
        System.Xml.Linq.XDocument.Parse(report.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Descendants().Any(e => e.Name.LocalName is "script").ShouldBeFalse();

        JsonNode review = await one.JsonAsync("POST", $"sessions/{session.Id}/trials/{session.Trials[0].Id}/review", new { validity = "invalid", reason = "slowed before the line" });
        review["validity"]!.GetValue<string>().ShouldBe("invalid");
        (await one.TextAsync($"sessions/{session.Id}/report")).ShouldContain("Not released");
        (await one.JsonAsync("today"))["to_review"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task AResearcher_GetsConsentedPseudonyms_WithoutDates_AndNothingForCare()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk one = await host.ClinicianAsync("pt1"), researcher = await host.SignedInAsync("r1", Roles.Researcher);
        Guid agreed = await one.AddPersonAsync("P01");
        await one.AddPersonAsync("P02");
        await one.JsonAsync("POST", $"people/{agreed}/consents", new { what = "export" });
        await host.Store.Sessions.AddAsync(Walks.Walk(agreed), Cancellation);
        foreach (string code in (string[])["P01", "P02"]) await host.Admin.PostAsync("accounts/r1/people", new { code });
        JsonNode plan = await researcher.JsonAsync("exports/csv?for=research");
        plan["leaving"]!.AsArray().Select(c => c!.GetValue<string>()).ShouldBe(["P01"]);
        plan.ToJsonString().ShouldNotContain("P02");
        (await researcher.GetAsync("exports/csv?for=care")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await researcher.PostAsync("exports/csv?for=research", new { })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await researcher.PostAsync("exports/csv?for=research", new { confirm = true })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
