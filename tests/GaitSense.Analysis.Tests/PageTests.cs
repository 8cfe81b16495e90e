using GaitSense.Analysis.Report;

namespace GaitSense.Analysis.Tests;

public sealed class PageTests
{
    [Fact]
    public void Table_Notes_StandBelowOnceWithTheRowsTheyAreAbout()
    {
        string html = Page.Table(["", "#value", "#n", "note"], [["speed", "1", "9", ""], ["step time", "–", "0", "withheld: no clock"], ["support", "–", "0", "withheld: no clock"]]);

        html.ShouldContain("<p class=\"sub notes\">step time; support: withheld: no clock.</p>");
        html.ShouldNotContain("<th>note</th>");
        html.Split("withheld").Length.ShouldBe(2);
    }

    [Fact]
    public void Table_WideTable_NamesEveryValueForAPhone()
    {
        string html = Page.Table(["", "#left", "#right", "~#ratio"], [["speed", "1", "2", "2.0"]]);

        html.ShouldContain("<table class=\"rows\">");
        html.ShouldContain("<td class=\"n\" data-name=\"left\">1</td>");
        html.ShouldContain("<td class=\"n more\" data-name=\"ratio\">2.0</td>");
    }

    [Theory]
    [InlineData("a\"; } body { display: none")]
    [InlineData("</style><script>")]
    [InlineData("back\\slash\nand line")]
    public void Of_HostileTitle_StaysInsideTheStringOnPaper(string title)
    {
        string html = Page.Of(title, "<p>x</p>");
        string header = html[html.IndexOf("@top-left", StringComparison.Ordinal)..html.IndexOf("@top-right", StringComparison.Ordinal)];

        header.Count(c => c == '"').ShouldBe(2);
        header.ShouldNotContain("</style");
        HtmlChecks.IsWellFormedAndSelfContained(html);
    }
}
