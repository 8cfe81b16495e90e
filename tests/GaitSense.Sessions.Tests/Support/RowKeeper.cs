using GaitSense.Recording.Results;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>Keeps the rows of a walk's tables.</summary>
internal sealed class RowKeeper(TableRowHandler keep) : IWalkPart
{
    public TableRowHandler Rows => keep;
}
