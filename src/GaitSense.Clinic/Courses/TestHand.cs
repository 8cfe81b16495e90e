using GaitSense.Simulation;
using GaitSense.Training.TimedTests;

namespace GaitSense.Clinic.Courses;

/// <summary>Go and Stop at times that are known beforehand: those of the command line, or those of a simulated hand.</summary>
/// <param name="presses">What is pressed, in time order, each with its attempt from 0: what belongs together.</param>
public sealed class TestHand(IReadOnlyList<(TestRequest Press, int Attempt)> presses)
{
    // A practised hand: a little late, a tenth of a second of spread, as in benchmarks/results/timed-tests.md, s.
    private const double LateS = 0.03, SpreadS = 0.12;

    // "Go" is awaited for so long before it, s.
    private const double ArmedS = 1;

    private int _next, _attempt = -1, _over = -1;

    /// <summary>The next press whose time has come.</summary>
    /// <param name="nowS">The walk's time now, s.</param>
    /// <param name="press">What is pressed, and when.</param>
    public bool TryTake(double nowS, out TestRequest press)
    {
        // Of an attempt that is over nothing more is pressed.
        while (_next < presses.Count && presses[_next].Attempt <= _over) _next++;
        (press, int attempt) = _next < presses.Count ? presses[_next] : default;
        if (_next >= presses.Count || press.TimeS > nowS) return false;
        (_next, _attempt) = (_next + 1, attempt);
        return true;
    }

    /// <summary>The attempt under way is over, or never began: what else was meant for it is not pressed.</summary>
    public void Drop() => _over = _attempt;

    /// <summary>A hand that presses at given times.</summary>
    /// <param name="goS">When each "go" is, s on the walk's time.</param>
    /// <param name="stopS">When the clock is stopped, s; fewer where a test's time ends it.</param>
    public static TestHand At(IEnumerable<double> goS, IEnumerable<double> stopS) => new(
    [
        .. goS.SelectMany((g, i) => ((TestRequest, int)[])[(new(TestRequestKind.Arm, Math.Max(0, g - ArmedS)), i), (new(TestRequestKind.Go, g), i)])
            .Concat(stopS.Select((s, i) => (new TestRequest(TestRequestKind.Stop, s), i))).OrderBy(p => p.Item1.TimeS),
    ]);

    /// <summary>When a hand that means to press at a time presses, s.</summary>
    /// <param name="timeS">The time, s.</param>
    /// <param name="seed">Chance.</param>
    public static double PressS(double timeS, ulong seed) => timeS + LateS + (SpreadS * new DeterministicRandom(seed, 6).NextNormal());
}
