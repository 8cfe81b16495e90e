using System.Globalization;
using GaitSense.Recording.Files;

namespace GaitSense.Storage;

/// <summary>The tombstones once more beside the database, a line each: they are there when the database is damaged and an older backup is restored.</summary>
/// <param name="path">The file.</param>
internal sealed class TombstoneFile(string path)
{
    /// <summary>All of them; lines that are none are left out.</summary>
    public IReadOnlyList<Tombstone> Read() => !File.Exists(path) ? [] :
    [
        .. from line in File.ReadLines(path)
           let parts = line.Split(' ')
           where parts.Length == 2 && Guid.TryParseExact(parts[0], "D", out _) && long.TryParse(parts[1], CultureInfo.InvariantCulture, out _)
           select new Tombstone { Subject = Guid.ParseExact(parts[0], "D"), At = Microseconds.Time(long.Parse(parts[1], CultureInfo.InvariantCulture)), IsDone = true },
    ];

    /// <summary>Adds those that it has not.</summary>
    public void Add(IEnumerable<Tombstone> tombstones)
    {
        Dictionary<Guid, Tombstone> all = Read().ToDictionary(t => t.Subject);
        int before = all.Count;
        foreach (Tombstone tombstone in tombstones) all.TryAdd(tombstone.Subject, tombstone);
        if (all.Count > before) WholeFile.Write(path, string.Concat(all.Values.OrderBy(t => t.At).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Subject:D} {Microseconds.Of(t.At)}\n"))));
    }
}
