namespace GaitSense.Core;

/// <summary>The state of a <see cref="FootPipeline"/> between two samples. Opaque; immutable.</summary>
public sealed class FootSnapshot
{
    internal SampleGate.State Gate { get; init; }

    internal SensorWatch.State Watch { get; init; }

    internal GyroDelays.State Delays { get; init; }

    internal UnsureTimes.State Times { get; init; }

    internal MountingTracker.State Mounting { get; init; }

    internal (ErrorStateFilter.State Filter, MotionMeter.State Motion, FootTracker.State Own) Tracker { get; init; }

    internal ContactDetector.State Contacts { get; init; }

    internal FlatFootDetector.State Flat { get; init; }

    internal StrideBuilder.State Strides { get; init; }

    internal (DirectionJudge.State Own, SwingForm.State Shape, WalkCourse.State Course) Judge { get; init; }

    internal FootPipeline.State Own { get; init; }

    internal GuessTracker.State Guess { get; init; }

    // The largest by far, so the last: behind it offsets would pass 64 KiB (LayoutTests).
    internal DirectionSettler.State Settler { get; init; }
}
