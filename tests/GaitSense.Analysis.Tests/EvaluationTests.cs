using GaitSense.Analysis.Accuracy;
using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Analysis.Tests;

public sealed class EvaluationTests
{
    [Fact]
    public void Add_HandMadeEvents_GivesTheHandComputedScore()
    {
        ReferenceData reference = new() { Events = [Label(1.0), Label(2.0), Label(3.0), Label(9.0), Label(10.0)], Ignored = [new(Foot.Left, Us(9.4), Us(9.5), "why")] };
        // 1.01 and 2.03 match; 2.5 is a false alarm; 3.0 is missed; 5 lies in a hole, 9.45 where nothing is judged, 11 outside; 9.0 and 10.0 match.
        GaitEvent[] events = [Found(1.01), Found(2.03), Found(2.5), Found(5), Found(9.0), Found(9.45), Found(10.0, WalkingDirection.Backward), Found(11)];
        EventScore s = new Evaluation().Add("r", reference, events, []).Result.InitialContact!;

        s.Labels.ShouldBe(5);
        s.Recall.ShouldBe(0.8);
        s.Precision.ShouldBe(0.8);
        s.F1.ShouldBe(0.8);
        s.ErrorMs.ShouldBe(new ErrorSpread(4, 10, 12.25, 15.81, 10, 30));
        s.LatencyMs!.MedianMs.ShouldBe(40);
        s.KnownAfterReferenceMs!.P95Ms.ShouldBe(70);
        s.DirectionAccuracy.ShouldBe(0.75);
        s.DirectionRecall.ShouldBe(0.6);
    }

    [Fact]
    public void Add_HandMadeStrides_FindsRejectsAndCountsExtras()
    {
        ReferenceData reference = new() { Strides = [Span(1, 2, 1.0), Span(2, 3, 1.0), Span(3, 4, 1.0), Span(4, 5, 1.0)] };
        Stride[] strides = [Swing(1.5, 1.04), Swing(1.7, 1.5), Swing(2.4, null), Swing(3.5, 0.98)];
        StrideScore s = new Evaluation().Add("r", reference, [], strides).Result.Stride!;

        (s.Labels, s.Matched, s.Rejected, s.Extra).ShouldBe((4, 2, 1, 1));
        s.ForwardFound.ShouldBe(0.5);
        s.LengthErrorCm!.Bias.ShouldBe(1.0);
        s.LengthErrorCm.Mae.ShouldBe(3.0);
        s.Direction.ShouldBe([KeyValuePair.Create("forward -> forward", 2)]);
    }

    [Fact]
    public void Add_HandMadeGuesses_GivesHowEarlyAndHowManyWithdrawn()
    {
        ReferenceData reference = new() { Events = [Label(1), Label(2), Label(3)] };
        // Known 10 ms before, 20 ms after; 3.0 has a withdrawn guess only; the undecided one and the other foot's do not count.
        ProvisionalEvent[] guesses =
        [
            Guess(0.98, 0.99, true), Guess(2.01, 2.02, true), Guess(3.0, 3.01, false), Guess(3.1, 3.1, null), Guess(2.5, 2.5, false),
            Guess(1, 1, false) with { Foot = Foot.Right },
        ];
        Evaluation evaluation = new();
        RecordingEvaluation one = evaluation.Add("r", reference, [], [], guesses: guesses);
        evaluation.Add("s", reference, [], [], guesses: guesses);

        ProvisionalScore s = one.ProvisionalInitialContact!;
        (s.Labels, s.Matched, s.Guesses, s.Withdrawn, s.WithdrawnPercent).ShouldBe((3, 2, 4, 2, 50));
        s.KnownAfterReferenceMs.ShouldBe(new DelaySpread(-10, 20));
        one.ProvisionalTerminalContact.ShouldBeNull();
        evaluation.Pooled.ProvisionalInitialContact!.Guesses.ShouldBe(8);

        static ProvisionalEvent Guess(double s, double known, bool? kept) => new(Foot.Left, GaitEventKind.InitialContact, Us(s), Us(known), 0.7, kept);
    }

    [Fact]
    public void Unreferenced_HandMadeWalk_GivesStridesDifferenceAndClosure()
    {
        Stride[] strides = [Swing(1, 1.0), Swing(2, 1.2), Swing(3, null), Swing(1.5, 0.9) with { Foot = Foot.Right }];
        PathPoint[] path = [Point(Foot.Left, 2, 3, 4, 12), Point(Foot.Left, 1, 3, 4, 0), Point(Foot.Right, 1, 1, 0, 0)];
        UnreferencedRecording walk = UnreferencedRecording.Of("bare", strides, path);

        UnreferencedFoot left = walk[Foot.Left]!;
        left.ValidStrides.ShouldBe(2);
        left.MeanLengthM!.Value.ShouldBe(1.1, 1e-9);
        left.PathLengthM!.Value.ShouldBe(17, 1e-9);
        left.EndToOriginM!.Value.ShouldBe(13, 1e-9);
        walk.LengthDifferencePercent!.Value.ShouldBe(20, 1e-9);
        UnreferencedRecording.Of("one foot", strides[..3], []).LengthDifferencePercent.ShouldBeNull();

        Evaluation evaluation = Example();
        evaluation.Add(walk);
        EvaluationTable.ToMarkdown(evaluation).ShouldContain("| bare | 2 / 1 | 1.100 / 0.900 | 20.0 % | 17.00 / 1.00 | 13.000 / 1.000 |");
        HtmlChecks.IsWellFormedAndSelfContained(EvaluationReport.ToHtml(evaluation));

        static PathPoint Point(Foot foot, double s, double x, double y, double z) => new(foot, Us(s), new Vector3D(x, y, z), 0);
    }

    [Fact]
    public void Add_HandMadeDirections_CountsRightUnknownConfidentAndEarlyOnes()
    {
        ReferenceData reference = new() { Strides = [Span(1, 2, 1.0), Span(2, 3, 1.0), Span(3, 4, 1.0), Span(4, 5, 1.0), Span(5, 6, 1) with { Direction = WalkingDirection.Unknown }] };
        Stride[] strides =
        [
            Swing(1.5, 1), Swing(2.5, 1) with { Direction = WalkingDirection.Backward, Confidence = 0.8996 },
            Swing(3.5, 1) with { Direction = WalkingDirection.InPlace, Confidence = 0.8994 }, Swing(4.5, 1) with { Direction = WalkingDirection.Unknown }, Swing(5.5, 1),
        ];
        // Early: right; known only after the landing; right; another foot's.
        GaitEvent[] events = [Middle(1.5, 1.6), Middle(2.5, 2.8), Middle(3.5, 3.7), Middle(4.5, 4.6) with { Foot = Foot.Right }];
        DirectionScore s = new Evaluation().Add("r", reference, events, strides).Direction!;

        s.ShouldBe(new DirectionScore { Strides = 4, Right = 1, Unknown = 1, ConfidentWrong = 1, EarlyRight = 2, EarlyUnknown = 2 });
        s.Wrong.ShouldBe(2);
        s.Share(s.Right).ShouldBe(0.25);

        static GaitEvent Middle(double s, double knownS) => new(Foot.Left, GaitEventKind.MidSwing, Us(s), Us(s + 0.02), WalkingDirection.Forward, 0.8, Us(knownS));
    }

    [Theory]
    [InlineData("voisard-1-6", "voisard-*")]
    [InlineData("trial-2017-11-22-11-22-03", "trial-*")]
    [InlineData("healthy-4x10m", "healthy-4x10m")]
    [InlineData("walk", "walk")]
    public void KindOf_Name_DropsRunningNumbers(string name, string kind) => Evaluation.KindOf(name).ShouldBe(kind);

    [Fact]
    public void ToMarkdown_TwoOfAKindAndOneOther_HasARowForEachAndPools()
    {
        string text = EvaluationTable.ToMarkdown(Example(), "1.2.3");

        text.ShouldContain("GaitSense 1.2.3.");
        text.ShouldContain("\n| a-1 | 2 | 1.0000 | 10.0 | 0.0 | 10.0 | 50 / 50 |");
        text.ShouldContain("\n| **a-\\*** | **4** |");
        text.ShouldContain("\n| **all** | **6** |");
        text.Split('\n').Where(l => l.StartsWith('|')).GroupBy(l => l.Count(c => c == '|')).Count().ShouldBe(3, "each of the three tables has one width");
    }

    [Fact]
    public void ToHtml_SeveralRecordings_IsWellFormedAndSelfContained()
    {
        HtmlChecks.IsWellFormedAndSelfContained(EvaluationReport.ToHtml(Example()));
        HtmlChecks.IsWellFormedAndSelfContained(EvaluationReport.ToHtml(new Evaluation()));
        Evaluation bare = new();
        bare.Add("no references at all", new ReferenceData(), [], []);
        HtmlChecks.IsWellFormedAndSelfContained(EvaluationReport.ToHtml(bare));
        bare.Recordings[0].Result.ToJson().ShouldBe("{}");
    }

    [Fact]
    public void ToHtml_EveryRecordingOfTheDataFolder_StaysReadable()
    {
        if (RealRecordings.Folder is not { } data)
        {
            Assert.Skip("The recordings are not on this machine.");
            return;
        }

        Evaluation evaluation = new();
        int seed = 0;
        foreach (string recording in Directory.GetDirectories(data).Order(StringComparer.Ordinal).Where(r => Directory.Exists(Path.Combine(r, "reference"))))
        {
            ReferenceData reference = SharedData.Read(recording);
            SyntheticAnalysis analysis = new(reference, seed++);
            evaluation.Add(Path.GetFileName(recording), reference, analysis.Events, analysis.Strides);
        }

        string html = EvaluationReport.ToHtml(evaluation);
        if (Environment.GetEnvironmentVariable("GAITSENSE_SHOW") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, "evaluation.html"), html);
            File.WriteAllText(Path.Combine(folder, "accuracy.md"), EvaluationTable.ToMarkdown(evaluation));
        }

        HtmlChecks.IsWellFormedAndSelfContained(html);
        html.Length.ShouldBeLessThan(3_000_000);
    }

    private static Evaluation Example()
    {
        Evaluation evaluation = new();
        foreach (string name in new[] { "a-1", "a-2", "b" })
        {
            ReferenceData reference = new() { Events = [Label(1), Label(2)], Strides = [Span(1, 2, 1), Span(2, 3, 1), Span(3, 4, 1)], StrideSequence = [new(Foot.Left, 1.1, 1.2)] };
            evaluation.Add(name, reference, [Found(1.01), Found(2.01)], [Swing(1.5, 1.01), Swing(2.5, 0.98), Swing(3.5, 1.02)]);
        }

        return evaluation;
    }

    private static ReferenceEvent Label(double s) => new(Foot.Left, GaitEventKind.InitialContact, Us(s), WalkingDirection.Forward);

    private static GaitEvent Found(double s, WalkingDirection direction = WalkingDirection.Forward) =>
        new(Foot.Left, GaitEventKind.InitialContact, Us(s), Us(s + 0.04), direction, 1, null);

    private static ReferenceStride Span(double start, double end, double length) => new(Foot.Left, Us(start), Us(end), length, WalkingDirection.Forward);

    private static Stride Swing(double middle, double? length) => new()
    {
        Foot = Foot.Left,
        Start = Us(middle - 0.9),
        TerminalContact = Us(middle - 0.2),
        End = Us(middle + 0.2),
        LengthM = length,
        Direction = WalkingDirection.Forward,
        Confidence = 1,
        RejectReason = length is null ? RejectReason.Gap : RejectReason.None,
    };

    private static DeviceTime Us(double seconds) => DeviceTime.FromSeconds(seconds);
}
