namespace GaitSense.Core.Tests;

/// <summary>What the clocks' alignment says of itself reaches every number that needs both feet.</summary>
public sealed class ClockUncertaintyTests
{
    [Fact]
    public void SetClockUncertainty_DuringAWalk_IsInTheStepsFromThereOn()
    {
        Steps steps = new();
        WalkPipeline pipeline = new(new WalkPipelineOptions { ClockUncertaintyS = 0.001 }, steps);
        int half = SimulatedSamples.Left.Length / 2;
        Push(pipeline, 0, half);
        int before = steps.All.Count;
        pipeline.SetClockUncertainty(0.004);
        Push(pipeline, half, SimulatedSamples.Left.Length);
        pipeline.Complete();
        before.ShouldBeGreaterThan(4);
        steps.All.Count.ShouldBeGreaterThan(before + 4);
        double early = steps.All[0].StepTimeUncertaintyS, late = steps.All[^1].StepTimeUncertaintyS;
        Math.Sqrt((late * late) - (early * early)).ShouldBe(Math.Sqrt((0.004 * 0.004) - (0.001 * 0.001)), 1e-9);
        pipeline.ClockUncertaintyS.ShouldBeInRange(0.0015, 0.0039);
    }

    [Fact]
    public void SetClockUncertainty_TooUnsure_WithholdsLiveStepSymmetry()
    {
        Steps sure = new(), unsure = new();
        foreach ((Steps steps, double uncertainty) in ((Steps, double)[])[(sure, 0.005), (unsure, 0.011)])
        {
            WalkPipeline pipeline = new(new WalkPipelineOptions(), steps);
            pipeline.SetClockUncertainty(uncertainty);
            Push(pipeline, 0, SimulatedSamples.Left.Length);
            pipeline.Complete();
        }

        sure.StepSymmetries.ShouldBeGreaterThan(0);
        unsure.StepSymmetries.ShouldBe(0);
    }

    [Theory, InlineData(double.NaN), InlineData(-1e-3), InlineData(double.PositiveInfinity)]
    public void SetClockUncertainty_NoUncertainty_IsTheCallersBug(double seconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new WalkPipeline(new(), new Steps()).SetClockUncertainty(seconds));

    private static void Push(WalkPipeline pipeline, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            pipeline.Push(Foot.Left, in SimulatedSamples.Left[i]);
            pipeline.Push(Foot.Right, in SimulatedSamples.Right[i]);
        }
    }

    private sealed class Steps : IWalkObserver
    {
        public List<Step> All { get; } = [];

        public int StepSymmetries { get; private set; }

        public void OnStep(in Step step) => All.Add(step);

        public void OnMetrics(in LiveMetrics metrics) => StepSymmetries += metrics.StepTimeSymmetryPercent is null ? 0 : 1;
    }
}
