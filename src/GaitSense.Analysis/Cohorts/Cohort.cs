namespace GaitSense.Analysis.Cohorts;

/// <summary>
/// Many recordings, analysed in the same way. Its table and its page depend on the recordings and their results alone: not on the order of work, not on how
/// many machines shared it, not on time.
/// </summary>
public sealed class Cohort
{
    /// <summary>Gathers recordings.</summary>
    /// <param name="entries">The recordings in any order; no name twice.</param>
    public Cohort(IEnumerable<CohortEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Entries = [.. entries.OrderBy(e => e.Name, StringComparer.Ordinal)];
        for (int i = 1; i < Entries.Count; i++)
            if (string.Equals(Entries[i].Name, Entries[i - 1].Name, StringComparison.Ordinal)) throw new ArgumentException($"Two recordings are called {Entries[i].Name}.", nameof(entries));
    }

    /// <summary>All recordings, by name.</summary>
    public IReadOnlyList<CohortEntry> Entries { get; }

    /// <summary>Those that were analysed to their end.</summary>
    public IEnumerable<CohortEntry> Done => Entries.Where(e => e.Status == CohortStatus.Done);

    /// <summary>Those that failed.</summary>
    public IEnumerable<CohortEntry> Failed => Entries.Where(e => e.Status == CohortStatus.Failed);

    /// <summary>Those that the analysis did not come to, or not to the end of.</summary>
    public IEnumerable<CohortEntry> Open => Entries.Where(e => e.Status is CohortStatus.Interrupted or CohortStatus.NotBegun);

    /// <summary>What page and tables of people show of the analysed recordings; made once, because each summary is opened for it.</summary>
    internal List<CohortWalk> Walks => field ??= [.. Done.Select(e => e.Summary is { } summary ? new CohortWalk(e.Name, summary) { Person = e.Person } : null).OfType<CohortWalk>()];
}
