namespace GaitSense.Streams;

/// <summary>How unlike each other the last few cells of arrivals are. Memory is fixed.</summary>
internal sealed class CellSpread
{
    private const int Cells = 8;

    private readonly double[] _late = new double[Cells];
    private int _count;

    /// <summary>Begins anew.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds how late the fastest packet of a cell was, s.</summary>
    /// <returns>The latest less the earliest of the last cells, s.</returns>
    public double Add(double lateS)
    {
        _late[_count++ % Cells] = lateS;
        ReadOnlySpan<double> cells = _late.AsSpan(0, Math.Min(_count, Cells));
        (double least, double most) = (lateS, lateS);
        foreach (double late in cells) (least, most) = (Math.Min(least, late), Math.Max(most, late));
        return most - least;
    }
}
