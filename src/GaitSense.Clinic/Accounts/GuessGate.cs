using System.Collections.Concurrent;
using System.Net;

namespace GaitSense.Clinic.Accounts;

/// <summary>
/// How often a password may be guessed: five times for an account from one address; then that address waits for that account, each time twice as long. Who attacks from elsewhere does not
/// lock the owner out. An attempt is counted before it is looked at, so ten at once are not ten guesses.
/// </summary>
internal sealed class GuessGate(TimeProvider clock)
{
    /// <summary>Attempts before an address waits.</summary>
    public const int Most = 5;

    // Beyond so many pairs the oldest that may try again are forgotten.
    private const int MostPairs = 10_000;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromHours(4), Forgotten = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<(string Account, string Address), Tries> _pairs = new();

    /// <summary>Counts an attempt.</summary>
    /// <returns>How long to wait before another is looked at; null: this one is.</returns>
    public TimeSpan? Begin(string account, IPAddress? address)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (_pairs.Count > MostPairs) foreach (var old in _pairs.Where(p => p.Value.MayTry(now))) _pairs.TryRemove(old);
        Tries tries = _pairs.GetOrAdd(Key(account, address), _ => new Tries());
        lock (tries)
        {
            if (now - tries.Last > Forgotten) (tries.Count, tries.Locks) = (0, 0);
            if (tries.Until > now) return tries.Until - now;
            if (tries.Count >= Most) tries.Count = 0; // the wait is over
            tries.Last = now;
            if (++tries.Count < Most) return null;
            TimeSpan wait = First * Math.Pow(2, tries.Locks++);
            tries.Until = now + (wait < Longest ? wait : Longest);
            return null;
        }
    }

    /// <summary>An attempt was right: the address may go on.</summary>
    public void Succeeded(string account, IPAddress? address) => _pairs.TryRemove(Key(account, address), out _);

    private static (string, string) Key(string account, IPAddress? address) => (account.ToUpperInvariant(), (address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address)?.ToString() ?? "");

    private sealed class Tries
    {
        public int Count { get; set; }

        public int Locks { get; set; }

        public DateTimeOffset Last { get; set; }

        public DateTimeOffset Until { get; set; }

        public bool MayTry(DateTimeOffset now) => Until <= now;
    }
}
