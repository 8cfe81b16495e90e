using System.Collections;

namespace GaitSense.Analysis.Walks;

/// <summary>
/// A list of large values that grows without moving them: one that doubles holds up to three times what is in it while it grows, and leaves holes behind. What is in it is
/// looked at in place.
/// </summary>
internal sealed class GrowingList<T> : IReadOnlyList<T>
{
    private const int Bits = 7, Block = 1 << Bits;

    private readonly List<T[]> _blocks = [];

    public GrowingList()
    {
    }

    public GrowingList(IEnumerable<T> values)
    {
        foreach (T value in values) Add(value);
    }

    public int Count { get; private set; }

    public ref readonly T this[int index] => ref _blocks[index >> Bits][index & (Block - 1)];

    T IReadOnlyList<T>.this[int index] => this[index];

    public void Add(in T value)
    {
        if (Count == _blocks.Count << Bits) _blocks.Add(new T[Block]);
        _blocks[Count >> Bits][Count & (Block - 1)] = value;
        Count++;
    }

    /// <summary>What is in it now; it shares the values and does not change when more come.</summary>
    public GrowingList<T> Now()
    {
        GrowingList<T> now = new();
        now._blocks.AddRange(_blocks);
        now.Count = Count;
        return now;
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
