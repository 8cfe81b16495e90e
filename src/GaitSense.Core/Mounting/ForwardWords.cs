using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>The last words of a foot to the other, by their running number from 0.</summary>
internal struct ForwardWords
{
    /// <summary>As many strides as a foot takes in twice the time that the feet may be apart.</summary>
    public const int Capacity = 32;

    private Slots _slots;

    /// <summary>How many there were, those that are forgotten included.</summary>
    public int Count { get; private set; }

    /// <summary>One of the last <see cref="Capacity"/>.</summary>
    [UnscopedRef]
    public readonly ref readonly ForwardWord this[int number] => ref _slots[number % Capacity];

    public void Add(in ForwardWord word) => _slots[Count++ % Capacity] = word;

    /// <summary>The one whose stride ended nearest to a time; null before the first.</summary>
    public readonly ForwardWord? Nearest(DeviceTime time)
    {
        ForwardWord? nearest = null;
        for (int i = Math.Max(0, Count - Capacity); i < Count; i++)
            if (nearest is not { } n || Math.Abs(this[i].Landing.SecondsSince(time)) < Math.Abs(n.Landing.SecondsSince(time))) nearest = this[i];
        return nearest;
    }

    [InlineArray(Capacity)]
    private struct Slots
    {
        private ForwardWord _element0;
    }
}
