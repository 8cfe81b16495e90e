using System.Globalization;
using GaitSense.Core;
using GaitSense.Devices;
using Spectre.Console;

namespace GaitSense.Cli;

/// <summary>Which sensor is on which foot: what was said, what was so the last time, or what the sensors say themselves.</summary>
/// <param name="terminal">Where it is told.</param>
/// <param name="central">The radio.</param>
/// <param name="memory">What was so the last time.</param>
internal sealed class SensorSearch(Terminal terminal, IBleCentral central, SensorAssignments memory)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // A second sensor that says nothing of its foot may still be followed by one that does.
    private static readonly TimeSpan HearOthers = TimeSpan.FromSeconds(3);

    /// <summary>Finds the sensors of a walk.</summary>
    /// <exception cref="GaitSenseException">They are not in range, or it cannot be told which is which.</exception>
    public async Task<IReadOnlyDictionary<Foot, string>> FindAsync(BleChoice choice, CancellationToken stop)
    {
        if (choice.Left is not null || choice.Right is not null) return Named(choice);
        var heard = new Dictionary<string, SensorSighting>(StringComparer.Ordinal);
        long startedAt = terminal.Time.GetTimestamp();
        long? secondAt = null;
        using var patience = new CancellationTokenSource(Patience, terminal.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        await using (new ProgressLine(terminal, "looking for the sensors", () => terminal.Time.GetElapsedTime(startedAt) / Patience).Start())
        {
            await foreach (BleAdvertisement advertisement in central.ScanAsync(SensorSighting.Filter, either.Token).ConfigureAwait(false))
            {
                var sighting = SensorSighting.Of(advertisement);
                if (sighting.Profile is null) continue;
                heard[sighting.Id] = sighting;
                if (Assign([.. heard.Values]) is { Count: 2 } both) return both;
                if (heard.Count < 2) continue;
                secondAt ??= terminal.Time.GetTimestamp();
                if (terminal.Time.GetElapsedTime(secondAt.Value) > HearOthers) break;
            }
        }

        stop.ThrowIfCancellationRequested();
        throw new GaitSenseException(Explain([.. heard.Values]));
    }

    private static Dictionary<Foot, string> Named(BleChoice choice)
    {
        var named = new Dictionary<Foot, string>();
        if (choice.Left is { } left) named[Foot.Left] = left;
        if (choice.Right is { } right) named[Foot.Right] = right;
        return named;
    }

    /// <summary>One sensor for each foot, as far as it can be told: from the last time before what the sensor says.</summary>
    private Dictionary<Foot, string> Assign(IReadOnlyList<SensorSighting> heard)
    {
        var assigned = new Dictionary<Foot, string>();
        foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
        {
            SensorSighting[] known = [.. heard.Where(s => memory.FootOf(s.Id) == foot)];
            if (known.Length == 0) known = [.. heard.Where(s => memory.FootOf(s.Id) is null && s.Foot == foot)];
            if (known is [var only]) assigned[foot] = only.Id;
        }

        return assigned;
    }

    private static string Explain(IReadOnlyList<SensorSighting> heard)
    {
        if (heard.Count == 0)
            return "no foot sensor is in range. Switch the sensors on, bring them near, make sure that no phone or other program is connected to them, and try again; gaitsense scan shows what is heard.";
        string list = string.Join(", ", heard.Select(s => $"{s.Id}{(s.Name.Length > 0 ? $" ({s.Name})" : "")}"));
        return heard.Count == 1
            ? $"only one foot sensor is in range: {list}. Switch the other one on and bring it near; for a walk with one foot say which: --left {heard[0].Id} or --right {heard[0].Id}."
            : string.Create(CultureInfo.InvariantCulture, $"{heard.Count} foot sensors are in range, and which is on which foot is not known: {list}. Say it once with --left ID --right ID; it is remembered.");
    }
}
