using System.Xml.Linq;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

public sealed class WalkReportTests
{
    private const WalkingDirection Forward = WalkingDirection.Forward;
    private const WalkingDirection Backward = WalkingDirection.Backward;

    public static TheoryData<string> Walks => [.. Cases.Keys];

    private static Dictionary<string, Func<WalkRecord>> Cases { get; } = new(StringComparer.Ordinal)
    {
        ["forward and backward"] = () => new FakeWalk { RejectEvery = 9 }.Play((Forward, 40), (Backward, 25)),
        ["one stride"] = () => new FakeWalk { Feet = [Foot.Right] }.Play((Forward, 1)),
        ["no stride"] = () => new FakeWalk().Play(),
        ["nothing at all"] = () => new WalkRecord { Context = new WalkContext { Recording = "empty" } },
        ["one foot"] = () => new FakeWalk { Feet = [Foot.Left] }.Play((Forward, 30)),
        ["separate clocks"] = () => new FakeWalk { SharedClock = false }.Play((Forward, 30)),
        ["all rejected"] = () => new FakeWalk { RejectEvery = 1 }.Play((Forward, 12)),
        ["with cues"] = () => FakeCues.On(new FakeWalk { RejectEvery = 9 }.Play((Forward, 60))),
        ["with cues that never came"] = () => FakeCues.None(new FakeWalk().Play((Forward, 8))),
        ["sideways and in place"] = () => new FakeWalk().Play((WalkingDirection.Left, 4), (WalkingDirection.InPlace, 4), (WalkingDirection.Unknown, 2)),
    };

    [Theory, MemberData(nameof(Walks))]
    public void ToHtml_AnyWalk_IsWellFormedAndSelfContained(string walk)
    {
        string html = WalkReport.ToHtml(Cases[walk]());
        if (Environment.GetEnvironmentVariable("GAITSENSE_SHOW") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, walk.Replace(' ', '-') + ".html"), html);

        HtmlChecks.IsWellFormedAndSelfContained(html);
        html.ShouldContain("not a medical device");
    }

    [Fact]
    public void ToHtml_SixtyMinutes_StaysBelowTwoMegabytes()
    {
        (WalkingDirection, int)[] parts = [.. Enumerable.Range(0, 60).Select(i => (i % 6 == 5 ? Backward : Forward, 52))];
        string html = WalkReport.ToHtml(FakeCues.On(new FakeWalk { RateHz = 50, RejectEvery = 25 }.Play(parts)));
        if (Environment.GetEnvironmentVariable("GAITSENSE_SHOW") is { Length: > 0 } folder) File.WriteAllText(Path.Combine(folder, "hour.html"), html);

        html.Length.ShouldBeLessThan(2_000_000);
        HtmlChecks.IsWellFormedAndSelfContained(html);
    }

    [Fact]
    public void ToHtml_HostileName_IsEscaped()
    {
        WalkContext context = new() { Recording = "<script>alert(\"x\")</script>\u0001\ud800&" };
        string html = WalkReport.ToHtml(new WalkRecord { Context = context });

        html.ShouldNotContain("<script");
        HtmlChecks.IsWellFormedAndSelfContained(html);
    }

    [Fact]
    public void ToHtml_CuesThatNeverCame_NothingIsSaidOfThem()
    {
        string html = WalkReport.ToHtml(Cases["with cues that never came"]());
        html.ShouldNotContain("the tempo followed the walker");
        html.ShouldNotContain("cues stopped for it");
        html.ShouldContain("There were no cues that walking could be compared with");
    }

    [Fact]
    public void ToHtml_WithCues_ShowsThemInNumbersPlotsAndWords()
    {
        XDocument page = HtmlChecks.Parse(WalkReport.ToHtml(Cases["with cues"]()));
        XElement section = page.Descendants("section").Single(s => string.Equals(s.Element("h2")?.Value, "Cues", StringComparison.Ordinal));
        string text = section.Value;
        foreach (string part in new[] { "−12", "± 9 ms", "0.97", "a step was irregular", "worse with cues", "2 came too late", "left foot", "Sevens", "4.0", "wrong foot" }) text.ShouldContain(part);
        section.Descendants("rect").Count(r => r.Attribute("class")!.Value is "quiet" or "doubt").ShouldBeGreaterThan(4, "silences are shaded");
        section.Descendants("svg").Count(s => s.Attribute("role") is not null).ShouldBe(4, "tempo, asynchrony, a rose for each foot");
        section.Descendants("path").Count(p => p.Attribute("class")!.Value is "line beat").ShouldBe(2, "in the legend and in the plot");
        HtmlChecks.Parse(WalkReport.ToHtml(Cases["forward and backward"]())).Descendants("h2").Count(h => h.Value is "Cues").ShouldBe(0);
    }

    [Fact]
    public void ToJson_WithCues_IsReadAgain()
    {
        string json = WalkSummary.From(Cases["with cues"]()).ToJson();
        json.ShouldContain("\"phase_concentration\": 0.97");
        WalkSummary.FromJson(json).ToJson().ShouldBe(json);
        WalkSummary.From(Cases["one foot"]()).ToJson().ShouldNotContain("\"cues\"");
    }

    [Fact]
    public void ToHtml_Backward_HasItsOwnMarksAndCurves()
    {
        XDocument page = HtmlChecks.Parse(WalkReport.ToHtml(Cases["forward and backward"]()));

        page.Descendants("path").ShouldContain(p => p.Attribute("class")!.Value == "mark hollow back-left");
        page.Descendants("h3").ShouldContain(h => h.Value == "Walking backward");
        page.Descendants("svg").Where(s => s.Attribute("role") is not null).ShouldAllBe(s => s.Elements("title").Any(t => t.Value.Length > 10));
    }
}
