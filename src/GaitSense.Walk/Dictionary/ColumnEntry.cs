namespace GaitSense.Walk;

/// <summary>What one column of a result table, or one field of a result document, means.</summary>
/// <param name="Table">The file: <c>strides.csv</c>, <c>summary.json</c>; or what is the same in many fields: <c>statistic</c>.</param>
/// <param name="Name">The column, or the field's path, with <c>*</c> for any name and <c>[]</c> for each of a list.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Unit">Its unit; empty where it has none.</param>
/// <param name="Meaning">What it is, for people.</param>
/// <param name="Definition">How it is made; empty where the meaning says all.</param>
/// <param name="Source">Who defined it (author, year); empty where this project did, or where it needs no source.</param>
/// <param name="Parts">For an object that many fields share: the table that names its fields.</param>
/// <param name="Since">The first version that wrote it.</param>
public sealed record ColumnEntry(
    string Table, string Name, ColumnKind Kind, string Unit, string Meaning, string Definition = "", string Source = "", string? Parts = null, string Since = "0.1.0");
