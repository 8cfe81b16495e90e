using System.Net;
using System.Text.Json.Nodes;

namespace GaitSense.Clinic.Tests;

/// <summary>A day at the desk: whatever is walked, the gates are asked first.</summary>
public sealed class DayTests
{
    [Fact]
    public async Task AWalkOutsideThePlan_IsAskedFor_AndHeldByTheGates()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        JsonNode before = await host.Admin.JsonAsync($"people/{person}/today?place=clinic&task=comfortable_walk");
        before["questions"]!.AsArray().Select(q => q!["id"]!.GetValue<string>()).Contains("news", StringComparer.Ordinal).ShouldBeTrue();
        JsonNode fine = await host.Admin.JsonAsync($"people/{person}/today?place=clinic&task=comfortable_walk&answers=news:no");
        fine["may_walk"]!.GetValue<bool>().ShouldBeTrue();
        JsonNode ill = await host.Admin.JsonAsync($"people/{person}/today?place=clinic&task=comfortable_walk&answers=news:yes,emergency:no,ill:yes");
        ill["may_walk"]!.GetValue<bool>().ShouldBeFalse();
        ill["reasons"]!.AsArray().ShouldNotBeEmpty();
        JsonNode emergency = await host.Admin.JsonAsync($"people/{person}/today?place=clinic&task=comfortable_walk&answers=news:yes,emergency:yes");
        emergency["emergency"]!.GetValue<bool>().ShouldBeTrue();
        emergency["lines"]!.AsArray().Single()!.GetValue<string>().ShouldContain("112");
    }

    [Fact]
    public async Task BackwardAtHome_IsHeldWithoutASignOff_AndAsksForItsPath()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        await host.Admin.JsonAsync("POST", $"people/{person}/plans", new { template = "backward-8-weeks@1", longest_minutes = 15, path_m = 5 });
        JsonNode day = await host.Admin.JsonAsync($"people/{person}/today?place=home&task=backward&answers=news:no");
        day["may_walk"]!.GetValue<bool>().ShouldBeFalse();
        day["questions"]!.AsArray().Select(q => q!["id"]!.GetValue<string>()).Contains("path", StringComparer.Ordinal).ShouldBeTrue();
        (await host.Admin.GetAsync($"people/{person}/today?answers=nonsense:yes")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task APlan_ChangesByAHand_WithinItsLimits_AndByAProposalOnlyWhereItIsOn()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        JsonNode first = await host.Admin.JsonAsync("POST", $"people/{person}/plans", new { template = "comfortable-walk@1", longest_minutes = 12 });
        double minutes = first["slots"]![0]!["minutes"]!.GetValue<double>();
        JsonNode next = await host.Admin.JsonAsync("POST", $"people/{person}/plans/change", new { what = "minutes", task = "comfortable_walk", by = 10, reason = "walks well" });
        next["version"]!.GetValue<int>().ShouldBe(2);
        next["slots"]![0]!["minutes"]!.GetValue<double>().ShouldBe(minutes * 1.1, 0.051);
        (await host.Admin.PostAsync($"people/{person}/plans/change", new { what = "lengths", task = "comfortable_walk", by = 1, reason = "why" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await host.Admin.PostAsync($"people/{person}/plans/change", new { what = "minutes", task = "comfortable_walk", by = 10 })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using HttpResponseMessage proposal = await host.Admin.PostAsync($"people/{person}/plans/change", new { what = "proposal" });
        proposal.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        JsonNode.Parse(await proposal.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["reasons"]!.AsArray().ShouldNotBeEmpty();
        (await host.Admin.TextAsync($"plans/{next["id"]!.GetValue<Guid>()}/paper?language=de")).ShouldContain("lang=\"de\"");
    }
}
