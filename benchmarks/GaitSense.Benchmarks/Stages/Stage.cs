namespace GaitSense.Benchmarks;

/// <summary>A part of the core, fed one lap of an input after the other.</summary>
internal abstract class Stage(BenchmarkInput input)
{
    /// <summary>The input.</summary>
    protected BenchmarkInput Input { get; } = input;

    /// <summary>How much later than the input's own this lap's times are, microseconds.</summary>
    protected long ShiftUs { get; private set; }

    /// <summary>Operations to a sample of the input: two where both feet are fed.</summary>
    public virtual int OperationsPerSample => 1;

    /// <summary>A whole lap.</summary>
    public void RunLap() => Run(0, BenchmarkInput.Length);

    /// <summary>Part of a lap. The parts of a lap follow each other.</summary>
    public void Run(int from, int to)
    {
        Process(from, to);
        if (to == BenchmarkInput.Length) ShiftUs += Input.LapUs;
    }

    protected abstract void Process(int from, int to);
}
