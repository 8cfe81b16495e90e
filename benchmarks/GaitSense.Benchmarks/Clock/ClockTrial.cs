using GaitSense.Core;
using GaitSense.Simulation.Radio;

namespace GaitSense.Benchmarks;

/// <summary>One sensor's half hour through the alignment and the walk's timeline, against the truth.</summary>
internal sealed class ClockTrial
{
    /// <summary>Errors are looked at this often, s.</summary>
    public const double EveryS = 0.5;

    /// <summary>The start is judged by its stated uncertainty only, s.</summary>
    public const double SettledS = 10;

    private readonly List<Look> _looks = [];

    private ClockTrial()
    {
    }

    /// <summary>What was found, in the order of time.</summary>
    public IReadOnlyList<Look> Looks => _looks;


    /// <summary>Greatest departure of the timeline's rate from true time once settled, as a ratio.</summary>
    public double WorstRate { get; private set; }

    /// <summary>How often the alignment started again.</summary>
    public int Epochs { get; private set; }

    public static ClockTrial Run(ClockScenario scenario, ClockAssumptions options)
    {
        ClockTrial trial = new();
        double[] fastest = new double[(int)scenario.DurationS + 60];
        Array.Fill(fastest, double.PositiveInfinity);
        bool hasGap = false;
        ClockAlignment clock = new(options);
        WalkTimeline? line = null;
        double nextS = 0, previousS = 0, lastTrueS = 0, lastLineS = 0;
        foreach (ClockObservation o in scenario.Observe())
        {
            if (o.Exchange is { } exchange)
            {
                clock.AddExchange(in exchange);
                continue;
            }

            clock.AddArrival(o.LastSample, o.Arrived);
            double atS = o.Arrived.Microseconds * 1e-6;
            fastest[(int)atS] = Math.Min(fastest[(int)atS], o.Arrived.SecondsSince(scenario.Truth(o.LastSample)));
            if (atS < 2) continue; // samples wait this long for the first alignment
            line ??= new WalkTimeline(new HostTime(0), options);
            line.Follow(o.LastSample, clock);
            double lineS = line.Map(o.LastSample).Seconds, trueS = scenario.Truth(o.LastSample).Microseconds * 1e-6;
            hasGap |= trueS - previousS > WalkTimeline.JumpGapS;
            previousS = trueS;
            if (atS < nextS) continue;
            double spacing = ((lineS - lastLineS) / (trueS - lastTrueS)) - 1;
            if (atS > SettledS && !hasGap) trial.WorstRate = Math.Max(trial.WorstRate, Math.Abs(spacing));
            hasGap = false;
            (lastTrueS, lastLineS, nextS) = (trueS, lineS, atS + EveryS);
            double clockErrorS = clock.ToHost(o.LastSample).SecondsSince(scenario.Truth(o.LastSample));
            double minPathS = fastest.AsSpan(Math.Max(0, (int)(atS - ClockAlignment.WindowS)), (int)Math.Min(ClockAlignment.WindowS, atS) + 1).ToArray().Min();
            trial._looks.Add(new Look(atS, clockErrorS, clock.UncertaintyS(o.LastSample), minPathS, lineS - trueS, line.UncertaintyS));
        }

        trial.Epochs = clock.Epoch;
        return trial;
    }

    /// <summary>One look.</summary>
    /// <param name="TimeS">When, s.</param>
    /// <param name="ErrorS">Error of the alignment, s.</param>
    /// <param name="UncertaintyS">What it said of itself, s.</param>
    /// <param name="MinPathS">Smallest time on the way of any packet in the window, s.</param>
    /// <param name="LineErrorS">Error of the walk's timeline, s.</param>
    /// <param name="LineUncertaintyS">What that said of itself, s.</param>
    public readonly record struct Look(double TimeS, double ErrorS, double UncertaintyS, double MinPathS, double LineErrorS, double LineUncertaintyS);
}
