using System.Collections.Concurrent;
using System.Globalization;
using GaitSense.Core;
using GaitSense.Feedback.Safety;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Sessions.Tests;

/// <summary>
/// Who taps twice is heard, also with tremor, clonus and sway; who does not tap has given no answer, in all recordings and simulated walks at hand, at no time, asked or not.
/// GAITSENSE_TAPS says how many double taps and GAITSENSE_UNTAPPED_HOURS how many hours of the latter; .ci/full asks for 1000 and 10.
/// </summary>
public sealed class DoubleTapTests
{
    private const int TapsOfAWalk = 10;

    private static readonly double Hours = double.TryParse(Environment.GetEnvironmentVariable("GAITSENSE_UNTAPPED_HOURS"), CultureInfo.InvariantCulture, out double h) ? h : 2;
    private static readonly int Taps = int.TryParse(Environment.GetEnvironmentVariable("GAITSENSE_TAPS"), CultureInfo.InvariantCulture, out int n) ? n : 80;

    [Fact]
    public void NobodyTaps_AtMostOneUnmeantAnswerInTenHours()
    {
        ConcurrentBag<string> heard = [];
        double hours = 0;
        int recordings = 0;
        foreach ((string name, FootedSample[] samples) in RealWalks.All())
        {
            foreach ((Foot foot, double atS) in Answers(samples)) heard.Add(Text($"{name} {foot} {atS:0.0} s"));
            hours += (samples[^1].Sample.Time.Seconds - samples[0].Sample.Time.Seconds) / 3600;
            recordings++;
        }

        double real = hours;
        SimulationPreset[] presets = [.. SimulationPresets.All];
        Lock adding = new();
        for (ulong seed = 1; seed == 1 || hours < Hours; seed++)
        {
            Parallel.ForEach(presets, preset =>
            {
                SimulatedRecording walk = preset.Record(seed, Math.Min(preset.DurationS, 90));
                foreach ((Foot foot, double atS) in Answers(Merged(walk))) heard.Add(Text($"{preset.Name} {seed} {foot} {atS:0.0} s"));
                lock (adding) hours += walk.Walk.DurationS / 3600;
            });
        }

        TestContext.Current.TestOutputHelper?.WriteLine(Text($"{heard.Count} double taps in {hours:0.0} h, {real:0.0} h of them of {recordings} recordings: {string.Join("; ", heard)}"));
        ((double)heard.Count).ShouldBeLessThanOrEqualTo(hours / 10, string.Join("; ", heard));
    }

    [Theory]
    [InlineData("healthy", 95)]
    [InlineData("ms-clonus", 95)]
    [InlineData("healthy", 100)]
    [InlineData("standing-sway", 100)]
    [InlineData("ms-tremor", 100)]
    [InlineData("ms-clonus", 100)]
    [InlineData("ms-tremor", 200)]
    [InlineData("ms-clonus", 200)]
    public void DoubleTaps_NineteenOfTwentyAreHeardOfTheRightFoot(string preset, double rateHz)
    {
        int heard = 0, all = 0, others = 0;
        Parallel.For(0, (Taps + TapsOfAWalk - 1) / TapsOfAWalk, seed =>
        {
            (SimulatedRecording walk, List<FootTap> firsts) = Tapped(SimulationPresets.Find(preset)!, rateHz, seed);
            List<(Foot Foot, double AtS)> answers = [.. Answers(Merged(walk))];
            int found = firsts.Count(t => answers.RemoveAll(a => a.Foot == t.Foot && Math.Abs(a.AtS - t.AtS) < 0.1) > 0);
            Interlocked.Add(ref heard, found);
            Interlocked.Add(ref all, firsts.Count);
            Interlocked.Add(ref others, answers.Count);
        });
        TestContext.Current.TestOutputHelper?.WriteLine(Text($"{preset}, {rateHz} Hz: {heard} of {all} heard, {others} that were not tapped"));
        heard.ShouldBeGreaterThanOrEqualTo((int)Math.Ceiling(0.95 * all));
        others.ShouldBe(0);
    }

    [Theory]
    [InlineData("healthy", 80)]
    [InlineData("ms-clonus", 60)]
    [InlineData("standing-sway", 50)]
    public void DoubleTaps_OfSensorsThatAreTooSlow_AreNeverHeard(string preset, double rateHz)
    {
        (SimulatedRecording walk, _) = Tapped(SimulationPresets.Find(preset)!, rateHz, 1);
        Answers(Merged(walk)).ShouldBeEmpty();
    }

    // Somebody who stands or sits and taps twice every few seconds: heel or toe, 2 to 8 g, 0.2 to 0.8 s apart.
    private static (SimulatedRecording Walk, List<FootTap> Firsts) Tapped(SimulationPreset preset, double rateHz, int seed)
    {
        Random chance = new(seed);
        double Between(double low, double high) => low + ((high - low) * chance.NextDouble());
        List<FootTap> firsts = [], taps = [];
        double atS = 4;
        for (int i = 0; i < TapsOfAWalk; i++)
        {
            FootTap first = new((Foot)chance.Next(2), atS, Between(20, 78), chance.Next(2) == 0);
            firsts.Add(first);
            taps.AddRange([first, first with { AtS = atS += Between(0.2, 0.8), PeakMps2 = Math.Clamp(first.PeakMps2 * Between(0.7, 1.4), 20, 78) }]);
            atS += Between(3, 5);
        }

        SimulatedWalk walk = Walker.Walk(preset.Person, [WalkSegment.Stand(atS + 3) with { Taps = taps }], (ulong)seed + 1);
        return (new SimulatedRecording(walk, preset.Sensor with { RateHz = rateHz }, (ulong)seed + 1), firsts);
    }

    private static IEnumerable<(Foot Foot, double AtS)> Answers(IEnumerable<FootedSample> samples)
    {
        TapWatch watch = new();
        foreach (FootedSample sample in samples)
            if (watch.Observe(sample.Foot, in sample.Sample)) yield return (watch.Last!.Value.Foot, watch.Last.Value.First.Seconds);
    }

    private static IEnumerable<FootedSample> Merged(SimulatedRecording walk) => walk.Readings(Foot.Left).Select(s => new FootedSample(Foot.Left, s))
        .Concat(walk.Readings(Foot.Right).Select(s => new FootedSample(Foot.Right, s))).OrderBy(s => s.Sample.Time);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
