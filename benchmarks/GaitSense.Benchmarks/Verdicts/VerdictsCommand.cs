using System.Globalization;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Walks;
using GaitSense.Training.Verdicts;

namespace GaitSense.Benchmarks;

/// <summary>Writes benchmarks/results/verdicts.md and its curve.</summary>
internal static class VerdictsCommand
{
    private const int People = 1000;
    private const int PowerPeople = 300;
    private static readonly double[] Steps = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5];

    public static int Run(Arguments arguments, TextWriter output)
    {
        int people = arguments.SeedsOr(People), power = Math.Min(people, PowerPeople);
        VerdictStudy least = new(isLong: false, VerdictStudy.JudgedSeeds), longer = new(isLong: true, VerdictStudy.JudgedSeeds);
        Markdown text = new();
        Head(text, people);
        Unchanged(text, people, least, longer);
        VerdictChoices.Write(text, people);
        Parts(text, people);
        Limits(text, power, least, longer);
        Plans(text);
        string curve = Power(text, power, least, longer);
        VerdictChoices.WritePower(text, power);
        if (arguments.IsPart)
        {
            output.Write(text.ToString());
        }
        else
        {
            ResultFile.Write("verdicts.md", text.ToString());
            ResultFile.Write("verdicts.svg", curve);
        }

        return 0;
    }

    private static void Head(Markdown text, int people)
    {
        text.Line("# Verdicts: how often of people who do not change, how often of people who do");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --verdicts{(people == People ? "" : F($" --seeds {people}"))}`.");
        text.Line("Simulated people: how their visits differ is assumed, not measured on anybody. Nine measures are shown: timed 25-foot walk, 3-metre backward walk, timed up and go (each with a published detectable");
        text.Line("change), 6-minute walk, speed forward and backward, stride length, double support, swing time right against left. After the baseline the tests are done once a week and the measures three times a");
        text.Line("week, over eight weeks: 8 and 24 visits. Every measure is judged after every visit, by the rules that the desk uses (`Training/Verdicts`). Baselines:");
        text.Line();
        text.Line("- least: 3 visits of tests with a published change, 5 of all others");
        text.Line("- longer: 5 visits of tests, 10 of measures");
        text.Line();
        text.Line(F($"The rule's numbers were chosen with people of seeds from {VerdictStudy.ChosenSeeds} on, and are judged by others: seeds from {VerdictStudy.JudgedSeeds} on."));
    }

    private static void Unchanged(Markdown text, int people, VerdictStudy least, VerdictStudy longer)
    {
        text.Line();
        text.Line(F($"## {people} people who do not change"));
        text.Line();
        text.Line("Share of people of whom anything is called changed, in any measure, after any visit (95 % interval: Wilson). Asked for: at most 5 %. Bold is beyond that. The limits allow for visits that depend on each");
        text.Line("other by 0.5, tests a week apart as well as sessions two days apart: a person's good and bad weeks. Of 0.7 they do not hold, which is said here and not hidden: three first visits that are that much alike say");
        text.Line("next to nothing of where the person is and how much the person varies (below: what it would cost to allow for it).");
        text.Head("how visits differ", "least baseline", "interval", "longer baseline", "interval");
        foreach (VisitNoise noise in VisitNoise.Kinds)
        {
            (string a, string b) = Shares.Of(least.People(people, noise).Count(least.IsCalled), people);
            (string c, string d) = Shares.Of(longer.People(people, noise).Count(longer.IsCalled), people);
            text.Row(noise.Name, a, b, c, d);
        }
    }

    private static void Parts(Markdown text, int people)
    {
        text.Line();
        text.Line("## What each part of the rule buys");
        text.Line();
        text.Line("The same unchanged people (normal, each visit by itself; least baseline), judged by simpler rules.");
        text.Head("rule", "people called changed");
        VerdictStudy least = new(isLong: false, VerdictStudy.JudgedSeeds);
        SimulatedPerson[] all = [.. least.People(people, VisitNoise.Plain)];
        Row("2.77 own SD of 3 visits, one visit beyond", p => p.Values.Any(s => SimpleRules.RepeatabilityCoefficient(s, 3)));
        Row("prediction interval of the baseline or the published change, one visit beyond", p => p.Values.Where((s, i) => SimpleRules.Prediction(s, least.First(i), 1)).Any());
        Row("the same, two visits in a row on one side", p => p.Values.Where((s, i) => SimpleRules.Prediction(s, least.First(i), 2)).Any());
        Row("the rule: that, and limits that allow for nine measures and all visits", least.IsCalled);

        void Row(string rule, Func<SimulatedPerson, bool> called) => text.Row(rule, Shares.Of(all.Count(called), people).Share);
    }

    private static void Limits(Markdown text, int people, VerdictStudy least, VerdictStudy longer)
    {
        text.Line();
        text.Line("## How wide the limits are");
        text.Line();
        text.Line(F($"Median of the limit of a rise over {people} people (all of it), in the unit and in the usual SDs of visits. That is the price of few visits: three visits or five say little of how much a person varies."));
        text.Head("measure", "usual SD", "published", "least baseline", "in SDs", "longer baseline", "in SDs");
        SimulatedPerson[] a = [.. least.People(people, VisitNoise.All)], b = [.. longer.People(people, VisitNoise.All)];
        for (int i = 0; i < SimulatedMeasure.All.Length; i++)
        {
            SimulatedMeasure m = SimulatedMeasure.All[i];
            int at = i;
            double x = Median(a.Select(p => least.LimitOf(p.Values[at], least.First(at)).Up)), y = Median(b.Select(p => longer.LimitOf(p.Values[at], longer.First(at)).Up));
            double? known = LimitTable.BuiltIn.For(m.Key, LimitSays.Changed).Select(l => l.UpFrom(m.Mean)).FirstOrDefault();
            text.Row(F($"{m.Key.Name}, {SimulatedMeasureWords(m)} ({m.Unit})"), Number(m.Sd), known is { } k ? Number(k) : "-", Number(x), F($"{x / m.Sd:0.0}"), Number(y), F($"{y / m.Sd:0.0}"));
        }
    }

    // What a limit is in SDs of a usual person, for whom makes a plan: pure arithmetic, nobody is simulated.
    private static void Plans(Markdown text)
    {
        text.Line();
        text.Line("## What a plan can do");
        text.Line();
        text.Line("The own limit in SDs, by what the plan says beforehand: visits of the baseline, visits after it, measures that are shown. Tests have the SD behind a published change to lean on, measures have not.");
        text.Line("As many visits in a row must agree as the rule says, or as the plan has after the baseline where it has fewer. A clinic that tests eight times at first and looks at three measures comes close to the");
        text.Line("published changes (2.8 SD); one that looks at everything every week after three visits cannot.");
        LimitSettings s = LimitTable.BuiltIn.Settings;
        text.Head("baseline visits", "visits after", "tests, 3 measures", "tests, 9 measures", "measures of the feet, 3 measures", "measures of the feet, 9 measures");
        foreach (int first in new[] { 3, 5, 8, 10, 15 })
        {
            foreach (int looks in new[] { 2, 4, 8, 24, 40 })
            {
                if (first < 5 && looks > 8) continue;
                if (first > 8 && looks < 8) continue;
                text.Row(F($"{first}"), F($"{looks}"), Test(first, looks, 3), Test(first, looks, 9), Feet(first, looks, 3), Feet(first, looks, 9));
            }
        }

        string Test(int first, int looks, int measures) => looks > 8 || first > 8 ? "" : F($"{RepeatedLooks.Factor(new LooksPlan { First = first, Looks = looks, InARow = Math.Min(s.TestsInARow, looks), Correlation = s.TestCorrelation, KnownFreedom = s.PublishedSdFreedom }, s.ErrorRate / measures):0.0}");
        string Feet(int first, int looks, int measures) => looks < 8 || first < 5 ? "" : F($"{RepeatedLooks.Factor(new LooksPlan { First = first, Looks = looks, InARow = Math.Min(s.MeasuresInARow, looks), Correlation = s.MeasureCorrelation }, s.ErrorRate / measures):0.0}");
    }

    private static string Power(Markdown text, int people, VerdictStudy least, VerdictStudy longer)
    {
        text.Line();
        text.Line("## People who do change");
        text.Line();
        text.Line(F($"{people} people (all of it) in whom one measure rises by so many of the person's own limits: at once after the baseline, or evenly over the eight weeks. Share of them in whom that measure is called changed,"));
        text.Line("in the right direction, after any visit. Mean over the measures of a kind. The curve: [verdicts.svg](verdicts.svg).");
        text.Head(["limits", .. Kinds(least, longer).Select(k => k.Name)]);
        List<(string Name, List<PlotPoint> Points)> curves = [.. Kinds(least, longer).Select(k => (k.Name, new List<PlotPoint>()))];
        foreach (double step in Steps)
        {
            List<string> cells = [F($"{step:0.00}")];
            int at = 0;
            foreach ((string _, VerdictStudy study, bool isTest, bool gradually) in Kinds(least, longer))
            {
                double share = Called(study, people, isTest, gradually, step);
                curves[at++].Points.Add(new PlotPoint(step, 100 * share));
                cells.Add(F($"{100 * share:0} %"));
            }

            text.Row([.. cells]);
        }

        text.Line();
        text.Line("Half a limit is almost never called; that is what a limit is. Whoever wants to see smaller changes needs more visits in the baseline, fewer measures, or fewer looks: each can be said in the plan.");
        Plot plot = new("Share of changed people called changed, against the size of the change in limits", 640, 400, NiceScale.Exactly(0, 2.5), NiceScale.Exactly(0, 100), "change, in limits", "called changed, %");
        string[] css = ["left", "left dash", "back-left", "back-left dash", "right", "right dash", "back-right", "back-right dash"];
        for (int i = 0; i < curves.Count; i++) plot.Line(curves[i].Points, css[i]).Text(2.5, curves[i].Points[^1].Y, "", toTheLeft: true);
        double y = 95;
        for (int i = 0; i < curves.Count; i++, y -= 5.5) plot.Line([new PlotPoint(0.05, y), new PlotPoint(0.18, y)], css[i]).Text(0.18, y - 1, curves[i].Name);
        return PlotFile.Of("Power of the verdicts", [[("How often a change is called, simulated people", plot.ToSvg())]], 640, 400);
    }

    private static (string Name, VerdictStudy Study, bool IsTest, bool Gradually)[] Kinds(VerdictStudy least, VerdictStudy longer) =>
    [
        ("tests, least, at once", least, true, false), ("tests, least, evenly", least, true, true), ("tests, longer, at once", longer, true, false), ("tests, longer, evenly", longer, true, true),
        ("measures, least, at once", least, false, false), ("measures, least, evenly", least, false, true), ("measures, longer, at once", longer, false, false), ("measures, longer, evenly", longer, false, true),
    ];

    private static double Called(VerdictStudy study, int people, bool isTest, bool gradually, double step)
    {
        int[] kind = [.. Enumerable.Range(0, SimulatedMeasure.All.Length).Where(i => SimulatedMeasure.All[i].Test == isTest)];
        int called = study.People(people, VisitNoise.All).Sum(p => kind.Count(i => study.IsCalled(study.Risen(p.Values[i], study.First(i), step, gradually), study.First(i), 1)));
        return (double)called / (people * kind.Length);
    }

    private static string SimulatedMeasureWords(SimulatedMeasure m) => m.Key.Direction == Core.WalkingDirection.Backward ? "backward" : "forward";

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Number(double v) => F($"{v:G3}");

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
