using System.Globalization;

namespace GaitSense.Benchmarks;

/// <summary>How the rule's numbers were chosen, and what they cost: sections of benchmarks/results/verdicts.md.</summary>
internal static class VerdictChoices
{
    private const int PowerPeople = 100;
    private static readonly double[] Rises = [3, 5, 8];

    /// <summary>The numbers that were chosen from, with people by whom the rule is not judged.</summary>
    public static void Write(Markdown text, int people)
    {
        int power = Math.Min(people, PowerPeople);
        text.Line();
        text.Line("## How the numbers were chosen");
        text.Line();
        text.Line(F($"{people} unchanged people of seeds from {VerdictStudy.ChosenSeeds} on, and {power} (all of it) in whom a value rises by 3, 5 or 8 usual SDs of visits at once or evenly: the last four columns are the mean share called. A rule must hold where"));
        text.Line("visits do not depend on each other and where they do by 0.5, with both baselines: the upper end of the interval at most 5 %. Of those that do, and whose verdict of a test needs no more than three weeks and of a");
        text.Line("measure no more than two, the one with the most power was taken (bold). A person's own dependence is not estimated: the standard error of such an estimate is about 1 over the root of");
        text.Line("the number of visits, 0.3 of ten, and it is too low on average; a bound that is safe would nearly always be beyond 0.7. More visits that must agree buy more than anything else: a good or bad week ends.");
        text.Head("tests in a row", "measures in a row", "allowed for: tests", "measures", "least: 0", "0.5", "0.7", "longer: 0", "0.5", "0.7", "holds", "tests, least", "measures, least", "tests, longer", "measures, longer");
        foreach (VerdictChoice choice in VerdictChoice.All)
        {
            List<string> cells = [], called = [];
            bool holds = true;
            foreach (bool isLong in new[] { false, true })
            {
                VerdictStudy study = new(isLong, VerdictStudy.ChosenSeeds, choice.Table);
                foreach (double correlation in new[] { 0, 0.5, 0.7 })
                {
                    int n = study.People(people, correlation > 0 ? VisitNoise.Dependent(correlation) : VisitNoise.Plain).Count(study.IsCalled);
                    cells.Add(F($"{100.0 * n / people:0.0} %"));
                    holds &= correlation > 0.5 || Shares.Interval(n, people).High <= Shares.Asked;
                }

                foreach (bool isTest in new[] { true, false }) called.Add(F($"{100 * Rises.Average(r => (Risen(study, power, isTest, gradually: false, r) + Risen(study, power, isTest, gradually: true, r)) / 2):0} %"));
            }

            string bold = choice.IsBuiltIn ? "**" : "";
            text.Row([F($"{bold}{choice.TestsInARow}{bold}"), F($"{bold}{choice.MeasuresInARow}{bold}"), F($"{bold}{choice.TestCorrelation:0.0}{bold}"), F($"{bold}{choice.MeasureCorrelation:0.0}{bold}"), .. cells, holds ? "yes" : "no", .. called]);
        }

        text.Line();
        text.Line("The first row is the rule of before. The rows with 0.7 are what it costs to be sure of that too: limits are a document (`gaitsense-change-limits`), and a clinic's own can say these numbers.");
        text.Line("Four tests and eight sessions in a row have more power yet, but the verdict of a test then comes after four weeks, half of the programme.");
    }

    /// <summary>Power in what a person changes by, not in limits, before and now; and at other dependences.</summary>
    public static void WritePower(Markdown text, int people)
    {
        text.Line();
        text.Line("In usual SDs of visits instead of limits, because limits differ between rules: share called by the rule of before (2 tests or 4 measures in a row, limits for 0.2 and 0.4) and by the rule of now, mean over the");
        text.Line(F($"measures of a kind, {people} people. That is what holding at 0.5 costs."));
        text.Head("rise, SDs", "tests, least, at once", "evenly", "tests, longer, at once", "evenly", "measures, least, at once", "evenly", "measures, longer, at once", "evenly");
        foreach (double rise in new[] { 2.0, 3, 4, 6, 8, 12 })
        {
            List<string> cells = [F($"{rise:0}")];
            foreach (bool isTest in new[] { true, false })
                foreach (bool isLong in new[] { false, true })
                    foreach (bool gradually in new[] { false, true })
                    {
                        double before = Risen(new(isLong, VerdictStudy.JudgedSeeds, VerdictChoice.All[0].Table), people, isTest, gradually, rise), now = Risen(new(isLong, VerdictStudy.JudgedSeeds), people, isTest, gradually, rise);
                        cells.Add(F($"{100 * before:0} -> {100 * now:0} %"));
                    }

            text.Row([.. cells]);
        }

        text.Line();
        text.Line("By how much visits depend on each other, with the least baseline; rises in the person's own limits, all nine measures:");
        text.Head("limits", "0, at once", "0, evenly", "0.5, at once", "0.5, evenly", "0.7, at once", "0.7, evenly");
        VerdictStudy least = new(isLong: false, VerdictStudy.JudgedSeeds);
        foreach (double limits in new[] { 0.5, 1, 1.5, 2 })
        {
            List<string> cells = [F($"{limits:0.0}")];
            foreach (double correlation in new[] { 0, 0.5, 0.7 })
                foreach (bool gradually in new[] { false, true })
                {
                    VisitNoise noise = correlation > 0 ? VisitNoise.Dependent(correlation) : VisitNoise.Plain;
                    int called = least.People(people, noise).Sum(p => p.Values.Where((s, i) => least.IsCalled(least.Risen(s, least.First(i), limits, gradually), least.First(i), 1)).Count());
                    cells.Add(F($"{100.0 * called / (people * SimulatedMeasure.All.Length):0} %"));
                }

            text.Row([.. cells]);
        }
    }

    private static double Risen(VerdictStudy study, int people, bool isTest, bool gradually, double rise)
    {
        int[] kind = [.. Enumerable.Range(0, SimulatedMeasure.All.Length).Where(i => SimulatedMeasure.All[i].Test == isTest)];
        int called = study.People(people, VisitNoise.All).Sum(p => kind.Count(i => study.IsCalled(VerdictStudy.RisenBy(p.Values[i], study.First(i), rise * SimulatedMeasure.All[i].Sd, gradually), study.First(i), 1)));
        return (double)called / (people * kind.Length);
    }

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
