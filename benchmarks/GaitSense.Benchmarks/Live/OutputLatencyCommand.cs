using GaitSense.Feedback.Safety;

namespace GaitSense.Benchmarks;

/// <summary>How long the output latency may be at each cadence.</summary>
internal static class OutputLatencyCommand
{
    private static readonly double[] WaysS = [0.05, 0.2, 0.3]; // a card renders some 50 ms ahead

    public static int Run()
    {
        Markdown text = new();
        text.Line("# Output latency");
        text.Line();
        text.Line("Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --ear`, from the rule itself (`OutputLatency`).");
        text.Line("A beat is planned one landing ahead, so none is heard later than one step after the last landing, however long the output latency. The foot that is to land must have left the ground by 35 % of a step before its beat, else the beat");
        text.Line(FormattableString.Invariant($"is taken back: before it is heard where the output latency is not longer than here; with a longer one the foot that stands hears its beat once. Samples are taken to be {1000 * OutputLatency.SampleS:0} ms old when they are"));
        text.Line("judged. A card renders some 50 ms ahead; headphones on a radio take 70 to 250 ms more. `OutputLatencyTests` walks with 0, 150 and 250 ms beyond a card of 50 ms. Backward practice is not cued");
        text.Line(FormattableString.Invariant($"with an output latency of more than {1000 * OutputLatency.MaxBackwardS:0} ms; \"please stop\" is counted on to be over {OutputLatency.MaxStopS:0.0} s after it begins (espeak-ng: 0.82 s in English, 0.98 s in German)."));
        text.Head("steps/min", "max. output latency, ms", "a card alone (50 ms)", "and 150 ms", "and 250 ms");
        for (int cadence = 40; cadence <= 140; cadence += 10)
            text.Row([FormattableString.Invariant($"{cadence}"), FormattableString.Invariant($"{1000 * OutputLatency.MaxLatencyS(cadence):0}"), .. WaysS.Select(w => w <= OutputLatency.MaxLatencyS(cadence) ? "in time" : "one beat too many")]);
        ResultFile.Write("ear.md", text.ToString());
        return 0;
    }
}
