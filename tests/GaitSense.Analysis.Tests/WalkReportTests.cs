using System.Xml.Linq;
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
        string html = WalkReport.ToHtml(new FakeWalk { RateHz = 50, RejectEvery = 25 }.Play(parts));
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
    public void ToHtml_Backward_HasItsOwnMarksAndCurves()
    {
        XDocument page = HtmlChecks.Parse(WalkReport.ToHtml(Cases["forward and backward"]()));

        page.Descendants("path").ShouldContain(p => p.Attribute("class")!.Value == "mark hollow back-left");
        page.Descendants("h3").ShouldContain(h => h.Value == "Walking backward");
        page.Descendants("svg").Where(s => s.Attribute("role") is not null).ShouldAllBe(s => s.Elements("title").Any(t => t.Value.Length > 10));
    }
}
