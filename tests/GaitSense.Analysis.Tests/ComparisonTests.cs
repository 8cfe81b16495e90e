using GaitSense.Analysis.Comparison;
using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

public sealed class ComparisonTests
{
    private const WalkingDirection Forward = WalkingDirection.Forward;

    [Fact]
    public void Sessions_LongerStrides_AreBeyondMeasuringError()
    {
        var c = SessionComparison.Of(Summary(1, 1.20), Summary(2, 1.35));
        Change length = c.Groups.Single().Means.Single(m => string.Equals(m.Name, "stride_length_m", StringComparison.Ordinal));
        length.Difference!.Value.ShouldBe(0.15, 0.02);
        length.Ci95Low!.Value.ShouldBeLessThan(length.Difference.Value);
        length.BeyondMeasuringError.ShouldBe(true);
        length.IntervalExcludesZero.ShouldBe(true);
        SessionComparisonReport.Verdict(length).ShouldBe("longer");
        c.Groups[0].Strides.ShouldBe("steady_forward");
    }

    // A foot that tilts more at push-off has a smaller, more negative angle: "less" would be read the wrong way round.
    [Theory]
    [InlineData(-52, -65, "foot more tilted at push-off")]
    [InlineData(-65, -52, "foot less tilted at push-off")]
    public void Verdict_OfAnAngleAtPushOff_SaysWhichWayTheFootTilts(double first, double second, string verdict)
    {
        WalkParameter angle = WalkParameter.All.Single(p => string.Equals(p.Name, "angle_at_tc_deg", StringComparison.Ordinal));
        Change change = new Change { Name = angle.Name, Title = angle.Title, Unit = angle.Unit, Decimals = 1, Larger = angle.Larger, Smaller = angle.Smaller, NFirst = 40, NSecond = 40, MeasuringErrorLimit = 2 }
            .With(first, first - 1, first + 1, second, second - 1, second + 1, 1, null);

        SessionComparisonReport.Verdict(change).ShouldBe(verdict);
    }

    [Fact]
    public void Sessions_TheSameWalkTwice_DifferWithinMeasuringError()
    {
        foreach (Change change in SessionComparison.Of(Summary(1, 1.20), Summary(1, 1.20)).Groups.Single().Means)
        {
            change.Difference!.Value.ShouldBe(0, 1e-12);
            change.IntervalExcludesZero.ShouldNotBe(true);
            change.BeyondMeasuringError.ShouldNotBe(true);
        }
    }

    [Fact]
    public void Sessions_MeasuringErrorLimit_IsOfBothSessions()
    {
        Change length = SessionComparison.Of(Summary(1, 1.2), Summary(2, 1.2)).Groups[0].Means.Single(m => string.Equals(m.Name, "stride_length_m", StringComparison.Ordinal));
        MeasuringError e = MeasuringErrors.StrideLengthM;
        double one = (e.FootSystematic * e.FootSystematic / 2) + (e.SharedSystematic * e.SharedSystematic) + (e.Sd * e.Sd / length.NFirst);
        length.MeasuringErrorLimit!.Value.ShouldBe(1.96 * Math.Sqrt(2 * one), 1e-5);
    }

    [Fact]
    public void Sessions_Interval_HoldsTheTrueDifferenceMostly()
    {
        int held = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            Change length = SessionComparison.Of(Summary(seed, 1.2), Summary(1000 + seed, 1.25)).Groups[0].Means.Single(m => string.Equals(m.Name, "stride_length_m", StringComparison.Ordinal));
            if (length.Ci95Low <= 0.05 && 0.05 <= length.Ci95High) held++;
        }

        held.ShouldBeGreaterThanOrEqualTo(36);
    }

    [Fact]
    public void Sessions_TooShort_SaySoAndHaveNoNumbers()
    {
        var c = SessionComparison.Of(Summary(1, 1.2), WalkSummary.From(new FakeWalk().Play((Forward, 2))));
        c.Groups.ShouldBeEmpty();
        c.Notes.ShouldContain(n => n.Contains("nothing can be compared", StringComparison.Ordinal));
        HtmlChecks.IsWellFormedAndSelfContained(SessionComparisonReport.ToHtml(c));
    }

    [Fact]
    public void Sessions_OfOnePerson_AreTitledByThePersonAndTheVisits()
    {
        var c = SessionComparison.Of(
            Summary(1, 1.2) with { Recording = "walk-a", Participant = "P07", Visit = "T1", StartedAt = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero) },
            Summary(2, 1.3) with { Recording = "walk-b", Participant = "P07", Visit = "T2", StartedAt = new DateTimeOffset(2026, 3, 20, 9, 30, 0, TimeSpan.Zero) });
        c.Title.ShouldBe("P07: T1 → T2");
        string html = SessionComparisonReport.ToHtml(c);
        html.ShouldContain("<h1>P07: T1 → T2</h1>");
        html.ShouldContain("@top-right { content: \"2026-03-01 10:00 and 2026-03-20 09:30\"");
        html.ShouldContain("walk-a");
        c.ToJson().ShouldContain("\"participant\": \"P07\"");
    }

    [Theory]
    [InlineData(1, 20, "P07: 2026-03-01 → 2026-03-20")]
    [InlineData(1, 1, "P07: a → b")]
    public void Sessions_WhoseVisitsNobodyNamed_AreCalledByTheirDays(int firstDay, int secondDay, string title) => SessionComparison.Of(
        Summary(1, 1.2) with { Recording = "a", Participant = "P07", StartedAt = new DateTimeOffset(2026, 3, firstDay, 9, 0, 0, TimeSpan.Zero) },
        Summary(2, 1.2) with { Recording = "b", Participant = "P07", StartedAt = new DateTimeOffset(2026, 3, secondDay, 11, 0, 0, TimeSpan.Zero) }).Title.ShouldBe(title);

    [Theory]
    [InlineData("P07", "T1", "P08", "T1", "a → b", true)]
    [InlineData("P07", "T1", "P07", "T1", "P07: a → b", false)]
    [InlineData("P07", null, "P07", "T2", "P07: a → b", false)]
    [InlineData(null, "T1", null, "T2", "a → b", false)]
    public void Sessions_WhereThePersonIsNotOneOrNotKnown_AreCalledByTheirRecordings(string? first, string? firstVisit, string? second, string? secondVisit, string title, bool saysTwoPeople)
    {
        var c = SessionComparison.Of(
            Summary(1, 1.2) with { Recording = "a", Participant = first, Visit = firstVisit }, Summary(2, 1.2) with { Recording = "b", Participant = second, Visit = secondVisit });
        c.Title.ShouldBe(title);
        c.Notes.Any(n => n.Contains("two people", StringComparison.Ordinal)).ShouldBe(saysTwoPeople);
    }

    [Fact]
    public void Sessions_LeftAgainstRight_IsComparedInLnRatio()
    {
        Change symmetry = SessionComparison.Of(Summary(1, 1.20, 1.20), Summary(2, 1.20, 1.32)).Groups[0].Symmetry.Single(s => s.Name.StartsWith("stride_length", StringComparison.Ordinal));
        symmetry.Difference!.Value.ShouldBe(100 * Math.Log(1.1), 1.5);
        symmetry.BeyondMeasuringError.ShouldBe(true);
    }

    [Fact]
    public void Reports_AreWellFormed()
    {
        var c = SessionComparison.Of(Summary(1, 1.2), Summary(2, 1.3) with { Recording = "<b>&" });
        HtmlChecks.IsWellFormedAndSelfContained(SessionComparisonReport.ToHtml(c));
        c.ToJson().ShouldContain("\"measuring_error_limit\"");
        var s = SystemComparison.Of(Walk("a<", 0, 0), Walk("b", 0.01, 0.02));
        HtmlChecks.IsWellFormedAndSelfContained(SystemComparisonReport.ToHtml(s));
        s.ToJson().ShouldContain("\"bland_altman\"");
        HtmlChecks.IsWellFormedAndSelfContained(SystemComparisonReport.ToHtml(SystemComparison.Of(Walk("a", 0, 0) with { Strides = [], Events = [] }, Walk("b", 0, 0))));
    }

    [Fact]
    public void Systems_LaterAndLonger_IsBias()
    {
        var c = SystemComparison.Of(Walk("a", 0, 0), Walk("b", 0.010, 0.02));
        EventAgreement contacts = c.Events.Single(e => string.Equals(e.Event, "initial_contact", StringComparison.Ordinal));
        contacts.Matched.ShouldBe(60);
        contacts.Time.BlandAltman!.Bias.ShouldBe(10, 1e-6);
        contacts.Time.BlandAltman.Sd.ShouldBe(0, 1e-6);
        c.StridesMatched.ShouldBe(60);
        Agreement length = c.Strides.Single(s => string.Equals(s.Name, "stride_length_m", StringComparison.Ordinal));
        length.BlandAltman!.Bias.ShouldBe(2, 1e-6);
        c.DirectionsAlike.ShouldBe(c.DirectionsNamed);
    }

    [Fact]
    public void Systems_MissedEvents_AreCountedOnTheirSide()
    {
        MeasuredWalk all = Walk("a", 0, 0), some = all with { Events = [.. all.Events.Where((_, i) => i % 10 != 0)], Strides = [.. all.Strides.Skip(5)] };
        var c = SystemComparison.Of(all, some);
        c.Events.Sum(e => e.OnlyFirst).ShouldBe(all.Events.Count - some.Events.Count);
        c.Events.Sum(e => e.OnlySecond).ShouldBe(0);
        c.StridesOnlyFirst.ShouldBe(5);
        SystemComparison.Of(some, all).StridesOnlySecond.ShouldBe(5);
    }

    [Theory, InlineData(0), InlineData(12.345), InlineData(-100.5)]
    public void Systems_ClockAhead_IsFoundFromTheContacts(double aheadS)
    {
        MeasuredWalk first = Walk("a", 0, 0), second = Walk("b", aheadS, 0);
        var c = SystemComparison.Of(first, second, offsetS: null);
        c.OffsetS.ShouldBe(aheadS, 1e-6);
        c.OffsetEstimated.ShouldBeTrue();
        c.StridesMatched.ShouldBe(60);
        SystemComparison.Of(first, second, aheadS).StridesMatched.ShouldBe(60);
    }

    // One foot pushes off twice: nobody can say within 40 ms when it left the ground, and so not how long it stood or swung.
    [Theory, InlineData("stance_time_s"), InlineData("swing_time_s"), InlineData("swing_percent"), InlineData("double_support_percent"), InlineData("single_support_percent")]
    public void Sessions_WithAmbiguousTerminalContacts_HaveWiderIntervalsAndLimits(string name)
    {
        Change clear = Of(0), ambiguous = Of(0.04);
        double scale = name.EndsWith("_percent", StringComparison.Ordinal) ? 100 / FakeWalk.StrideTimeS : 1;
        (ambiguous.MeasuringErrorLimit!.Value - clear.MeasuringErrorLimit!.Value).ShouldBeGreaterThan(0.006 * scale);
        ambiguous.MeasuringErrorLimit.Value.ShouldBeGreaterThanOrEqualTo(0.02 * scale, "half of one foot's 40 ms is in a mean over both feet");
        (ambiguous.Ci95High!.Value - ambiguous.Ci95Low!.Value).ShouldBeGreaterThan(2 * 0.02 * scale);
        ambiguous.Difference.ShouldBe(clear.Difference);

        Change Of(double ambiguityS) => SessionComparison.Of(Summary(1, 1.2), WalkSummary.From(new FakeWalk(2) { LeftAmbiguityS = ambiguityS }.Play((Forward, 60))))
            .Groups[0].Means.Single(m => string.Equals(m.Name, name, StringComparison.Ordinal));
    }

    [Theory, InlineData("stride_time_s"), InlineData("stride_length_m"), InlineData("clearance_m")]
    public void Sessions_WithAmbiguousTerminalContacts_KeepWhatHasNone(string name)
    {
        Change Of(double ambiguityS) => SessionComparison.Of(Summary(1, 1.2), WalkSummary.From(new FakeWalk(2) { LeftAmbiguityS = ambiguityS }.Play((Forward, 60))))
            .Groups[0].Means.Single(m => string.Equals(m.Name, name, StringComparison.Ordinal));
        Of(0.04).ShouldBe(Of(0));
    }

    private static WalkSummary Summary(int seed, double leftM, double? rightM = null) =>
        WalkSummary.From(new FakeWalk(seed) { LeftLengthM = leftM, RightLengthM = rightM ?? leftM }.Play((Forward, 60)));

    // Uneven strides: a walk that repeats itself exactly would fit its own shifts.
    private static MeasuredWalk Walk(string name, double laterS, double longerM)
    {
        Random random = new(5);
        List<GaitEvent> events = [];
        List<Stride> strides = [];
        foreach (Foot foot in new[] { Foot.Left, Foot.Right })
        {
            double t = foot == Foot.Left ? 1 : 1.6;
            for (int i = 0; i < 30; i++)
            {
                double opened = t;
                t += 1 + (0.2 * random.NextDouble());
                events.Add(new GaitEvent(foot, GaitEventKind.TerminalContact, At(t - 0.4), At(t), Forward, 1, null));
                events.Add(new GaitEvent(foot, GaitEventKind.InitialContact, At(t), At(t), Forward, 1, null));
                strides.Add(new Stride { Foot = foot, Index = i, Start = At(opened), TerminalContact = At(t - 0.4), End = At(t), KnownAt = At(t), LengthM = 1.2 + (0.1 * random.NextDouble()) + longerM, Direction = Forward, Confidence = 1 });
            }
        }

        return new MeasuredWalk(name, events, strides);

        DeviceTime At(double s) => DeviceTime.FromSeconds(s + laterS);
    }
}
