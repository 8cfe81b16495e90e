namespace GaitSense.Core.Tests;

/// <summary>What a person may say of a walk and its sensors, and how what cannot be is refused.</summary>
public sealed class OptionRuleTests
{
    public static TheoryData<FootPipelineOptions, string?> Feet => new()
    {
        { new(), null },
        { new() { CalibrationWalkS = 0 }, null },
        { new() { CalibrationWalkS = 600 }, null },
        { new() { CalibrationWalkS = 600.5 }, "a calibration walk of 600.5 s is not within 0 to 600 s" },
        { new() { CalibrationWalkS = -1 }, "a calibration walk of -1 s is not within 0 to 600 s" },
        { new() { CalibrationWalkS = double.NaN }, "a calibration walk of NaN s is not within 0 to 600 s" },
        { new() { SensorHeightM = 0 }, null },
        { new() { SensorHeightM = 0.25 }, null },
        { new() { SensorHeightM = 0.26 }, "a sensor's height of 0.26 m is not within 0 to 0.25 m" },
        { new() { GyroDelayS = 0.05 }, null },
        { new() { GyroDelayS = -0.05 }, null },
        { new() { GyroDelayS = 0.051 }, "a gyroscope's delay of 0.051 s is not within -0.05 to 0.05 s" },
        { new() { GyroDelayS = -0.051 }, "a gyroscope's delay of -0.051 s is not within -0.05 to 0.05 s" },
        { new() { Mounting = MountingAxes.Identity }, null },
        { new() { Mounting = MountingAxes.Identity with { Up = new(0, 0, -1) } }, "a mounting's axes are not three unit vectors at right angles" },
    };

    [Theory, MemberData(nameof(Feet))]
    public void FootsOptions_ThatCannotBe_AreNamed(FootPipelineOptions options, string? fault)
    {
        options.FindFault().ShouldBe(fault);
        new WalkPipelineOptions { Left = options }.FindFault().ShouldBe(fault);
        new WalkPipelineOptions { Right = options }.FindFault().ShouldBe(fault);
        if (fault is not null) Should.Throw<ArgumentException>(() => new WalkPipeline(new WalkPipelineOptions { Right = options }, new Heard())).Message.ShouldContain(fault);
    }

    [Fact]
    public void WalksOptions_ThatCannotBe_AreNamed()
    {
        new WalkPipelineOptions().FindFault().ShouldBeNull();
        new WalkPipelineOptions { ClockUncertaintyS = 1 }.FindFault().ShouldBeNull();
        new WalkPipelineOptions { ClockUncertaintyS = 1.5 }.FindFault().ShouldBe("an uncertainty of the clocks of 1.5 s is not within 0 to 1 s");
        new WalkPipelineOptions { ClockUncertaintyS = -0.1 }.FindFault().ShouldBe("an uncertainty of the clocks of -0.1 s is not within 0 to 1 s");
        new WalkPipelineOptions { HasLeft = false }.FindFault().ShouldBeNull();
        new WalkPipelineOptions { HasRight = false }.FindFault().ShouldBeNull();
        new WalkPipelineOptions { HasLeft = false, HasRight = false }.FindFault().ShouldBe("a walk has at least one foot");
        new WalkPipelineOptions { Left = null! }.FindFault().ShouldBe("a foot's options are missing");
        new WalkPipelineOptions { Right = null! }.FindFault().ShouldBe("a foot's options are missing");
    }

    [Fact]
    public void Walk_EndsOnce()
    {
        Heard heard = new();
        WalkPipeline walk = new(new WalkPipelineOptions(), heard);
        ImuSample[] block = [.. PlainFoot.Walk(1)];
        walk.Push(Foot.Left, block);
        walk.Left.Quality.Samples.ShouldBe(block.Length);
        walk.Right.Quality.Samples.ShouldBe(0);
        walk.Push(Foot.Right, in block[0]);
        walk.Right.Quality.Samples.ShouldBe(1);
        walk.Complete();
        walk.Complete();
        heard.Ends.ShouldBe(1);
        Should.Throw<InvalidOperationException>(() => walk.Push(Foot.Left, in block[0])).Message.ShouldContain("Reset()");
        Should.Throw<ArgumentNullException>(() => new WalkPipeline(null!, heard));
        Should.Throw<ArgumentNullException>(() => new WalkPipeline(new WalkPipelineOptions(), null!));
    }

    [Fact]
    public void UnsureTime_IsOfItsFoot()
    {
        Heard heard = new();
        WalkPipeline walk = new(new WalkPipelineOptions { Left = new() { Mounting = MountingAxes.Identity }, Right = new() { Mounting = MountingAxes.Identity } }, heard);
        walk.MarkUnsure(new UnsureTime(Foot.Right, default, DeviceTime.FromSeconds(99)));
        foreach (ImuSample sample in PlainFoot.Walk(2))
        {
            walk.Push(Foot.Left, in sample);
            walk.Push(Foot.Right, in sample);
        }

        walk.Complete();
        heard.Strides.Where(s => s.Foot == Foot.Left).ShouldAllBe(s => s.IsValid);
        heard.Strides.Where(s => s.Foot == Foot.Right).ShouldAllBe(s => s.RejectReason == RejectReason.UnsureTime);
        heard.Strides.Count.ShouldBe(4);
    }

    private sealed class Heard : IWalkObserver
    {
        public int Ends { get; private set; }

        public List<Stride> Strides { get; } = [];

        public void OnCompleted() => Ends++;

        public void OnStride(in Stride stride) => Strides.Add(stride);
    }
}
