using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>
/// A recorder of all inputs that the streams of a walk depend on, in an order that gives the same samples when they are given to <see cref="FeetStreams"/> again.
/// Called on several threads, within a lock that the radio may wait for: must return at once and not throw.
/// </summary>
public interface IInputLog
{
    /// <summary>Something happened to a foot's sensor.</summary>
    /// <param name="foot">The foot.</param>
    /// <param name="input">What happened.</param>
    /// <param name="time">When; a notification's arrival.</param>
    /// <param name="number">See <see cref="SensorInput"/>.</param>
    /// <param name="value">Its bytes.</param>
    void OnInput(Foot foot, SensorInput input, HostTime time, int number, ReadOnlySpan<byte> value);

    /// <summary>Time passed, where its passing mattered.</summary>
    /// <param name="time">The time.</param>
    void OnTime(HostTime time);

    /// <summary>A request was made.</summary>
    /// <param name="time">When the walk heard of it.</param>
    /// <param name="request">What.</param>
    void OnRequest(HostTime time, string request);

    /// <summary>The walk was ended: nothing is waited for any more.</summary>
    /// <param name="time">The latest time that an input said.</param>
    void OnEnded(HostTime time);
}
