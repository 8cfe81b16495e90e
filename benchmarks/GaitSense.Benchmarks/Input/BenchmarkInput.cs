using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>
/// One foot's samples that can be replayed for ever: time goes on from lap to lap. A simulated lap begins and ends at rest, so the seam is
/// rest too; a recorded one continues after a second without samples.
/// </summary>
internal sealed class BenchmarkInput
{
    /// <summary>Samples in a lap, whatever the rate.</summary>
    public const int Length = 4096;

    /// <summary>The simulated walk of the budget check.</summary>
    public const string Walk = "walk 100 Hz";

    /// <summary>The simulated rest of the budget check.</summary>
    public const string Rest = "rest 100 Hz";

    /// <summary>The fastest simulated walk of the budget check.</summary>
    public const string FastWalk = "walk 400 Hz";

    private BenchmarkInput(string name, ImuSample[] samples, long lapUs)
    {
        (Name, Samples, LapUs) = (name, samples, lapUs);
        Trace = new StageTrace(this);
    }

    /// <summary>The inputs at hand; a recorded walk only where recordings are.</summary>
    public static IEnumerable<string> Names
    {
        get
        {
            yield return Walk;
            yield return Rest;
            yield return "walk 200 Hz";
            yield return FastWalk;
            yield return "rest 400 Hz";
            if (RecordedInput.Find() is not null) yield return RecordedInput.Name;
        }
    }

    public string Name { get; }

    public ImuSample[] Samples { get; }

    /// <summary>How much later the next lap is, microseconds.</summary>
    public long LapUs { get; }

    /// <summary>What the stages after the filter see.</summary>
    public StageTrace Trace { get; }

    public static BenchmarkInput Open(string name)
    {
        if (string.Equals(name, RecordedInput.Name, StringComparison.Ordinal)) return new(name, RecordedInput.Read(out long lapUs), lapUs);
        string[] words = name.Split(' ');
        double rateHz = double.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture);
        return new(name, SimulatedInput.Create(string.Equals(words[0], "walk", StringComparison.Ordinal), rateHz, Length), (long)Math.Round(Length * 1e6 / rateHz));
    }

    /// <summary>Seconds between samples.</summary>
    public double Dt => (Samples[1].Time.Microseconds - Samples[0].Time.Microseconds) * 1e-6;
}
