namespace GaitSense.Feedback.Sound;

/// <summary>A bounded queue between one thread that adds and one that takes. Neither ever waits, and nothing is allocated.</summary>
/// <param name="capacity">How many fit; a power of two.</param>
internal sealed class SingleReaderRing<T>(int capacity)
    where T : struct
{
    private readonly T[] _items = new T[capacity];
    private uint _added, _taken;

    /// <summary>Adds at the end; false when it is full. One thread.</summary>
    public bool TryAdd(in T item)
    {
        uint added = _added;
        if (added - Volatile.Read(ref _taken) == (uint)_items.Length) return false;
        _items[added & ((uint)_items.Length - 1)] = item;
        Volatile.Write(ref _added, added + 1);
        return true;
    }

    /// <summary>Takes the first; false when there is none. One thread.</summary>
    public bool TryTake(out T item)
    {
        uint taken = _taken;
        if (taken == Volatile.Read(ref _added))
        {
            item = default;
            return false;
        }

        ref T slot = ref _items[taken & ((uint)_items.Length - 1)];
        item = slot;
        slot = default;
        Volatile.Write(ref _taken, taken + 1);
        return true;
    }
}
