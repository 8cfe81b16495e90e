using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>What is printed at the desk: a report of two pages, a plan of one or two, with nothing of the screen around them and no name.</summary>
[Collection(PageTests.Name)]
public sealed partial class DeskPaperTests(WebPage web, ITestOutputHelper output)
{
    [Fact]
    public async Task AReportHasTwoPages_AndAPlanIsReadOnPaper_InBothLanguages()
    {
        Assert.SkipUnless(FullRun.IsWanted, "Every page on paper: GAITSENSE_FULL=1.");
        web.Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.FirstRunAsync(desk);
        await page.AddPersonAsync("P07", DeskHand.Name);
        await page.FollowAsync("Plan");
        await page.GetByLabel("Longest comfortable walk seen, min").FillAsync("12");
        await page.ClickOnAsync("Make the plan");
        await page.GetByRole(AriaRole.Link, new() { Name = "On paper" }).WaitForAsync();
        string plan = (await page.GetByRole(AriaRole.Link, new() { Name = "On paper" }).GetAttributeAsync("href"))!;

        await page.GoAsync($"#/people/{page.PersonShown()}/test");
        await page.AnswerAsync("Is anything new since last time?", "No, as usual");
        foreach (string question in (string[])["Did you fall in the last week?", "Is it warm today, or do you feel hot?"]) await page.AnswerAsync(question, "No");
        await page.ClickOnAsync("Start");
        await page.HeadingAsync("P07 walks");
        for (int trial = 1; trial <= 2; trial++) await page.TrialAsync(key => page.Keyboard.PressAsync(key));
        await page.FollowAsync("To the session");
        await page.ClickOnAsync("Release the report");
        await page.GetByText("Released by pt1").WaitForAsync();
        string report = (await page.GetByRole(AriaRole.Link, new() { Name = "Report", Exact = true }).GetAttributeAsync("href"))!;
        foreach (string language in (string[])["en", "de"])
        {
            (await PagesAsync(page, report, "report", language)).ShouldBe(2, "pages of the report, " + language);
            (await PagesAsync(page, plan, "plan", language)).ShouldBeInRange(1, 2, "pages of the plan, " + language);
        }
    }

    private async Task<int> PagesAsync(IPage page, string address, string what, string language)
    {
        IPage paper = await page.Context.NewPageAsync();
        await paper.GotoAsync(address.Replace("language=en", "language=" + language, StringComparison.Ordinal));
        (await paper.ContentAsync()).ShouldNotContain(DeskHand.Name);
        string file = Path.Combine(WebPage.Pictures, $"paper-{what}-{language}.pdf");
        byte[] pdf = await paper.PdfAsync(new() { Path = file, Format = "A4", PreferCSSPageSize = true, PrintBackground = true });
        await paper.CloseAsync();
        int pages = PageObject().Count(Encoding.Latin1.GetString(pdf));
        output.WriteLine($"{what}, {language}: {pages} pages, {file}");
        // For whoever looks at it.
        if (File.Exists("/usr/bin/pdftoppm")) await Process.Start("/usr/bin/pdftoppm", ["-r", "70", "-png", file, file[..^4]]).WaitForExitAsync(TestContext.Current.CancellationToken);
        return pages;
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 1000)]
    private static partial Regex PageObject();
}
