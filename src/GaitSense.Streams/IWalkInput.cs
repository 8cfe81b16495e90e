using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>
/// What sensors, their radio and people tell a walk, one call after the other: taken by <see cref="FeetStreams"/>, and by a whole walk around them. Time is what
/// these calls say, never a clock.
/// </summary>
public interface IWalkInput
{
    /// <summary>A notification's turn: the oldest of all that have arrived.</summary>
    /// <param name="foot">Whose sensor sent it.</param>
    /// <param name="channel">Its channel, as <see cref="FootInput.Subscribe"/> numbered it.</param>
    /// <param name="value">Its bytes.</param>
    /// <param name="arrival">When it arrived.</param>
    /// <returns>What it turned out to be.</returns>
    SensorMessage Push(Foot foot, int channel, ReadOnlySpan<byte> value, HostTime arrival);

    /// <summary>Whether a foot's samples flow: a foot that is away is not waited for.</summary>
    /// <param name="foot">The foot.</param>
    /// <param name="flows">Whether they do.</param>
    /// <param name="now">When that was noticed.</param>
    void SetFlowing(Foot foot, bool flows, HostTime now);

    /// <summary>A request: after all samples so far, and before those that come.</summary>
    /// <param name="request">What.</param>
    /// <param name="now">When the walk receives it.</param>
    void Ask(string request, HostTime now);

    /// <summary>Time has passed: what was waited for too long is given up.</summary>
    /// <param name="now">The time.</param>
    void Advance(HostTime now);

    /// <summary>The walk is over: nothing is waited for any more.</summary>
    void End();
}
