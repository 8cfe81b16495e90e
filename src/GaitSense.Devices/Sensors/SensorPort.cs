using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>One connection as a driver sees it: a link, and the queue to the owner's thread.</summary>
internal sealed class SensorPort(IBleLink link, NotificationQueue queue, TimeProvider time, Action news, bool runInline)
{
    /// <summary>The link.</summary>
    public IBleLink Link => link;

    /// <summary>The clock by which answers are waited for.</summary>
    public TimeProvider Time => time;

    /// <summary>Where those go on who wait for a notification: not on a radio's thread, except in tests on a virtual clock.</summary>
    public TaskCreationOptions Continuations => runInline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;

    /// <summary>Host time now.</summary>
    public HostTime Now => HostTime.FromTicks(time.GetTimestamp(), time.TimestampFrequency);

    /// <summary>Lets the notifications of a characteristic go to the queue, as those of a channel.</summary>
    public Task SubscribeAsync(Guid service, Guid characteristic, int channel, CancellationToken cancellationToken) =>
        link.SubscribeAsync(service, characteristic, (value, timestamp) => Enqueue(channel, value, timestamp), cancellationToken);

    /// <summary>Puts a notification in the queue. On a reader thread: nothing waits, nothing is allocated.</summary>
    public void Enqueue(int channel, ReadOnlySpan<byte> value, long timestamp)
    {
        if (queue.TryWrite(channel, value, timestamp)) news();
    }
}
