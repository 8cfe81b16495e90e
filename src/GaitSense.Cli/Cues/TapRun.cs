using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Feedback.Sound;

namespace GaitSense.Cli.Cues;

/// <summary>A person who taps with a beat: plays it and takes the taps.</summary>
/// <param name="terminal">The keyboard.</param>
/// <param name="bench">The device.</param>
internal sealed class TapRun(Terminal terminal, SoundBench bench)
{
    private const double LeadS = 1, AheadS = 1, LoudestDb = -6, QuietestDb = -24, LouderDb = 3;

    // A tap is as late as it is looked for.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    /// <summary>Runs it, for 25 s.</summary>
    public async Task<TapResult> RunAsync(CancellationToken stop)
    {
        while (terminal.ReadKey() is not null)
        {
            // What was typed before is no tap.
        }

        HostTime first = bench.Now.AddSeconds(LeadS);
        List<double> taps = [];
        int played = 0;
        await using ProgressLine progress = new ProgressLine(
            terminal,
            () => string.Create(CultureInfo.InvariantCulture, $"beat {Math.Max(0, played - 1)} of {TapCalibration.Beats}, {taps.Count} taps"),
            () => bench.Now.SecondsSince(first) / (TapCalibration.Beats * TapCalibration.PeriodS)).Start();
        while (bench.Now.SecondsSince(first) < TapCalibration.Beats * TapCalibration.PeriodS)
        {
            HostTime next = first.AddSeconds(played * TapCalibration.PeriodS);
            if (played < TapCalibration.Beats && next.SecondsSince(bench.Now) < AheadS)
            {
                Foot side = played % 2 == 0 ? Foot.Left : Foot.Right;
                // In the middle: who hears with one ear hears each.
                bench.Play(bench.Tones.Beat(side), next, side: null, Math.Min(LoudestDb, QuietestDb + (LouderDb * played)));
                played++;
            }

            while (terminal.ReadKey() is not null) taps.Add(bench.Now.SecondsSince(first));
            await Task.Delay(Look, terminal.Time, stop).ConfigureAwait(false);
        }

        return TapCalibration.Evaluate(0, taps);
    }
}
