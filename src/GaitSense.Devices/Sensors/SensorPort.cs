using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>One connection as a driver sees it: a link, and the queue to the owner's thread.</summary>
internal sealed class SensorPort(IBleLink link, NotificationQueue queue, TimeProvider time, Action news, bool runInline)
{
    private long _lastDataAt;

    /// <summary>The link.</summary>
    public IBleLink Link => link;

    /// <summary>The clock by which answers are waited for.</summary>
    public TimeProvider Time => time;

    /// <summary>Where those go on who wait for a notification: not on a radio's thread, except in tests on a virtual clock.</summary>
    public TaskCreationOptions Continuations => runInline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;

    /// <summary>When data last came, in ticks of <see cref="Time"/>.</summary>
    public long LastDataAt => Volatile.Read(ref _lastDataAt);

    /// <summary>Whether nothing waits in the queue.</summary>
    public bool IsDrained => queue.IsEmpty;

    /// <summary>Host time now.</summary>
    public HostTime Now => HostTime.FromTicks(time.GetTimestamp(), time.TimestampFrequency);

    /// <summary>Notes that the sensor is alive. On a reader thread.</summary>
    public void HearData(long timestamp) => Volatile.Write(ref _lastDataAt, timestamp);

    /// <summary>Puts a notification in the queue. On a reader thread: nothing waits, nothing is allocated.</summary>
    public void Enqueue(int channel, ReadOnlySpan<byte> value, long timestamp)
    {
        if (queue.TryWrite(channel, value, timestamp)) news();
    }
}
