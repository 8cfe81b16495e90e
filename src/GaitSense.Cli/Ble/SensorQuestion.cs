using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;

namespace GaitSense.Cli.Ble;

/// <summary>Asks a person at the keyboard which of several sensors is worn on a foot.</summary>
/// <param name="terminal">The screen and the keyboard.</param>
/// <param name="memory">What was so the last time.</param>
internal sealed class SensorQuestion(Terminal terminal, SensorAssignments memory)
{
    private const int MaxKeys = 9;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks for each foot that has no sensor yet.</summary>
    /// <param name="heard">All in range, the strongest first.</param>
    /// <param name="assigned">What is known; what is answered is added.</param>
    /// <param name="stop">Ends the question.</param>
    public async Task AskAsync(IReadOnlyList<SensorSighting> heard, Dictionary<Foot, string> assigned, CancellationToken stop)
    {
        foreach (Foot foot in BothFeet.InOrder)
        {
            if (assigned.ContainsKey(foot)) continue;
            SensorSighting[] candidates = [.. heard.Where(s => !assigned.ContainsValue(s.Id) && (memory.FootOf(s.Id) ?? s.Foot ?? foot) == foot).Take(MaxKeys)];
            if (candidates.Length == 0) return;
            terminal.Report($"Which of these is worn on the {Words.Of(foot)} foot?");
            for (int i = 0; i < candidates.Length; i++) terminal.Report(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}  {Describe(candidates[i])}"));
            terminal.Report(string.Create(CultureInfo.InvariantCulture, $"Press a key, 1 to {candidates.Length}; Ctrl-C ends."));
            assigned[foot] = candidates[await AnswerAsync(candidates.Length, stop).ConfigureAwait(false)].Id;
        }
    }

    /// <summary>A sensor as a person can tell it from others.</summary>
    public static string Describe(SensorSighting s)
    {
        string[] facts = [.. new[] { s.Name, s.Foot is { } foot ? $"says it is the {Words.Of(foot)} one" : "", s.RssiDbm is { } rssi ? string.Create(CultureInfo.InvariantCulture, $"{rssi} dBm") : "" }.Where(f => f.Length > 0)];
        return facts.Length == 0 ? s.Id : $"{s.Id} ({string.Join("; ", facts)})";
    }

    private async Task<int> AnswerAsync(int most, CancellationToken stop)
    {
        while (true)
        {
            while (terminal.ReadKey() is { } key)
                if (key - '1' is >= 0 and var at && at < most) return at;
            await Task.Delay(Look, terminal.Time, stop).ConfigureAwait(false);
        }
    }
}
