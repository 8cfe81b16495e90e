using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Sessions;
using GaitSense.Streams;
using GaitSense.Walk;
using Spectre.Console;
using Spectre.Console.Rendering;
using Phrases = GaitSense.Cli.View.Phrases;

namespace GaitSense.Cli.Tests;

public sealed class ViewTests
{
    [Fact]
    public async Task Frame_OfAWalkUnderWay_ShowsBothFeetCadenceSymmetryDirectionAndEvents()
    {
        await using var feed = new WalkFeed(100);
        using var state = new WalkState(feed);
        var ends = DeviceTime.FromSeconds(12.5);
        feed.OnPose(default(FootPose) with { Foot = Foot.Left, Time = ends, Phase = FootPhase.Swing });
        feed.OnPose(default(FootPose) with { Foot = Foot.Right, Time = ends, Phase = FootPhase.FootFlat });
        feed.OnStride(new Stride { Foot = Foot.Left, End = ends, Start = DeviceTime.FromSeconds(11.4), TerminalContact = DeviceTime.FromSeconds(12.1), LengthM = 1.234, ClearanceM = 0.081, Direction = WalkingDirection.Backward });
        feed.OnStride(new Stride { Foot = Foot.Right, End = ends, RejectReason = RejectReason.Gap });
        feed.OnEvent(default(GaitEvent) with { Foot = Foot.Left, Kind = GaitEventKind.InitialContact, Time = ends, Direction = WalkingDirection.Backward });
        feed.OnGap(new Gap(Foot.Right, DeviceTime.FromSeconds(12), DeviceTime.FromSeconds(12.25), Bridged: false));
        feed.OnMetrics(default(LiveMetrics) with { CadenceStepsPerMin = 104.4, LengthSymmetryPercent = 10, Direction = WalkingDirection.Backward, IsWalking = true });
        await feed.CompleteAsync();
        foreach (bool unicode in new[] { true, false })
        {
            string frame = Render(LiveView.Frame(new Source(), "real speed", state.Take(), unicode));
            foreach (string text in new[]
                { "left foot", "right foot", "swing", "flat", "1.23 m", "1.10 s", "8.1 cm", "0 valid, 1 rejected", "104 steps/min", "10.0 % longer right", "backward", "initial contact", "no samples for 250 ms", "0:12.5", "walking", "1 gaps, 0.25 s" })
                frame.ShouldContain(text);
            if (!unicode) frame.ShouldAllBe(c => c < 128);
            frame.Split('\n').Length.ShouldBeLessThanOrEqualTo(24, "a terminal has 24 lines");
        }
    }

    [Fact]
    public async Task Frame_WithCues_SaysHowTheyAreInALine()
    {
        await using var feed = new WalkFeed(100);
        using var state = new WalkState(feed);
        feed.OnCues(new CueState(DeviceTime.FromSeconds(40), SilenceReason.None, 108.2, 2, -0.012, 0.97));
        await feed.CompleteAsync();
        string frame = Render(LiveView.Frame(new Source(), "real speed", state.Take(), unicode: false, hasCues: true));
        frame.ShouldContain("cues  beat 108 steps/min (+2 %), steps with it (12 ms before)");
        frame.Split('\n').Length.ShouldBeLessThanOrEqualTo(24, "a terminal has 24 lines");
        Render(LiveView.Frame(new Source(), "real speed", state.Take(), unicode: true)).ShouldNotContain("cues");
        foreach (SilenceReason why in Enum.GetValues<SilenceReason>())
            CueLine.Of(new CueState(default, why, null, 0, null, null)).Length.ShouldBeLessThanOrEqualTo(72, "a line of a terminal");
    }

    [Fact]
    public async Task PlainLines_OfCuesThatChangeQuickly_AreFew()
    {
        await using var feed = new WalkFeed(1000);
        using var lines = new StringWriter();
        using var view = new PlainView(feed, lines);
        for (int i = 0; i < 200; i++)
            feed.OnCues(new CueState(DeviceTime.FromSeconds(i * 0.1), i % 2 == 0 ? SilenceReason.None : SilenceReason.Turning, i % 2 == 0 ? 100 + i : null, 0, null, null));
        feed.OnCues(new CueState(DeviceTime.FromSeconds(60), SilenceReason.SensorLost, null, 0, null, null));
        await feed.CompleteAsync();
        string[] said = lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        said.Length.ShouldBeInRange(4, 12, "at most one in two seconds");
        said[^1].ShouldContain("60.00 s");
        said[^1].ShouldContain("cues      silent: a sensor was not heard");
    }

    [Theory]
    [InlineData(null, 0, "-")]
    [InlineData(0.0, 10, "equal")]
    [InlineData(20.0, 20, "20.0 % longer right")]
    [InlineData(-99.0, 0, "99.0 % longer left")]
    public void SymmetryBar_AnyValue_MarksTheFootWithMore(double? percent, int mark, string words)
    {
        string bar = Phrases.SymmetryBar(percent, unicode: false);
        bar.Length.ShouldBe(21);
        bar.IndexOf('#', StringComparison.Ordinal).ShouldBe(percent is null ? -1 : mark);
        Phrases.Symmetry(percent, "longer").ShouldBe(words);
    }

    [Theory]
    [InlineData(0.5, 10, "walk: 50 %, about 10 s left")]
    [InlineData(0.1, 60, "walk: 10 %, about 9 min left")]
    [InlineData(0.0, 5, "walk: 0 %")]
    [InlineData(1.0, 5, "walk: 100 %, about 0 s left")]
    public void ProgressText_SomeOfTheWorkDone_SaysHowMuchIsLeft(double done, double elapsedS, string expected) =>
        ProgressLine.Text("walk", done, TimeSpan.FromSeconds(elapsedS)).ShouldBe(expected);

    [Theory, InlineData(0, "0:00.0"), InlineData(59.99, "0:59.9"), InlineData(61.25, "1:01.2"), InlineData(-1, "0:00.0")]
    public void Clock_Seconds_AreMinutesAndTenths(double seconds, string expected) => Phrases.Clock(seconds).ShouldBe(expected);

    private static string Render(IRenderable frame)
    {
        using var writer = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 80;
        console.Write(frame);
        return writer.ToString().TrimEnd();
    }

    private sealed class Source : ISampleSource
    {
        public string Name => "walk";

        public string? Description => null;

        public IReadOnlyList<Foot> Feet => [Foot.Left, Foot.Right];

        public WalkPipelineOptions Walk { get; } = new();

        public IReadOnlyList<string> Assumptions => [];

        public IReadOnlyList<string> Warnings => [];

        public double? Progress => 0.25;

        public IAsyncEnumerable<SampleBlock> ReadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
