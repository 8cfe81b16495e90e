using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

public sealed class CohortTests
{
    private const WalkingDirection Forward = WalkingDirection.Forward;

    [Fact]
    public void FromJson_OfAnySummary_IsWhatWasWritten()
    {
        foreach (WalkRecord walk in new[] { new FakeWalk { RejectEvery = 9 }.Play((Forward, 60), (WalkingDirection.Backward, 25)), new FakeWalk { SharedClock = false, Feet = [Foot.Left] }.Play((Forward, 3)) })
        {
            string json = WalkSummary.From(walk).ToJson();
            WalkSummary.FromJson(json).ToJson().ShouldBe(json);
        }
    }

    [Theory, InlineData("{}"), InlineData("[]"), InlineData("7"), InlineData("{\"format\":7}"), InlineData("{\"format\":\"gaitsense-walk-summary\",\"version\":2}"), InlineData("{\"format\":\"gaitsense-walk-summary\",\"version\":1}")]
    public void FromJson_OfAnythingElse_SaysSo(string json) => Should.Throw<System.Text.Json.JsonException>(() => WalkSummary.FromJson(json));

    [Fact]
    public void ToCsv_InAnyOrder_IsTheSameText()
    {
        CohortEntry[] entries = [Walk("b", 1), Walk("a", 2), Broken("c")];
        string csv = CohortTable.ToCsv(new Cohort(entries));
        CohortTable.ToCsv(new Cohort(entries.Reverse())).ShouldBe(csv);
        string[] lines = csv.TrimEnd('\n').Split('\n');
        lines.Select(l => l.Split(',')[0]).ShouldBe(["recording", "a", "b", "c"]);
        csv.ShouldNotContain("NaN");
    }

    [Fact]
    public void ToCsv_Columns_HoldTheSummarysNumbers()
    {
        CohortEntry entry = Walk("a", 1);
        Dictionary<string, string> row = Row(new Cohort([entry]), 1);
        StrideGroup steady = entry.Summary!.Statistics.SteadyForward;
        row["status"].ShouldBe("done");
        row["strides_used"].ShouldBe("steady_forward");
        double.Parse(row["stride_length_m"], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(steady.Both.StrideLengthM.Mean!.Value, 1e-9);
        double.Parse(row["speed_mps_right"], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(steady.Right.SpeedMps.Mean!.Value, 1e-9);
        double.Parse(row["stride_length_symmetry_percent"], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(steady.Symmetry.StrideLength.Percent!.Value, 1e-9);
        row["steps"].ShouldBe("120");
    }

    [Fact]
    public void ToCsv_FailedRecording_HasItsReasonAndNoNumber()
    {
        Cohort cohort = new([new CohortEntry("x", CohortStatus.Failed, "left.csv, line 3: \"a\" is no number, so it ends", null)]);
        CohortTable.ToCsv(cohort).Split('\n')[1].ShouldStartWith("x,failed,\"left.csv, line 3: \"\"a\"\" is no number, so it ends\",,,");
    }

    [Fact]
    public void Cohort_OneNameTwice_IsRefused() => Should.Throw<ArgumentException>(() => new Cohort([Broken("a"), Broken("a")]));

    [Fact]
    public void ToHtml_AnyCohort_IsWellFormedAndSelfContained()
    {
        Cohort[] cohorts =
        [
            new([.. Enumerable.Range(0, 40).Select(i => Walk($"site/<{i}>", i)), Broken("broken"), new CohortEntry("open", CohortStatus.NotBegun, null, null)]),
            new([Broken("only")]),
            new([]),
            new([Walk("one", 1)]),
            new([new CohortEntry("short", CohortStatus.Done, null, Stored(new FakeWalk().Play((Forward, 1))))]),
        ];
        foreach (Cohort cohort in cohorts)
        {
            string html = CohortReport.ToHtml(cohort);
            HtmlChecks.IsWellFormedAndSelfContained(html);
            html.ShouldContain("not a medical device");
            foreach (CohortEntry failed in cohort.Failed) html.ShouldContain(failed.Error!);
        }

        CohortReport.ToHtml(cohorts[0]).ShouldContain("href=\"site/%3C3%3E/report.html\"");
    }

    [Fact]
    public void ToHtml_WalkFarFromTheOthers_IsWorthALook()
    {
        List<CohortEntry> entries = [.. Enumerable.Range(0, 20).Select(i => Walk($"w{i}", i))];
        CohortReport.ToHtml(new Cohort(entries)).ShouldContain("No recording stands out");
        entries.Add(new CohortEntry("dwarf", CohortStatus.Done, null, Stored(new FakeWalk { LeftLengthM = 0.3, RightLengthM = 0.3 }.Play((Forward, 60)))));
        CohortReport.ToHtml(new Cohort(entries)).ShouldContain(">dwarf</a></td><td><span class=\"stack\">Speed 0.27");
    }

    private static CohortEntry Walk(string name, int seed) => new(name, CohortStatus.Done, null, Stored(new FakeWalk(seed) { LeftLengthM = 1.2 + (0.01 * (seed % 7)) }.Play((Forward, 60))));

    private static WalkSummary Stored(WalkRecord walk) => WalkSummary.FromJson(WalkSummary.From(walk).ToJson());

    private static CohortEntry Broken(string name) => new(name, CohortStatus.Failed, "left.csv is empty", null);

    private static Dictionary<string, string> Row(Cohort cohort, int row)
    {
        string[] lines = CohortTable.ToCsv(cohort).Split('\n');
        return lines[0].Split(',').Zip(lines[row].Split(',')).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
    }
}
