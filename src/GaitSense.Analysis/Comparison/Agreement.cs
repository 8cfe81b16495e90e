using System.Text.Json.Serialization;
using GaitSense.Analysis.Accuracy;
using GaitSense.Analysis.Plots;

namespace GaitSense.Analysis.Comparison;

/// <summary>How well two systems agree in one quantity: differences are second less first.</summary>
public sealed record Agreement
{
    /// <summary>Name of the quantity for programs.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Unit of all numbers.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimals for people.</summary>
    public required int Decimals { get; init; }

    /// <summary>Pairs in which both have a value.</summary>
    public required int Pairs { get; init; }

    /// <summary>Bias, SD and limits of agreement with their intervals; null below three pairs.</summary>
    public required BlandAltman? BlandAltman { get; init; }

    /// <summary>Mean of both to the right, difference upward.</summary>
    [JsonIgnore]
    internal IReadOnlyList<PlotPoint> Points { get; init; } = [];

    internal static Agreement Of(string name, string title, string unit, int decimals, IEnumerable<(double First, double Second)> pairs, double scale)
    {
        PlotPoint[] points = [.. pairs.Select(p => new PlotPoint(scale * (p.First + p.Second) / 2, scale * (p.Second - p.First)))];
        return new Agreement { Name = name, Title = title, Unit = unit, Decimals = decimals, Pairs = points.Length, Points = points, BlandAltman = BlandAltman.Of([.. points.Select(p => p.Y)]) };
    }
}
