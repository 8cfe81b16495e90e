using GaitSense.Core;

namespace GaitSense.Sessions;

/// <summary>An observer that has something to finish when the walk is over: files to close, a screen to complete.</summary>
public interface ISessionObserver : IWalkObserver
{
    /// <summary>Somebody asks for something; see <see cref="WalkRequests"/>. Told between two samples, on the walk's thread, and in a replay between the same two.</summary>
    void OnRequest(string request)
    {
    }

    /// <summary>The walk is over, whole or interrupted, and everything decided was told. Called once, after the last of it.</summary>
    /// <param name="source">Where the samples came from; its warnings are complete now.</param>
    /// <param name="result">How the session ended.</param>
    ValueTask OnEndedAsync(ISampleSource source, WalkSessionResult result);
}
