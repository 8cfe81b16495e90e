using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>A queue of fixed size. When it is full the reader must make room before the next item: nothing is lost.</summary>
internal struct WalkItemQueue
{
    public const int Capacity = 32;

    private Slots _slots;
    private int _first;

    public int Count { get; private set; }

    public readonly bool IsFull => Count == Capacity;

    [UnscopedRef]
    public readonly ref readonly WalkItem First => ref _slots[_first];

    public void Add(in WalkItem item) => _slots[(_first + Count++) % Capacity] = item;

    public void RemoveFirst()
    {
        _first = (_first + 1) % Capacity;
        Count--;
    }

    [InlineArray(Capacity)]
    private struct Slots
    {
        private WalkItem _element0;
    }
}
