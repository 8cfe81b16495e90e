using GaitSense.Recording.Results;

namespace GaitSense.Walk;

/// <summary>A part that makes rows of a table of its own.</summary>
internal interface IRowSource
{
    /// <summary>Where its rows go. Told once, before the walk; without it no row is made.</summary>
    /// <param name="rows">Takes them.</param>
    void SendRowsTo(TableRowHandler rows);
}
