using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Training.Verdicts;

namespace GaitSense.Training.Tests.Verdicts;

/// <summary>Progress for the clinician's desk: as text, as JSON, as a page, as a picture.</summary>
public sealed partial class ProgressReportTests
{
    private static readonly DateOnly Day = Some.Monday.AddDays(60);

    // Ten visits: the short walk doubles after five, backward speed stays.
    private static readonly Session[] Sessions =
    [
        .. Enumerable.Range(0, 10).Select(i => Some.Session(3 * i, [Some.Trial("t25fw@1", 1, i < 5 ? 7 + (0.1 * (i % 3)) : 14)], [Some.Speed(1 + (0.01 * (i % 4))), Some.Speed(0.4 + (0.01 * (i % 3)), WalkingDirection.Backward)])),
        Some.Session(40, [Some.Trial("t25fw@1", 1, 7, instruction: "comfortable")], aid: People.WalkingAid.OneStick),
    ];

    [Fact]
    public void Of_WithoutAStatement_ShowsSeriesAndNoVerdict()
    {
        ProgressReport report = ProgressReport.Of("P07", Day, Sessions);
        report.Rows.SelectMany(r => r.Parts()).ShouldAllBe(p => p.Series.Verdict == null);
        report.ToText().ShouldContain("Verdicts are off");
        foreach (string text in (string[])[report.ToText(), report.ToHtml("1"), report.ToSvg(), report.ToJson()])
        {
            text.ShouldNotContain("changed");
            text.ShouldNotContain("no clear change");
        }
    }

    [Fact]
    public void Of_WithAStatement_SaysVerdictLimitSourceAndN()
    {
        string text = ProgressReport.Of("P07", Day, Sessions.Take(10), statement: Some.Statement).ToText();
        text.ShouldContain("study with ethics approval: EK 2026-113, stated by admin-1 on 2026-01-02");
        text.ShouldContain("changed and meaningful: worse");
        text.ShouldContain("limit from own visits, n 3 and the published SD");
        text.ShouldContain("; 3 visits in a row beyond it are a change");
        text.ShouldContain("important from +20 % or −20 %, Hobart and others 2013");
        text.ShouldEndWith("research and training; not for treatment decisions\n");
    }

    [Fact]
    public void Of_ANewAid_IsNotComparedAndSaysSo()
    {
        ProgressReport report = ProgressReport.Of("P07", Day, Sessions, statement: Some.Statement);
        ProgressSeries walk = report.Rows[0].Forward!;
        walk.Series.Values.ShouldHaveSingleItem();
        walk.Others.Single().Differences.ShouldBe(["another instruction (fast, not comfortable)", "another aid (none, not one stick)"]);
        report.ToText().ShouldContain("10 visits not compared: another instruction (fast, not comfortable)");
    }

    [Fact]
    public void Of_VisitsOfWhichNobodySaidAidAndOrthosis_ShowsThemWithoutAVerdict_AndSaysWhy()
    {
        Session[] unsaid = [.. Sessions.Take(10).Select(s => s with { Aid = null, Orthosis = null })];
        ProgressReport report = ProgressReport.Of("P07", Day, unsaid, statement: Some.Statement);
        report.Rows.SelectMany(r => r.Parts()).ShouldAllBe(p => p.Series.Verdict == null);
        report.Rows[0].Forward!.Series.Values.Count.ShouldBe(10);
        report.ToText().ShouldContain("no verdict: nobody said the aid and the orthosis of these visits");
        report.ToHtml("1").ShouldContain("aid: not said, orthosis: not said");
        // Half of it is not enough, and Judge is not to be called with it.
        Series half = Some.Of(Some.Test("t25fw@1") with { Orthosis = null }, 7, 7, 7, 7);
        VerdictRules.WhyNotAlike(half.Key)!.ShouldContain("nobody said the orthosis");
        Should.Throw<ArgumentException>(() => VerdictRules.Judge(half, new VerdictFamily(), Some.Statement)).Message.ShouldContain("nobody said the orthosis");
    }

    [Fact]
    public void Of_ForwardAndBackward_StandSideBySide()
    {
        ProgressRow speed = ProgressReport.Of("P07", Day, Sessions).Rows.Single(r => r.Quantity.Name is "speed_mps");
        (speed.Forward!.Series.Key.Direction, speed.Backward!.Series.Key.Direction).ShouldBe((WalkingDirection.Forward, WalkingDirection.Backward));
    }

    [Fact]
    public void Of_SessionsAfterTheDay_AreLeftOut()
    {
        ProgressReport.Of("P07", Some.Monday.AddDays(8), Sessions).Rows[0].Forward!.Series.Values.Count.ShouldBe(3);
        ProgressReport.Of("P07", Some.Monday.AddDays(9), Sessions).Rows[0].Forward!.Series.Values.Count.ShouldBe(4);
    }

    [Fact]
    public void Of_TenMeasuresOrAnUnknownOneOrOneTwice_IsRefused()
    {
        ShownMeasure[] nine = [.. ShownMeasure.In(LimitTable.BuiltIn)];
        Should.Throw<ArgumentException>(() => ProgressReport.Of("P07", Day, Sessions, shown: [.. nine, new ShownMeasure("2mwt", WalkingDirection.Forward)]));
        Should.Throw<ArgumentException>(() => ProgressReport.Of("P07", Day, Sessions, shown: [new ShownMeasure("9hpt", WalkingDirection.Forward)]));
        Should.Throw<ArgumentException>(() => ProgressReport.Of("P07", Day, Sessions, shown: [nine[0], nine[0]]));
    }

    [Fact]
    public void Of_OneMeasure_IsAReport_AndOfNoneIsRefused()
    {
        ProgressReport.Of("P07", Day, Sessions, shown: [new ShownMeasure("t25fw", WalkingDirection.Forward)]).Rows.ShouldHaveSingleItem();
        Should.Throw<ArgumentException>(() => ProgressReport.Of("P07", Day, Sessions, shown: []));
    }

    [Fact]
    public void Of_FourMeasuresWhereOneWasPlanned_AllowsForFour() =>
        ProgressReport.Of("P07", Day, Sessions, new VerdictFamily { Measures = 1 }, shown: [.. ShownMeasure.In(LimitTable.BuiltIn).Take(4)]).Family.Measures.ShouldBe(4);

    [Fact]
    public void ToJson_AnyVerdict_HasItsInputs()
    {
        JsonNode walk = JsonNode.Parse(ProgressReport.Of("P07", Day, Sessions.Take(10), statement: Some.Statement).ToJson())!["rows"]![0]!["forward"]!["verdict"]!;
        walk["kind"]!.GetValue<string>().ShouldBe("changed_and_meaningful");
        walk["series"]!["values"]!.AsArray().Count.ShouldBe(10);
        walk["statement"]!["reference"]!.GetValue<string>().ShouldBe("EK 2026-113");
        walk["limit"]!["parts"]!.AsArray().Select(p => p!["kind"]!.GetValue<string>()).ShouldBe(["published", "own"]);
        walk["baseline"]!["n"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public void ToHtmlAndToSvg_OfAHostileName_AreWellFormedAndRunNothing()
    {
        ProgressReport report = ProgressReport.Of("<script>alert(1)</script>\u202E\n&", Day, Sessions, statement: Some.Statement with { Reference = "<img src=x onerror=alert(1)>" });
        XDocument page = XDocument.Parse(report.ToHtml("0.1.0").Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        page.Descendants().Select(e => e.Name.LocalName).Intersect(["script", "img"], StringComparer.Ordinal).ShouldBeEmpty();
        XDocument picture = XDocument.Parse(report.ToSvg());
        picture.Descendants().Any(e => e.Name.LocalName is "script").ShouldBeFalse();
        picture.Descendants().Count(e => e.Name.LocalName is "svg").ShouldBe(4);
        report.ToText().ShouldNotContain('\u202E');
    }

    // All that rules can say of these ten visits: a limit, a source, what is important, an aid that is new, attempts that are left out.
    [Fact]
    public void ToHtmlAndToSvg_InGerman_SayTheSame_WithNoEnglishText()
    {
        Session[] sessions = [.. Sessions.Select((s, i) => i == 3 ? s with { Trials = [.. s.Trials, Some.Trial("t25fw@1", 2, 7, validity: Validity.Invalid), Some.Trial("t25fw@1", 3, 7, practice: true)] } : s)];
        foreach (ProgressReport report in (ProgressReport[])[ProgressReport.Of("P07", Day, sessions, statement: Some.Statement), ProgressReport.Of("P07", Day, sessions.Take(10), statement: Some.Statement), ProgressReport.Of("P07", Day, sessions.Take(4)), ProgressReport.Of("P07", Day, [])])
        {
            string english = Read(report.ToHtml("0.1.0")), german = Read(report.ToHtml("0.1.0", Language.German)), picture = Read(report.ToSvg(Language.German));
            foreach (string key in Catalogue.Of(Language.English).ClinicianKeys.Where(k => k.StartsWith("progress.", StringComparison.Ordinal) || k.StartsWith("said.", StringComparison.Ordinal)))
            {
                string text = Catalogue.Of(Language.English).Clinician(key, "§", "§", "§", "§", "§");
                if (text.Contains('§', StringComparison.Ordinal) || text.Length < 6 || !Shows(english, text)) continue;
                Shows(german, text).ShouldBeFalse(key);
                Shows(german, Catalogue.Of(Language.German).Clinician(key)).ShouldBeTrue(key);
                Shows(picture, text).ShouldBeFalse(key);
            }

            foreach (string sentence in report.Rows.SelectMany(r => r.Parts()).SelectMany(p => ProgressText.Sentences(p.Series, s => s)))
                Shows(german, sentence).ShouldBeFalse(sentence);
            foreach (string word in (string[])["the", "of", "visit", "visits", "limit", "forward", "backward", "aid", "baseline", "week", "not", "from", "Speed", "Timed"])
                (Shows(german, word), Shows(picture, word)).ShouldBe((false, false), word);
        }
    }

    [Fact]
    public void ToHtmlAndToSvg_InGerman_HaveTheNumbersWithACommaAndDaysAsGermansWriteThem()
    {
        ProgressReport report = ProgressReport.Of("P07", Day, Sessions.Take(10), statement: Some.Statement);
        string page = Read(report.ToHtml("0.1.0", Language.German)), picture = Read(report.ToSvg(Language.German));
        foreach (string shown in (string[])[page, picture])
        {
            shown.ShouldContain("bedeutsam verändert: schlechter. 10 Messungen vom 5.1.2026 (7,00 s) bis zum 1.2.2026 (14,00 s).");
            shown.ShouldContain("0,4"); // at an axis
            Decimals().Count(shown.Replace("0.1.0", "", StringComparison.Ordinal)).ShouldBe(0);
        }

        report.ToHtml("0.1.0", Language.German).ShouldContain("<html lang=\"de\">");
        Decimals().Count(Read(report.ToHtml("0.1.0"))).ShouldBeGreaterThan(20);
    }

    // A plot is 500 px wide, and 16 px of a bold font are 10 px a letter at most.
    [Fact]
    public void ToSvg_InGerman_HasHeadingsThatStayAboveTheirPlots()
    {
        string[] headings = [.. XDocument.Parse(ProgressReport.Of("P07", Day, Sessions.Take(10), statement: Some.Statement).ToSvg(Language.German)).Descendants().Where(e => (string?)e.Attribute("class") is "heading").Select(e => e.Value)];
        headings[..2].ShouldBe(["T25FW (25-Fuß-Gehtest), vorwärts", "bedeutsam verändert: schlechter"]);
        headings.ShouldAllBe(h => h.Length <= 48);
    }

    [Fact]
    public void ToHtml_EveryPlot_HasItsValuesAsATable()
    {
        XDocument page = XDocument.Parse(ProgressReport.Of("P07", Day, Sessions.Take(10), statement: Some.Statement).ToHtml("0.1.0").Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        int plots = page.Descendants().Count(e => string.Equals((string?)e.Attribute("class"), "plot", StringComparison.Ordinal));
        plots.ShouldBe(3);
        page.Descendants("details").Count(d => d.Descendants("tr").Count() == 11).ShouldBe(plots);
    }

    [Fact]
    public void Of_NothingMeasured_SaysSoEverywhere()
    {
        ProgressReport report = ProgressReport.Of("P07", Day, [], statement: Some.Statement);
        report.ToText().ShouldContain("Nothing was measured yet.");
        report.ToHtml("1").ShouldContain("Nothing was measured yet.");
        XDocument.Parse(report.ToSvg()).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public void Of_ASimulatedPerson_IsSaid() =>
        ProgressReport.Of("P07", Day, Sessions.Select(s => s with { Source = SessionSource.Simulation }), simulated: true).ToHtml("1").ShouldContain("these are no values of anybody");

    // What is read or heard: text and labels, without the style.
    private static string Read(string markup)
    {
        XDocument page = XDocument.Parse(markup.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        page.Descendants().Where(e => e.Name.LocalName is "style").Remove();
        return string.Join(" | ", page.DescendantNodes().OfType<XText>().Select(t => t.Value).Concat(page.Descendants().Attributes().Where(a => a.Name.LocalName is "aria-label" or "data-name").Select(a => a.Value)));
    }

    private static bool Shows(string page, string text) => Regex.IsMatch(page, $@"(?<!\w){Regex.Escape(text)}(?!\w)", RegexOptions.None, TimeSpan.FromSeconds(1));

    // A number with a decimal point, and no day such as 5.1.2026.
    [GeneratedRegex(@"(?<![\d.])\d+\.\d+(?![\d.])", RegexOptions.None, 1000)]
    private static partial Regex Decimals();
}
