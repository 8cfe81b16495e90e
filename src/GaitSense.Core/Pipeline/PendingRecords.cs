using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>A queue of fixed size; the oldest comes out first.</summary>
internal struct PendingRecords
{
    // About forty strides with their events: where forward is still unknown then, the oldest are published without a direction.
    public const int Capacity = 256;

    // Before the slots, never behind them: they fill 72 kB, and the WebAssembly interpreter takes offsets modulo 64 KiB (LayoutTests).
    private int _first;
    private int _count;
    private Slots _slots;

    public readonly int Count => _count;

    public readonly bool IsFull => _count == Capacity;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref PendingRecord this[int index] => ref _slots[(_first + index) % Capacity];

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref PendingRecord Add() => ref this[_count++];

    public void RemoveFirst()
    {
        _first = (_first + 1) % Capacity;
        _count--;
    }

    [InlineArray(Capacity)]
    private struct Slots
    {
        private PendingRecord _element0;
    }
}
