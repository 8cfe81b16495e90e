using System.Text.RegularExpressions;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;

namespace GaitSense.Clinic.Tests;

/// <summary>What is printed of a session, in the language of the desk that asks.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task AReport_IsInTheLanguageThatIsAskedFor_WithItsNumbers_AndTheSameFacts()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Guid person = await host.Admin.AddPersonAsync("P01");
        Session session = Walks.Test(person, "slowed before the line") with { Measures = Walks.Walk(person).Measures, Start = new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero), Zone = "Europe/Berlin" };
        await host.Store.Sessions.AddAsync(session, TestContext.Current.CancellationToken);
        string english = await host.Admin.TextAsync($"sessions/{session.Id}/report?language=en"), german = await host.Admin.TextAsync($"sessions/{session.Id}/report?language=de");
        english.ShouldContain("<html lang=\"en\">");
        german.ShouldContain("<html lang=\"de\">");
        (english.Contains("6.1<", StringComparison.Ordinal), german.Contains("6,1<", StringComparison.Ordinal)).ShouldBe((true, true));
        // A day as people of that language write it, and the time that the clock on the wall showed.
        (english.Contains(">2 July 2026, 00:30 (Europe/Berlin)<", StringComparison.Ordinal), german.Contains(">2.7.2026, 00:30 (Europe/Berlin)<", StringComparison.Ordinal)).ShouldBe((true, true));
        german.ShouldContain(Catalogue.Of(Language.German).Said("slowed before the line")); // a rule's sentence
        german.ShouldNotContain("slowed");
        // Each text of the report that the English page shows has its German one on the other, and none of the English ones is left there.
        foreach (string key in Catalogue.Of(Language.English).ClinicianKeys.Where(k => k.StartsWith("report.", StringComparison.Ordinal)))
        {
            string text = Catalogue.Of(Language.English).Clinician(key, "§", "§", "§", "§");
            if (text.Contains('§', StringComparison.Ordinal) || text.Length < 8 || !Shows(english, text)) continue;
            Shows(german, Catalogue.Of(Language.German).Clinician(key)).ShouldBeTrue(key);
            Shows(german, text).ShouldBeFalse(key);
        }

        german.ShouldContain("@bottom-left { content: \"Nicht freigegeben"); // on every sheet
        Hashes(german).ShouldBe(Hashes(english)); // what was released is the session, whatever its words
    }

    private static bool Shows(string page, string text) => Regex.IsMatch(page, $@"(?<!\w){Regex.Escape(text)}(?!\w)", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Hashes(string page) => Regex.Match(page, "[0-9a-f]{64}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
}
