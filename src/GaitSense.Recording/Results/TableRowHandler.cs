namespace GaitSense.Recording.Results;

/// <summary>Takes a row of a table as it is in the file of that name.</summary>
/// <param name="table">The table: <c>events.csv</c>.</param>
/// <param name="row">The row, UTF-8, without the line's end; the first of a table holds its columns. Valid during the call.</param>
public delegate void TableRowHandler(string table, ReadOnlySpan<byte> row);
