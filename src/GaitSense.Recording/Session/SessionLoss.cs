using System.Globalization;
using GaitSense.Core;

namespace GaitSense.Recording.Session;

/// <summary>
/// What a session file has lost, found while its records are read: blocks that are missing, an end that is not there, records that its end counts and that are missing,
/// and what was lost before a copy was made. One thread.
/// </summary>
/// <param name="reader">Reads the file.</param>
/// <param name="manifest">Its manifest.</param>
public sealed class SessionLoss(SessionFileReader reader, SessionManifest manifest)
{
    private readonly List<(SessionDamage Place, HostTime From, HostTime? To)> _places = [];
    private HostTime _last = new(manifest.StartedHostUs);
    private long _records, _counted;
    private bool _isOver;

    /// <summary>Whether the record was there that a recording ends with.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>Records that the end counts and that were not read; 0 where there is no end, or one that does not count (files of minor version 1 and older).</summary>
    public long MissingRecords => Math.Max(0, _counted - _records);

    /// <summary>Whether nothing is missing; false before <see cref="End"/>.</summary>
    public bool IsWhole => _isOver && HasEnd && reader.Damage.Count == 0 && MissingRecords == 0 && manifest.Losses is null or [];

    /// <summary>How much of the recording's time is missing at most, s: what lies between the records before and after each hole, and what the manifest beside the file says of its end. Null: not known.</summary>
    public double? MissingS => MissingAtEndS is { } end ? _places.Sum(p => p.To is { } to ? to.SecondsSince(p.From) : 0) + end : null;

    /// <summary>What is missing, one sentence each; what was lost before a copy was made comes first, in the words of that day. Complete after <see cref="End"/>.</summary>
    public IReadOnlyList<string> Sentences => [.. manifest.Losses ?? [], .. Own()];

    // The copy of the manifest beside the file is written again at the end of a walk.
    private double? MissingAtEndS => HasEnd ? 0
        : SessionManifests.TryBeside(reader.Path) is { EndedUtc: { } ended } beside && beside.StartedUtc == manifest.StartedUtc
            ? Math.Max(0, (ended - manifest.StartedUtc).TotalSeconds - AfterStart(_last)) : null;

    /// <summary>Looks at the next record; at each, in their order.</summary>
    public void Take(SessionRecord record)
    {
        Place(record.Time);
        if (record.Time > _last) _last = record.Time;
        // In files that do not say their end, the state of the links is the last thing that was written.
        if (record.Kind == SessionRecordKind.Closed || (record.Kind == SessionRecordKind.Links && !reader.RecordsItsEnd)) HasEnd = true;
        if (record.Kind == SessionRecordKind.Closed && record.TryReadNumber(out int counted, out _)) _counted = counted;
        else _records++;
    }

    /// <summary>The file was read to its end.</summary>
    public void End()
    {
        Place(null);
        _isOver = true;
    }

    /// <summary>What is said of something that was lost before a copy was made.</summary>
    /// <param name="loss">Its sentence.</param>
    public static string OfCopy(string loss) => $"This is a copy of a recording that was not whole: {loss}";

    private void Place(HostTime? next)
    {
        while (_places.Count < reader.Damage.Count) _places.Add((reader.Damage[_places.Count], _last, next is { } to && to > _last ? to : next is null ? null : _last));
    }

    private IEnumerable<string> Own()
    {
        foreach ((SessionDamage place, HostTime from, HostTime? to) in _places) yield return Describe(place, from, to);
        if (_isOver && !HasEnd)
            yield return "The recording has no end: it was cut short, or is still growing. "
                + (MissingAtEndS is { } s ? Invariant($"{s:0.0} s are missing at its end, by {SessionFolder.ManifestFile}.") : "How much is missing at its end is not known.");
        if (_isOver && MissingRecords > 0) yield return Invariant($"{MissingRecords} of {_counted} records are missing, by its last one.");
    }

    private string Describe(SessionDamage d, HostTime from, HostTime? to) => (d, to) switch
    {
        ({ MissingBlocks: > 0 }, { } next) => Invariant(
            $"The session file is damaged: {(d.MissingBlocks == 1 ? "a block is" : Invariant($"{d.MissingBlocks} blocks are"))} missing at byte {d.Offset}, at most {next.SecondsSince(from):0.0} s ({AfterStart(from):0.0} to {AfterStart(next):0.0} s after its start)."),
        ({ Length: 0 }, _) => Invariant($"The session file is damaged: blocks stand twice, or not in their order, at byte {d.Offset}."),
        (_, not null) => Invariant($"The session file is damaged: {d.Length} bytes at byte {d.Offset} are no block of it; no block is missing there."),
        _ when HasEnd => Invariant($"The session file goes on behind its end, with {d.Length} bytes that are no part of it (at byte {d.Offset})."),
        _ => Invariant($"The session file ends in {d.Length} bytes that are no whole block (at byte {d.Offset})."),
    };

    private double AfterStart(HostTime time) => (time.Microseconds - manifest.StartedHostUs) * 1e-6;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
