namespace GaitSense.Core;

/// <summary>
/// The lowest points of a sliding window: one of each cell of time. What lies above a cell's lowest point says nothing about the envelope.
/// Memory is fixed.
/// </summary>
internal sealed class EnvelopeWindow
{
    public const int Cells = 64;

    private readonly Cell[] _cells = new Cell[Cells];
    private readonly double _cellS;
    private long _newest;

    // The point that the line of the slope last asked for touches: the same one until a point changes. -1: there is none. Two or three questions a packet, each through all cells, took a tenth of a walk's time.
    private int _touched;
    private double _touchedSlope;

    public EnvelopeWindow(double cellS)
    {
        _cellS = cellS;
        Clear();
    }

    /// <summary>Whether no point is known.</summary>
    public bool IsEmpty => _newest == long.MinValue;

    /// <summary>Time of the first of the kept points, s.</summary>
    public double FirstX { get; private set; }

    /// <summary>Time of the last of the kept points, s.</summary>
    public double LastX { get; private set; }

    public void Clear()
    {
        Array.Clear(_cells);
        _newest = long.MinValue;
        (FirstX, LastX) = (0, 0);
        _touchedSlope = double.NaN;
    }

    /// <summary>Adds a point. True when it changed the envelope's points.</summary>
    /// <param name="x">Time, s.</param>
    /// <param name="y">Height, s.</param>
    /// <param name="slope">The envelope's slope as far as known: within a cell, points are compared along it.</param>
    public bool Add(double x, double y, double slope)
    {
        long id = (long)Math.Floor(x / _cellS);
        if (!IsEmpty && id <= _newest - Cells) return false; // older than the window
        _newest = Math.Max(_newest, id);
        ref Cell cell = ref _cells[(int)(((id % Cells) + Cells) % Cells)];
        bool isNew = cell.Id != id || !IsKept(in cell);
        if (!isNew && y - (slope * (x - cell.X)) >= cell.Y) return false;
        cell = new Cell(true, id, x, y);
        Measure();
        return true;
    }

    /// <summary>Time has come to <paramref name="x"/>: forgets what is too old by then.</summary>
    public void Advance(double x)
    {
        if (IsEmpty) return;
        _newest = Math.Max(_newest, (long)Math.Floor(x / _cellS));
        Measure();
    }

    /// <summary>Height at <paramref name="x"/> of the highest line of a slope that lies below all points; the window must not be empty.</summary>
    public double Support(double slope, double x)
    {
        if (slope != _touchedSlope) Touch(slope, x);
        return _touched < 0 ? double.PositiveInfinity : Height(in _cells[_touched], slope, x);
    }

    private void Touch(double slope, double x)
    {
        (_touchedSlope, _touched) = (slope, -1);
        double lowest = double.PositiveInfinity;
        for (int i = 0; i < Cells; i++)
        {
            if (!IsKept(in _cells[i]) || Height(in _cells[i], slope, x) is var height && height >= lowest) continue;
            (lowest, _touched) = (height, i);
        }
    }

    private static double Height(in Cell cell, double slope, double x) => cell.Y - (slope * (cell.X - x));

    private bool IsKept(in Cell cell) => cell.IsUsed && cell.Id > _newest - Cells;

    private void Measure()
    {
        _touchedSlope = double.NaN;
        (double first, double last) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (ref readonly Cell cell in _cells.AsSpan())
            if (IsKept(in cell)) (first, last) = (Math.Min(first, cell.X), Math.Max(last, cell.X));
        (FirstX, LastX) = (first, last);
        if (double.IsInfinity(first)) Clear();
    }

    private readonly record struct Cell(bool IsUsed, long Id, double X, double Y);
}
