using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Devices;

namespace GaitSense.Cli.Ble;

/// <summary>Which sensor is on which foot: what was said, what was so the last time, or what the sensors say themselves.</summary>
/// <param name="terminal">Where it is reported.</param>
/// <param name="central">The radio.</param>
/// <param name="memory">What was so the last time.</param>
internal sealed class SensorSearch(Terminal terminal, IBleCentral central, SensorAssignments memory)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Whoever is in the room advertises within a second; the pair that is heard first need not be the pair that is worn.
    private static readonly TimeSpan ListenForOthers = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, SensorSighting> _heard = new(StringComparer.Ordinal);

    /// <summary>Whether nothing but the walk's own sensors was heard: then one that comes up later is one of them.</summary>
    public bool IsAlone { get; private set; }

    /// <summary>Finds the sensors of a walk.</summary>
    /// <exception cref="GaitSenseException">They are not in range, or which is which is ambiguous.</exception>
    public async Task<IReadOnlyDictionary<Foot, string>> FindAsync(BleChoice choice, CancellationToken stop)
    {
        if (choice.Left is not null || choice.Right is not null) return Named(choice);
        long startedAt = terminal.Time.GetTimestamp();
        await using (new ProgressLine(terminal, "looking for the sensors", () => terminal.Time.GetElapsedTime(startedAt) / Patience).Start())
            await ListenAsync(stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        SensorSighting[] all = [.. _heard.Values.OrderByDescending(s => s.RssiDbm ?? int.MinValue)];
        Dictionary<Foot, string> assigned = Assign(all);
        if (assigned.Count < 2 && all.Length > 1 && terminal.CanAsk) await new SensorQuestion(terminal, memory).AskAsync(all, assigned, stop).ConfigureAwait(false);
        IsAlone = all.Length == 2;
        return assigned.Count == 2 ? assigned : throw new GaitSenseException(Explain(all));
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, terminal.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        bool waits = false;
        await foreach (BleAdvertisement advertisement in central.ScanAsync(SensorSighting.Filter, either.Token).ConfigureAwait(false))
        {
            var sighting = SensorSighting.Of(advertisement);
            if (sighting.Profile is null || sighting.IsUnfit) continue;
            _heard[sighting.Id] = sighting;
            if (_heard.Count < 2 || waits) continue;
            waits = true;
            patience.CancelAfter(ListenForOthers);
        }
    }

    private static Dictionary<Foot, string> Named(BleChoice choice)
    {
        var named = new Dictionary<Foot, string>();
        if (choice.Left is { } left) named[Foot.Left] = left;
        if (choice.Right is { } right) named[Foot.Right] = right;
        return named;
    }

    /// <summary>One sensor for each foot, as far as that is known: from the last time before what the sensor says.</summary>
    private Dictionary<Foot, string> Assign(IReadOnlyList<SensorSighting> heard)
    {
        var assigned = new Dictionary<Foot, string>();
        foreach (Foot foot in BothFeet.InOrder)
        {
            SensorSighting[] known = [.. heard.Where(s => memory.FootOf(s.Id) == foot)];
            if (known.Length == 0) known = [.. heard.Where(s => memory.FootOf(s.Id) is null && s.Foot == foot)];
            if (known is [var only]) assigned[foot] = only.Id;
        }

        return assigned;
    }

    private static string Explain(SensorSighting[] heard)
    {
        if (heard.Length == 0)
            return "no foot sensor is in range. Switch the sensors on, bring them near, make sure that no phone or other program is connected to them, and try again; gaitsense scan shows what is heard.";
        string list = string.Join(", ", heard.Select(SensorQuestion.Describe));
        return heard.Length == 1
            ? $"only one foot sensor is in range: {list}. Switch the other one on and bring it near; for a walk with one foot say which: --left {heard[0].Id} or --right {heard[0].Id}."
            : string.Create(CultureInfo.InvariantCulture, $"{heard.Length} foot sensors are in range, and which of them are worn, and on which foot, is not known: {list}. Say it once with --left ID --right ID; it is remembered. Or switch off those that are not worn.");
    }
}
