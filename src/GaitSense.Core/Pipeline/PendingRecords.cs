using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>A queue of fixed size; the oldest comes out first.</summary>
internal struct PendingRecords
{
    // About forty strides with their events: whoever has not shown by then which way is forward gets the oldest unnamed.
    public const int Capacity = 256;

    private Slots _slots;
    private int _first;

    public int Count { get; private set; }

    public readonly bool IsFull => Count == Capacity;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref PendingRecord this[int index] => ref _slots[(_first + index) % Capacity];

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref PendingRecord Add() => ref this[Count++];

    public void RemoveFirst()
    {
        _first = (_first + 1) % Capacity;
        Count--;
    }

    [InlineArray(Capacity)]
    private struct Slots
    {
        private PendingRecord _element0;
    }
}
