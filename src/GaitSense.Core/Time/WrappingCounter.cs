namespace GaitSense.Core;

/// <summary>
/// A counter of few bits (a packet's timestamp, a sample's index) as one that never wraps. What time has passed decides how often it wrapped, so an
/// outage of hours costs nothing; what cannot be reconciled with it is a new epoch: the device started again.
/// </summary>
/// <param name="bits">How many bits it has, 8 to 32.</param>
/// <param name="countsPerSecond">How fast it counts.</param>
/// <param name="toleranceS">How far the counter and the passed time may differ, s; less than half of the time between two wraps.</param>
public sealed class WrappingCounter(int bits, double countsPerSecond, double toleranceS)
{
    private readonly ulong _mask = bits is >= 8 and <= 32 ? (1UL << bits) - 1 : throw new ArgumentOutOfRangeException(nameof(bits), bits, "A counter has 8 to 32 bits.");
    private long _last;
    private bool _hasLast;

    /// <summary>Takes a reading.</summary>
    /// <param name="raw">The counter's bits.</param>
    /// <param name="passedS">About how much time passed since the reading before; negative for a packet that was overtaken.</param>
    /// <param name="value">The counter without wraps. After a new epoch it starts from <paramref name="raw"/>.</param>
    /// <returns>False where a new epoch begins: nothing is known about the time between this reading and those before.</returns>
    public bool TryUnwrap(uint raw, double passedS, out long value)
    {
        long expected = _last + (long)Math.Round(passedS * countsPerSecond);
        long ahead = (long)((raw - (ulong)expected) & _mask);
        if (ahead > (long)(_mask >> 1)) ahead -= (long)_mask + 1;
        // What was counted before waited may come later by any time that passed: a backlog. It is after the reading before all the same.
        bool isBacklog = ahead < 0 && expected + ahead >= _last;
        bool continues = !_hasLast || isBacklog || Math.Abs(ahead) <= toleranceS * countsPerSecond;
        value = _hasLast && continues ? expected + ahead : raw;
        (_last, _hasLast) = (value, true);
        return continues;
    }

    /// <summary>Continues from a reading whose full value is known.</summary>
    public void Set(long value) => (_last, _hasLast) = (value, true);
}
