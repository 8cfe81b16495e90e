namespace GaitSense.Core.Tests;

/// <summary>Nothing looks ahead, and the order in which the feet arrive changes nothing.</summary>
public sealed class CausalityTests
{
    private static readonly ImuSample[] Left = SimulatedSamples.Left, Right = SimulatedSamples.Right;

    private static readonly Lazy<Transcript> Together = new(() =>
    {
        Transcript transcript = new();
        Push(new WalkPipeline(new WalkPipelineOptions(), transcript), 0);
        return transcript;
    });

    [Theory, InlineData(1), InlineData(333), InlineData(790), InlineData(1201), InlineData(2500)]
    public void Push_WithoutTheFuture_SaysTheSameUntilThen(int cut)
    {
        Transcript whole = new(), part = new();
        Push(new FootPipeline(Foot.Left, new FootPipelineOptions(), whole), Left);
        Push(new FootPipeline(Foot.Left, new FootPipelineOptions(), part), Left[..cut]);
        part.Left.SequenceEqual(whole.Left[..part.Left.Count]).ShouldBeTrue();
        part.Left.Count.ShouldBeGreaterThanOrEqualTo(cut);
    }

    [Fact]
    public void Callbacks_WhenTheyCome_CarryTheTimeOfTheSampleJustPushed()
    {
        Clock clock = new();
        FootPipeline pipeline = new(Foot.Left, new FootPipelineOptions(), clock);
        foreach (ImuSample sample in Left)
        {
            clock.Now = sample.Time;
            pipeline.Push(in sample);
        }

        pipeline.Complete();
        clock.Said.ShouldBeGreaterThan(100);
    }

    // How far the left foot runs ahead of the right, in samples; negative: behind.
    [Theory, InlineData(1), InlineData(40), InlineData(100), InlineData(-1), InlineData(-40), InlineData(-100)]
    public void Push_OneFootAhead_GivesTheSame(int ahead)
    {
        Transcript expected = Together.Value, actual = new();
        Push(new WalkPipeline(new WalkPipelineOptions(), actual), ahead);
        actual.ShouldAgreeWith(expected);
        expected.Both.Count.ShouldBeGreaterThan(20);
    }

    private static void Push(FootPipeline pipeline, ImuSample[] samples)
    {
        foreach (ImuSample sample in samples) pipeline.Push(in sample);
    }

    private static void Push(WalkPipeline pipeline, int ahead)
    {
        for (int i = -Math.Abs(ahead); i < Left.Length + Math.Abs(ahead); i++)
        {
            int l = ahead > 0 ? i + ahead : i, r = ahead < 0 ? i - ahead : i;
            if (l >= 0 && l < Left.Length) pipeline.Push(Foot.Left, in Left[l]);
            if (r >= 0 && r < Right.Length) pipeline.Push(Foot.Right, in Right[r]);
        }

        pipeline.Complete();
    }

    private sealed class Clock : IWalkObserver
    {
        public DeviceTime Now { get; set; }

        public int Said { get; private set; }

        public void OnEvent(in GaitEvent e)
        {
            e.DetectedAt.ShouldBe(Now);
            e.Time.ShouldBeLessThanOrEqualTo(Now);
            Said++;
        }

        public void OnEventSettled(in GaitEvent e)
        {
            e.DetectedAt.ShouldBeLessThanOrEqualTo(Now);
            if (e.DirectionKnownAt is { } known) known.ShouldBeLessThanOrEqualTo(Now);
        }

        public void OnProvisional(in ProvisionalEvent e)
        {
            if (e.Kept is null) e.KnownAt.ShouldBe(Now);
        }

        public void OnStride(in Stride stride)
        {
            stride.KnownAt.ShouldBe(Now);
            stride.End.ShouldBeLessThanOrEqualTo(Now);
            Said++;
        }
    }
}
