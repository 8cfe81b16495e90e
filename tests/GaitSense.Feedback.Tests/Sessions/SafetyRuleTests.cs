using System.Globalization;

namespace GaitSense.Feedback.Tests;

/// <summary>
/// Rules that no session may break, whoever walks, whatever the plan and whatever happens. GAITSENSE_CUE_SESSIONS says in how many; .ci/full asks for 10 000.
/// The rules are judged from what went in and what came out, not from what the engine thinks.
/// </summary>
public sealed class SafetyRuleTests
{
    private static readonly int Sessions = int.TryParse(Environment.GetEnvironmentVariable("GAITSENSE_CUE_SESSIONS"), CultureInfo.InvariantCulture, out int n) ? n : 150;

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Broken = new(RunAll);

    [Theory]
    [InlineData("a beat is never later than a step after a landing")]
    [InlineData("no beat before four clean steps after a doubt")]
    [InlineData("no beat in the baseline")]
    [InlineData("cues are decided before they are due")]
    [InlineData("tempo stays within the plan")]
    [InlineData("backward the tempo is never above the own")]
    [InlineData("backward nothing is cued without the checklist")]
    [InlineData("backward no stretch is longer than planned")]
    [InlineData("no cue while somebody asked for silence")]
    [InlineData("no beat in the silent end")]
    [InlineData("loudness changes by at most 6 dB")]
    [InlineData("corrections keep their distance")]
    [InlineData("beats never jump")]
    [InlineData("every cue has one outcome")]
    public void EverySession_Keeps(string rule)
    {
        Mutation.SkipLong();
        Broken.Value.GetValueOrDefault(rule).ShouldBeNull();
    }

    private static Dictionary<string, string> RunAll()
    {
        Dictionary<string, string> broken = new(StringComparer.Ordinal);
        int beats = 0, words = 0;
        Parallel.For(0, Sessions, seed =>
        {
            RandomCueWalk session = new(seed);
            session.Run(600);
            HeardCues cues = session.Steps.Cues;
            Interlocked.Add(ref beats, cues.Beats.Count());
            Interlocked.Add(ref words, cues.Said.Count());
            foreach ((string rule, string where) in SafetyRules.BrokenBy(session))
                lock (broken) broken.TryAdd(rule, $"session {seed}: {where}");
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{Sessions} sessions, {beats} beats, {words} sentences");
        return broken;
    }
}
