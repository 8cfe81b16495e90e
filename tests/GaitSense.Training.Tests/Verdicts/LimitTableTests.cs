using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GaitSense.Training.Programmes;
using GaitSense.Training.Verdicts;

namespace GaitSense.Training.Tests.Verdicts;

/// <summary>The published limits as a document.</summary>
public sealed class LimitTableTests
{
    private static readonly string Text = ReadBuiltIn();

    [Fact]
    public void BuiltIn_EveryLimit_HasASourceAKindAndASide()
    {
        LimitTable.BuiltIn.Limits.Count.ShouldBe(8);
        foreach (ChangeLimit limit in LimitTable.BuiltIn.Limits)
        {
            limit.Author.ShouldNotBeNullOrWhiteSpace();
            limit.Year.ShouldBeInRange(2000, 2026);
            (limit.Up is not null || limit.Down is not null).ShouldBeTrue();
            limit.Source.ShouldContain(limit.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void BuiltIn_TheFigures_AreThoseOfTheSources()
    {
        Limit("t25fw", LimitSays.Changed).ShouldSatisfyAllConditions(l => l.Up.ShouldBe(0.23), l => l.Down.ShouldBe(0.23), l => l.N.ShouldBe(118), l => l.Near.ShouldBe(0.17));
        Limit("t25fw", LimitSays.Meaningful).Down.ShouldBe(0.20);
        Limit("3mbw", LimitSays.Changed).ShouldSatisfyAllConditions(l => l.Up.ShouldBe(1.69), l => l.Scale.ShouldBe(LimitScale.Absolute));
        Limit("tug", LimitSays.Changed).ShouldSatisfyAllConditions(l => l.Up.ShouldBe(0.31), l => l.Down.ShouldBe(0.23), l => l.N.ShouldBe(43));
        Limit("6mwt", LimitSays.Meaningful).ShouldSatisfyAllConditions(l => l.Up.ShouldBe(19.7), l => l.Down.ShouldBeNull(), l => l.Instruction.ShouldBe("comfortable"), l => l.Low95.ShouldBe(9.8), l => l.High95.ShouldBe(30.9));
        Limit("msws12_total", LimitSays.Meaningful).ShouldSatisfyAllConditions(l => l.Down.ShouldBe(8), l => l.Up.ShouldBeNull());
        LimitTable.BuiltIn.Limits.Where(l => l.Quantity is "2mwt").Select(l => l.Up).ShouldBe([9.6, 6.8]);

        static ChangeLimit Limit(string quantity, LimitSays says) => LimitTable.BuiltIn.Limits.Single(l => string.Equals(l.Quantity, quantity, StringComparison.Ordinal) && l.Says == says);
    }

    // A detectable change is 1.96 root 2 SDs of visits: 1.69 s are 0.61 s; +31 % and -23 % of ten seconds are nearly the same step of a logarithm.
    [Fact]
    public void VisitSd_OfADetectableChange_IsThatOfTheVisitsBehindIt()
    {
        Sd("3mbw", LimitSays.Changed, 6)!.Value.ShouldBe(1.69 / 2.7718, 1e-4);
        Sd("tug", LimitSays.Changed, 10)!.Value.ShouldBe(10 * (Math.Log(1.31) - Math.Log(0.77)) / 2 / 2.7718, 1e-4);
        Sd("t25fw", LimitSays.Meaningful, 7).ShouldBeNull("what people call important says nothing of how visits differ");

        static double? Sd(string quantity, LimitSays says, double baseline) => LimitTable.BuiltIn.Limits.Single(l => string.Equals(l.Quantity, quantity, StringComparison.Ordinal) && l.Says == says).VisitSd(baseline);
    }

    // The deterioration of 7.2 m has an interval that holds 0; the cut-off of the backward walk says nothing of a change.
    [Theory, InlineData("7.2"), InlineData("7.86"), InlineData("11.4")]
    public void BuiltIn_WhatIsNoLimitOfChange_IsNotInIt(string number) => Text.ShouldNotContain(number);

    [Fact]
    public void BuiltIn_NineMeasures_AreShown() => ShownMeasure.In(LimitTable.BuiltIn).Count.ShouldBe(VerdictFamily.MostMeasures);

    [Theory]
    [InlineData("limits[6].low95", "-3.3", "holds 0")]
    [InlineData("limits[0].up", "0", "above 0")]
    [InlineData("limits[0].up", "-0.23", "above 0")]
    [InlineData("limits[0].down", "1.0", "whole baseline")]
    [InlineData("limits[0].author", "\"  \"", "author is empty")]
    [InlineData("limits[0].year", "20", "year is 20")]
    [InlineData("limits[0].n", "1", "n is 1")]
    [InlineData("limits[0].near", "0.4", "near is 0.4")]
    [InlineData("limits[0].quantity", "\"distance_walked_index_percent\"", "never judged")]
    [InlineData("limits[0].quantity", "\"9hpt\"", "no such name")]
    [InlineData("limits[0].statistic", "\"mic\"", "does not fit")]
    [InlineData("settings.error_rate", "0.5", "error_rate is 0.5")]
    [InlineData("settings.least_visits", "2", "least_visits is 2")]
    [InlineData("settings.least_visits", "21", "least_visits is 21")]
    [InlineData("settings.least_visits_where_published", "1", "least_visits_where_published is 1")]
    [InlineData("settings.published_sd_freedom", "101", "published_sd_freedom is 101")]
    [InlineData("settings.tests_in_a_row", "1", "tests_in_a_row is 1")]
    [InlineData("settings.test_correlation", "0.95", "test_correlation is 0.95")]
    [InlineData("settings.source", "\"\"", "source is empty")]
    [InlineData("format", "\"gaitsense-cues\"", "format is gaitsense-cues")]
    [InlineData("version", "0", "version is 0")]
    [InlineData("quantities[0].name", "\"3mbw\"", "as another's")]
    [InlineData("quantities[0].resolution", "0", "resolution is 0")]
    [InlineData("quantities[0].decimals", "4", "decimals is 4")]
    [InlineData("quantities[4].shown", "[\"forward\"]", "10 are shown")]
    [InlineData("quantities[12].shown", "[\"forward\"]", "never judged")]
    [InlineData("quantities[0].extra", "1", "could not be mapped")]
    public void Read_WithOneThingWrong_SaysWhat(string where, string value, string why)
    {
        TrainingFileException e = Should.Throw<TrainingFileException>(() => LimitTable.Read("mine.json", With(where, value)));
        e.Message.ShouldStartWith("mine.json: ");
        e.Message.ShouldContain(why);
        e.Message.ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("settings.error_rate", "0.2")]
    [InlineData("settings.least_visits", "3")]
    [InlineData("settings.least_visits", "20")]
    [InlineData("settings.least_visits_where_published", "2")]
    [InlineData("settings.test_correlation", "0.9")]
    [InlineData("settings.measures_in_a_row", "10")]
    [InlineData("settings.published_sd_freedom", "0")]
    [InlineData("settings.published_sd_freedom", "100")]
    public void Read_ANumberAtItsEdge_IsTaken(string where, string value) => LimitTable.Read("mine.json", With(where, value)).Limits.Count.ShouldBe(8);

    [Fact]
    public void Read_AnyDamagedText_IsReadOrRefusedWithALine() =>
        Prop.ForAll(Gen.Choose(0, Text.Length - 1).ToArbitrary(), Gen.Elements('{', '}', '"', '0', '-', ',', ' ', 'e', '\0').ToArbitrary(), (at, with) =>
        {
            string damaged = string.Concat(Text.AsSpan(0, at), with.ToString(), Text.AsSpan(at + 1));
            try
            {
                return LimitTable.Read("x", damaged).Limits.Count > 0;
            }
            catch (TrainingFileException e)
            {
                return e.Message.StartsWith("x: ", StringComparison.Ordinal) && !e.Message.Contains('\n', StringComparison.Ordinal);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string With(string where, string value)
    {
        JsonNode root = JsonNode.Parse(Text)!;
        JsonNode at = root;
        string[] parts = where.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        foreach (string part in parts[..^1]) at = part[0] == '[' ? at[int.Parse(part[1..^1], System.Globalization.CultureInfo.InvariantCulture)]! : at[part]!;
        at[parts[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }

    private static string ReadBuiltIn()
    {
        using Stream stream = typeof(LimitTable).Assembly.GetManifestResourceStream("change-limits.json")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
