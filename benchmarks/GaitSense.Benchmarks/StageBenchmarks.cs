using BenchmarkDotNet.Attributes;

namespace GaitSense.Benchmarks;

/// <summary>
/// Every stage of the core and the whole, for each sample and foot. Read Ratio, not nanoseconds: the baseline is a plain dense covariance
/// of fifteen errors carried over one sample, which is what a filter like ours costs when its structure is not used.
/// </summary>
[MemoryDiagnoser(displayGenColumns: false)]
[MinColumn]
public class StageBenchmarks
{
    private const int Length = BenchmarkInput.Length;

    private readonly DenseCovariance _dense = new();
    private Dictionary<string, Stage> _stages = [];

    public static IEnumerable<string> Inputs => BenchmarkInput.Names;

    [ParamsSource(nameof(Inputs))]
    public string Input { get; set; } = BenchmarkInput.Walk;

    [GlobalSetup]
    public void Setup()
    {
        BenchmarkInput input = BenchmarkInput.Open(Input);
        _stages = StageCatalog.All.ToDictionary(s => s.Name, s => s.Create(input), StringComparer.Ordinal);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = 1024)]
    public double DenseCovariance() => _dense.Run(1024);

    [Benchmark(OperationsPerInvoke = Length)]
    public void Decode() => _stages["decode of a packet"].RunLap();

    [Benchmark(OperationsPerInvoke = Length)]
    public void Gate() => _stages["gate"].RunLap();

    [Benchmark(OperationsPerInvoke = Length)]
    public void Mounting() => _stages["mounting"].RunLap();

    [Benchmark(OperationsPerInvoke = Length)]
    public void MotionMeter() => _stages["motion meter"].RunLap();

    [Benchmark(OperationsPerInvoke = Length)]
    public void FilterPropagate() => _stages["filter propagate"].RunLap();

    [Benchmark(OperationsPerInvoke = Length)]
    public void FilterVelocityUpdate() => _stages["filter propagate + velocity update"].RunLap();

    [Benchmark(OperationsPerInvoke = Length)]
    public void Tracker() => _stages["tracker"].RunLap();

    [Benchmark(OperationsPerInvoke = Length)]
    public void Contacts() => _stages["contacts"].RunLap();

    [Benchmark(OperationsPerInvoke = Length)]
    public void Strides() => _stages["strides"].RunLap();

    [Benchmark(OperationsPerInvoke = Length)]
    public void Direction() => _stages["direction"].RunLap();

    [Benchmark(OperationsPerInvoke = Length)]
    public void FootPipeline() => _stages["foot pipeline"].RunLap();

    [Benchmark(OperationsPerInvoke = 2 * Length)]
    public void WalkPipeline() => _stages["walk pipeline"].RunLap();
}
