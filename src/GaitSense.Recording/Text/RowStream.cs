using GaitSense.Recording.Results;

namespace GaitSense.Recording.Text;

/// <summary>Gathers the bytes of one row of a table and hands them on.</summary>
internal sealed class RowStream(string table, TableRowHandler handler) : MemoryStream(256)
{
    /// <summary>Hands on what was gathered, without the line's end, and begins anew.</summary>
    public void HandOn()
    {
        ReadOnlySpan<byte> row = GetBuffer().AsSpan(0, (int)Length);
        if (!row.IsEmpty) handler(table, row.TrimEnd((byte)'\n'));
        SetLength(0);
    }
}
