using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>Some of a walk's strides in time order, by their places among all, so that none is copied. Of two that end together the left foot's comes first.</summary>
/// <param name="walk">All strides of the walk.</param>
internal sealed class StrideSeries(GrowingList<Stride> walk)
{
    private readonly List<int> _places = [];

    public int Count => _places.Count;

    public ref readonly Stride this[int index] => ref walk[_places[index]];

    /// <summary>Takes a stride in. Strides become known nearly in time order: hardly any has to go before another.</summary>
    /// <param name="place">Its place among the walk's strides.</param>
    public void Add(int place)
    {
        int at = _places.Count;
        while (at > 0 && IsAfter(in walk[_places[at - 1]], in walk[place])) at--;
        _places.Insert(at, place);
    }

    /// <summary>The finite values of one quantity.</summary>
    public List<double> Values(StrideValue pick)
    {
        List<double> values = new(_places.Count);
        foreach (int place in _places) if (pick(in walk[place]) is { } value && double.IsFinite(value)) values.Add(value);
        return values;
    }

    /// <summary>One foot's strides of these.</summary>
    public StrideSeries Of(Foot foot)
    {
        StrideSeries one = new(walk);
        foreach (int place in _places) if (walk[place].Foot == foot) one.Add(place);
        return one;
    }

    private static bool IsAfter(in Stride a, in Stride b) => a.End != b.End ? a.End > b.End : a.Foot > b.Foot;
}
