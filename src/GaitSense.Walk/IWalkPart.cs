using GaitSense.Core;
using GaitSense.Recording.Results;

namespace GaitSense.Walk;

/// <summary>A part of a walk that has a place in the order, receives requests, or has something to finish when the walk is over: files to close, a screen to complete.</summary>
public interface IWalkPart : IWalkObserver
{
    /// <summary>Its place. <value>The default is <see cref="WalkOrder.Feed"/>.</value></summary>
    WalkOrder Order => WalkOrder.Feed;

    /// <summary>Takes the rows of the walk's tables, each as it is in the file of that name; null: this part keeps none.</summary>
    TableRowHandler? Rows => null;

    /// <summary>A request; see <see cref="WalkRequests"/>. It comes between two samples, and in a replay between the same two.</summary>
    /// <param name="request">What.</param>
    void OnRequest(string request)
    {
    }

    /// <summary>The walk is over, whole or interrupted, and everything decided was told. Called once, after the last of it.</summary>
    /// <param name="source">Where the samples came from; its warnings are complete now.</param>
    /// <param name="end">How the walk ended.</param>
    void OnEnded(IWalkSource source, WalkEnd end)
    {
    }
}
