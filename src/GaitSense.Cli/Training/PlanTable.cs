using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Texts;

namespace GaitSense.Cli.Training;

/// <summary>A plan as a table: what is to be done in which week.</summary>
internal static class PlanTable
{
    /// <summary>Writes a version of a person's plan.</summary>
    public static void Write(Terminal terminal, Person person, Plan plan)
    {
        Catalogue texts = Catalogue.Of(Language.English);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{person.Code}: {plan.Template}, version {plan.Version} by {plan.By}, {plan.From:yyyy-MM-dd} to {plan.To:yyyy-MM-dd}"));
        terminal.Out.WriteLine(ReasonText.Of(plan.Reason, texts));
        List<string[]> rows = [];
        foreach (IGrouping<int, Slot> week in plan.Slots.GroupBy(s => s.Week).OrderBy(g => g.Key))
        {
            foreach (Slot slot in week.OrderBy(s => s.Place))
            {
                rows.Add([
                    week.Key.ToString(CultureInfo.InvariantCulture), PlanVersions.FirstDayOf(plan, week.Key).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Words.InFiles(slot.Place), slot.PerWeek == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{slot.PerWeek} times"), string.Join(' ', OfferText.Of(OfferedSession.Of(plan, slot), texts)),
                ]);
            }
        }

        // Weeks that are alike are one line.
        List<string[]> shown = [];
        foreach (IGrouping<string, string[]> alike in rows.GroupBy(r => string.Join('|', r[2..]), StringComparer.Ordinal))
        {
            string[] first = alike.First(), last = alike.Last();
            shown.Add([string.Equals(first[0], last[0], StringComparison.Ordinal) ? first[0] : $"{first[0]} to {last[0]}", first[1], .. first[2..]]);
        }

        StoreTable.Write(terminal, ["week", "from", "where", "how often", "what"], shown);
    }
}
