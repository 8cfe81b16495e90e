using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;

namespace GaitSense.Cli.Ble;

/// <summary>
/// Finds a sensor again that came back under another address, as those with random addresses do after a restart: by its service and the foot that it says. Another
/// person's sensor must never be taken for it, so it is looked for only where the walk's own were the only ones in the room, and taken only where it is the only new one.
/// </summary>
/// <param name="terminal">Where it is reported.</param>
/// <param name="central">The radio.</param>
/// <param name="known">The addresses of the walk's sensors.</param>
internal sealed class LostSensor(Terminal terminal, IBleCentral central, IReadOnlyCollection<string> known)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    // Whoever is in the room advertises within a second.
    private static readonly TimeSpan ListenForOthers = TimeSpan.FromSeconds(1.5);

    private readonly HashSet<string> _known = new(known, StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();

    /// <summary>Where it advertises: at its address, or at a new one. Null: nowhere, or several could be it.</summary>
    /// <param name="foot">Its foot.</param>
    /// <param name="id">Its address so far.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<string?> FindAsync(Foot foot, string id, CancellationToken stop)
    {
        var heard = new Dictionary<string, SensorSighting>(StringComparer.OrdinalIgnoreCase);
        using var patience = new CancellationTokenSource(Patience, terminal.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        await foreach (BleAdvertisement advertisement in central.ScanAsync(SensorSighting.Filter, either.Token).ConfigureAwait(false))
        {
            var sighting = SensorSighting.Of(advertisement);
            if (string.Equals(sighting.Id, id, StringComparison.OrdinalIgnoreCase)) return id;
            if (sighting.Foot != foot || sighting.IsConnected || IsKnown(sighting.Id) || !heard.TryAdd(sighting.Id, sighting)) continue;
            if (heard.Count == 1) patience.CancelAfter(ListenForOthers);
        }

        if (heard.Count == 0 || stop.IsCancellationRequested) return null;
        if (heard.Count > 1)
        {
            terminal.Report(string.Create(CultureInfo.InvariantCulture, $"{Words.Of(foot)}: {heard.Count} sensors that were not there before say that they are the {Words.Of(foot)} one ({string.Join(", ", heard.Keys)}): none is taken"));
            return null;
        }

        string found = heard.Keys.Single();
        lock (_gate) _known.Add(found);
        terminal.Report($"{Words.Of(foot)}: the {Words.Of(foot)} sensor is heard at another address, {found}; connecting to it");
        return found;
    }

    private bool IsKnown(string id)
    {
        lock (_gate) return _known.Contains(id);
    }
}
