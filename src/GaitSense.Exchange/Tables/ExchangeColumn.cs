namespace GaitSense.Exchange;

/// <summary>A column of a table that leaves.</summary>
/// <param name="Name">Its name, the unit in it where there is one.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Unit">Its unit; empty: none, or said in another column.</param>
internal sealed record ExchangeColumn(string Name, CellKind Kind, string Unit = "");
