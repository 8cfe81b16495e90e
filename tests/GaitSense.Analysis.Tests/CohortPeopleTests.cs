using System.Globalization;
using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

/// <summary>A cohort counts people: two visits of one person are a pair, not two walkers.</summary>
public sealed class CohortPeopleTests
{
    private static readonly CohortEntry[] Six = [.. Enumerable.Range(1, 6).SelectMany(p => new[] { Walk(p, "T1", 1.20 + (0.02 * p)), Walk(p, "T2", 1.10 + (0.02 * p) + (0.002 * (p % 3))) })];

    [Fact]
    public void ToCsv_PeopleWithTwoVisits_AreCountedOnce()
    {
        Dictionary<string, string> row = Row(CohortPeople.ToCsv(new Cohort(Six)), "all,stride_length_m");
        row["people"].ShouldBe("6");
        row["recordings"].ShouldBe("12");
        double[] means = [.. Six.Chunk(2).Select(pair => pair.Average(Length))];
        double mean = means.Average(), sd = Sd(means), within = Math.Sqrt(Six.Chunk(2).Sum(pair => Math.Pow(Length(pair[0]) - Length(pair[1]), 2) / 2) / 6);
        Value(row, "mean").ShouldBe(mean, 1e-9);
        Value(row, "sd_person_means").ShouldBe(sd, 1e-9);
        Value(row, "sd_within").ShouldBe(within, 1e-9);
        Value(row, "sd_between").ShouldBe(Math.Sqrt(Math.Max(0, (sd * sd) - (within * within / 2))), 1e-9);
        (Value(row, "ci95_high") - Value(row, "mean")).ShouldBe(2.570582 * sd / Math.Sqrt(6), 1e-5, "Student's t with 5 degrees of freedom, not 11");
    }

    [Fact]
    public void ToCsv_TwoVisits_AreAPair()
    {
        Dictionary<string, string> row = Row(CohortChange.ToCsv(new Cohort(Six)), "all,stride_length_m");
        double[] changes = [.. Six.Chunk(2).Select(pair => Length(pair[1]) - Length(pair[0]))];
        row["pairs"].ShouldBe("6");
        row["from_visit"].ShouldBe("T1");
        Value(row, "mean_change").ShouldBe(changes.Average(), 1e-9);
        Value(row, "sd_change").ShouldBe(Sd(changes), 1e-9);
        (Value(row, "ci95_high") - Value(row, "ci95_low")).ShouldBe(2 * 2.570582 * Sd(changes) / Math.Sqrt(6), 1e-5);
    }

    [Fact]
    public void ToCsv_FewPeople_WithholdTheIntervalInWords()
    {
        var few = new Cohort(Six[..6]);
        foreach (string csv in new[] { CohortPeople.ToCsv(few), CohortChange.ToCsv(few) })
        {
            Dictionary<string, string> row = Row(csv, "all,stride_length_m");
            row["ci95_low"].ShouldBe("");
            row["withheld"].ShouldContain("fewer than 5 people");
        }
    }

    [Fact]
    public void ToHtml_NobodyKnown_SaysThatRecordingsWereCounted()
    {
        var unknown = new Cohort(Six.Select(e => e with { Person = PersonVisit.Unknown }));
        CohortReport.ToHtml(unknown).ShouldContain("Nothing says whose the recordings are");
        CohortPeople.ToCsv(unknown).ShouldContain("all,stride_length_m,m,12,12,");
        CohortReport.ToHtml(new Cohort(Six)).ShouldContain("Each person counts once");
    }

    [Fact]
    public void ToCsv_SomeOfNobodyKnown_SaysHowMany()
    {
        var some = new Cohort(Six.Select((e, i) => i < 3 ? e with { Person = PersonVisit.Unknown } : e));
        Row(CohortPeople.ToCsv(some), "all,stride_length_m")["note"].ShouldBe("nothing says whose 3 of the 12 recordings are: each of them counts as a person");
        CohortReport.ToHtml(some).ShouldContain("Nothing says whose 3 of the 12 recordings are");
        Row(CohortPeople.ToCsv(new Cohort(Six)), "all,stride_length_m")["note"].ShouldBe("");
    }

    // A row for each group, quantity and pair of visits was 29 000 pixels of one walk under the other: nobody compares groups there.
    [Fact]
    public void ToHtml_Groups_StandBesideEachOther()
    {
        CohortEntry[] two = [.. Six.Select((e, i) => e with { Person = e.Person with { Group = i < 6 ? "MS" : "HC" } })];
        string html = CohortReport.ToHtml(new Cohort(two));
        html.ShouldContain("<th>Quantity</th><th class=\"n\">all</th><th class=\"n\">HC</th><th class=\"n\">MS</th>");
        html.ShouldContain("<td class=\"n\" data-name=\"MS\">3 (6)</td>");
        html.ShouldContain("HC, MS: interval withheld: fewer than 5 people.");
        HtmlChecks.IsWellFormedAndSelfContained(html);
    }

    [Fact]
    public void ToHtml_OfThreeVisits_OpensThatOfTheFirstAndTheLast()
    {
        CohortEntry[] three = [.. Six.Concat(Enumerable.Range(1, 6).Select(p => Walk(p, "T10", 1.0)))];
        string html = CohortReport.ToHtml(new Cohort(three));
        html.ShouldContain("<details open=\"open\"><summary>T1 to T10</summary>");
        html.ShouldContain("<details><summary>T1 to T2</summary>");
    }

    [Fact]
    public void ToCsv_GroupsThatNumberPeopleAlike_AreDifferentPeople()
    {
        Cohort two = new([.. Six, .. Six.Select(e => e with { Name = "hc/" + e.Name, Person = e.Person with { Group = "HC" } })]);
        Row(CohortPeople.ToCsv(two), "all,stride_length_m")["people"].ShouldBe("12");
        Row(CohortPeople.ToCsv(two), "HC,stride_length_m")["people"].ShouldBe("6");
    }

    [Fact]
    public void ToCsv_CohortTable_EndsWithThePersonAndTheTablesOwnColumns()
    {
        CohortEntry entry = Six[0] with { Person = new PersonVisit("01", "T1", "MS") { More = [KeyValuePair.Create("age", "57"), KeyValuePair.Create("status", "=1+1")] } };
        string[] lines = CohortTable.ToCsv(new Cohort([entry])).TrimEnd('\n').Split('\n');
        lines[0].ShouldEndWith(",participant,visit,group,age,participants_status");
        lines[1].ShouldContain(",01,T1,MS,57,");
    }

    [Theory]
    [InlineData("T2", "T10")]
    [InlineData("pre", "T1")]
    [InlineData("baseline", "week 4")]
    [InlineData("T3", "post")]
    [InlineData("post", "follow-up")]
    [InlineData("week 4", "week 12")]
    public void NaturalOrder_Visits_ComeAsPeoplePutThem(string earlier, string later)
    {
        NaturalOrder.Instance.Compare(earlier, later).ShouldBeLessThan(0);
        NaturalOrder.Instance.Compare(later, earlier).ShouldBeGreaterThan(0);
    }

    private static CohortEntry Walk(int person, string visit, double lengthM)
    {
        string json = WalkSummary.From(new FakeWalk(person) { LeftLengthM = lengthM, RightLengthM = lengthM }.Play((WalkingDirection.Forward, 60))).ToJson();
        return new CohortEntry($"P0{person}/{visit}", CohortStatus.Done, null, WalkSummary.FromJson(json)) { Person = new PersonVisit("P0" + person, visit, null) };
    }

    private static double Length(CohortEntry entry) => StrideGroupChoice.Of(entry.Summary!.Statistics).Group.Both.StrideLengthM.Mean!.Value;

    private static double Sd(double[] values) => Math.Sqrt(values.Sum(v => Math.Pow(v - values.Average(), 2)) / (values.Length - 1));

    private static double Value(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Row(string csv, string start)
    {
        string[] lines = csv.Split('\n');
        return lines[0].Split(',').Zip(lines.First(l => l.StartsWith(start, StringComparison.Ordinal)).Split(',')).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
    }
}
