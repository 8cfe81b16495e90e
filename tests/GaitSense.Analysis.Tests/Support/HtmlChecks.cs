using System.Xml.Linq;

namespace GaitSense.Analysis.Tests;

/// <summary>What every page must be.</summary>
internal static class HtmlChecks
{
    public static XDocument Parse(string html)
    {
        const string Doctype = "<!DOCTYPE html>\n";
        html.ShouldStartWith(Doctype);
        return XDocument.Parse(html[Doctype.Length..]);
    }

    public static void IsWellFormedAndSelfContained(string html)
    {
        XDocument page = Parse(html);
        string[] outside = ["src", "href", "action", "data"];
        page.Descendants().SelectMany(e => e.Attributes()).Where(a => !IsLink(a)).ShouldAllBe(a => !outside.Contains(a.Name.LocalName));
        page.Descendants().ShouldAllBe(e => e.Name.LocalName != "script" && e.Name.LocalName != "link");
        foreach (string forbidden in new[] { "http:", "https:", "@import", "NaN", "Infinity", "∞", "\r" }) html.ShouldNotContain(forbidden, Case.Sensitive);
    }

    // A link loads nothing; it may lead to what lies beside or below the page.
    private static bool IsLink(XAttribute a) =>
        a is { Name.LocalName: "href", Parent.Name.LocalName: "a" } && !a.Value.Contains(':', StringComparison.Ordinal) && !a.Value.StartsWith('/') && !a.Value.Contains("..", StringComparison.Ordinal);
}
