namespace GaitSense.Exchange;

/// <summary>What a column holds.</summary>
internal enum CellKind
{
    Text,
    Number,
    Count,
    Flag,
}
