using System.Globalization;
using System.Text;
using GaitSense.Analysis.Plots;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Plans;

/// <summary>
/// A plan as a page for the fridge: each week's sessions in the walker's words and large print, a box to tick for each, what to stop for. One self-contained HTML page without
/// script, which is also well-formed XML; on paper two weeks of a usual plan fill a sheet, and no week is cut by its end.
/// </summary>
public static class PaperPlan
{
    private const string Css =
        """
        :root { color-scheme: light dark; --line: #555; }
        body { font: 20px/1.45 system-ui, sans-serif; margin: 0 auto; padding: 1.2rem; max-width: 46rem; color: #111; background: #fff; }
        h1 { font-size: 2rem; margin: 0 0 .2rem; }
        .who { margin: 0 0 1rem; }
        section { border: 2px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; margin: 0 0 1rem; break-inside: avoid; }
        h2 { font-size: 1.35rem; margin: 0 0 .4rem; }
        h3 { font-size: 1.1rem; margin: .6rem 0 .1rem; }
        p { margin: .1rem 0; }
        .boxes { display: flex; flex-wrap: wrap; gap: .7rem; margin: .5rem 0 .2rem; padding: 0; list-style: none; }
        .boxes li { width: 2.4rem; height: 2.4rem; border: 2px solid var(--line); border-radius: .3rem; }
        .care { font-weight: 600; }
        @media (prefers-color-scheme: dark) { body { color: #eee; background: #111; } :root { --line: #aaa; } }
        @media print { body { font-size: 15pt; padding: 0; color: #000; background: #fff; } :root { --line: #000; } @page { size: A4; margin: 16mm; } }
        """;

    /// <summary>The page.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="person">Whose it is; the page has the code alone.</param>
    /// <param name="language">The language.</param>
    /// <param name="from">First day that is shown: weeks that ended before it are left out; null: all of the plan.</param>
    public static string Html(Plan plan, Person person, Language language, DateOnly? from = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(person);
        Catalogue texts = Catalogue.Of(language);
        string title = Text(texts.Walker("paper.title"));
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{texts.Tag}\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{title}</title>\n<style>\n{Css.ReplaceLineEndings("\n")}\n</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p class=\"who\">{Text(person.Code)}</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Text(texts.Walker("paper.tick"))}</p>\n<p class=\"care\">{Text(texts.Walker("paper.stop"))}</p>\n<p class=\"care\">{Text(texts.Walker("advice.no-call"))}</p>\n");
        foreach (IGrouping<int, Slot> week in plan.Slots.GroupBy(s => s.Week).OrderBy(g => g.Key))
        {
            DateOnly first = PlanVersions.FirstDayOf(plan, week.Key);
            if (from is { } shown && first.AddDays(6) < shown) continue;
            page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{Text(texts.Walker("paper.week", week.Key, DayText.Of(first, language)))}</h2>\n");
            foreach (Slot slot in week.OrderBy(s => s.Place)) Append(page, plan, slot, texts);
            page.Append("</section>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, Plan plan, Slot slot, Catalogue texts)
    {
        string times = slot.PerWeek == 1 ? texts.Walker("paper.once") : texts.Walker("paper.times", slot.PerWeek);
        page.Append(CultureInfo.InvariantCulture, $"<h3>{Text(texts.Walker(slot.Place == Place.Clinic ? "paper.clinic" : "paper.home"))}. {Text(times)}.</h3>\n");
        foreach (string line in OfferText.Of(OfferedSession.Of(plan, slot), texts)) page.Append(CultureInfo.InvariantCulture, $"<p>{Text(line)}</p>\n");
        page.Append("<ul class=\"boxes\">").Insert(page.Length, "<li></li>", slot.PerWeek).Append("</ul>\n");
    }

    private static string Text(string text) => Markup.Escape(text);
}
