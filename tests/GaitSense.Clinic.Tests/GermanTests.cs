using System.Text.Json.Nodes;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.Regimes;

namespace GaitSense.Clinic.Tests;

/// <summary>What a German desk is told: sentences in German, names and numbers of files as they are.</summary>
public sealed class GermanTests
{
    private static readonly string[] Sentences = ["rules", "purpose", "words", "meaning", "missing", "notes", "source", "up_source", "down_source", "no_verdict", "differences", "left_out"];

    [Fact]
    public async Task AProgress_IsInTheLanguageThatIsAskedFor_WithPlotsAndPage()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        await host.Store.Statements.AddAsync(new Statement { Regime = Regime.ApprovedStudy, Reference = "EK 7", By = "admin-1", At = Walks.Morning }, TestContext.Current.CancellationToken);
        for (int week = 0; week < 8; week++)
            await host.Store.Sessions.AddAsync(Week(person, week), TestContext.Current.CancellationToken);
        string[] english = Said(await host.Admin.JsonAsync($"people/{person}/progress?language=en")), german = Said(await host.Admin.JsonAsync($"people/{person}/progress?language=de"));
        german.Length.ShouldBe(english.Length);
        english.Length.ShouldBeGreaterThan(8);
        english.Zip(german).Where(s => string.Equals(s.First, s.Second, StringComparison.Ordinal) && s.First is not "PubMed 38924934 2024, n 118").ShouldBeEmpty();
        german.ShouldContain(s => string.Equals(s, "Urteile: Studie mit Ethikvotum: EK 7, angegeben von admin-1 am 2.11.2026.", StringComparison.Ordinal));
        german.ShouldContain(s => s.StartsWith("andere Gehhilfe", StringComparison.Ordinal));
        string picture = await host.Admin.TextAsync($"people/{person}/progress.svg?language=de"), page = await host.Admin.TextAsync($"people/{person}/progress.html?language=de");
        picture.ShouldContain(">Woche<");
        picture.ShouldNotContain(">week<");
        page.ShouldContain("<html lang=\"de\">");
        (await host.Admin.TextAsync($"people/{person}/progress.svg")).ShouldContain(">week<");
    }

    [Fact]
    public async Task WhyAPlanIsAsItIs_AndWhyAMeasureIsWithheld_AreSaidInWords()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        await host.Admin.JsonAsync("POST", $"people/{person}/plans", new { template = "comfortable-walk-with-rests" });
        Session walk = Walks.Walk(person);
        await host.Store.Sessions.AddAsync(walk, TestContext.Current.CancellationToken);
        foreach ((string language, string reason, string withheld) in ((string, string, string)[])[("en", "No comfortable walk was seen yet.", "too few strides"), ("de", "Es wurde noch kein Gang in eigenem Tempo gesehen.", "zu wenige Doppelschritte")])
        {
            (await host.Admin.JsonAsync($"people/{person}?language={language}"))["plans"]![0]!["reason"]!.GetValue<string>().ShouldContain(reason);
            (await host.Admin.JsonAsync($"sessions/{walk.Id}?language={language}"))["measures"]!.AsArray().ShouldContain(m => m!["withheld"] != null && string.Equals(m["withheld"]!.GetValue<string>(), withheld, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("POST", "people", "{\"code\":\"P02\",\"zone\":\"Nowhere/Land\"}", "ist keine Zeitzone")]
    [InlineData("POST", "people/{0}/notes", "{\"text\":\"\"}", "Die Notiz ist leer.")]
    [InlineData("POST", "people/{0}/falls", "{\"local_date\":\"2090-01-02\"}", "2.1.2090 kommt erst noch")]
    [InlineData("POST", "people/{0}/sign-offs", "{\"what\":\"backward_at_home\",\"until\":\"2090-01-02\"}", "Eine Freigabe gilt ab heute")]
    [InlineData("POST", "people/{0}/plans/change", "{\"what\":\"minutes\",\"task\":\"comfortable_walk\",\"by\":5,\"reason\":\"\"}", "In wenigen Worten sagen, warum sich der Plan ändert.")]
    [InlineData("POST", "exports/csv?for=care", "{}", "Was hinausging, kommt nicht zurück: es bestätigen.")]
    public async Task WhatIsRefused_IsRefusedInGerman(string method, string path, string body, string says)
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        using HttpResponseMessage answer = await host.Admin.SendAsync(method, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, person), JsonNode.Parse(body), request => request.Headers.Add("Accept-Language", "de"));
        answer.IsSuccessStatusCode.ShouldBeFalse();
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["title"]!.GetValue<string>().ShouldContain(says);
    }

    // A test a week, of which one attempt counts; with a stick at first.
    private static Session Week(Guid person, int week)
    {
        Session session = Walks.Test(person, "slowed before the line");
        DateTimeOffset at = Walks.Morning.AddDays(7 * (week - 8));
        return session with { Start = at, End = at.AddMinutes(8), Aid = week < 2 ? WalkingAid.OneStick : WalkingAid.None, Orthosis = Orthosis.None };
    }

    private static string[] Said(JsonNode document) => [.. Texts(document, isSaid: false)];

    private static IEnumerable<string> Texts(JsonNode? node, bool isSaid) => node switch
    {
        JsonObject of => of.SelectMany(p => Texts(p.Value, Sentences.Contains(p.Key, StringComparer.Ordinal))),
        JsonArray all => all.SelectMany(n => Texts(n, isSaid)),
        JsonValue value when isSaid && value.TryGetValue(out string? text) => [text],
        _ => [],
    };
}
