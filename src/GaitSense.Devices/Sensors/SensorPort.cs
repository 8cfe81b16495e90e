using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>One connection as a driver sees it: a link, and the queue to the owner's thread.</summary>
internal sealed class SensorPort(IBleLink link, NotificationQueue queue, TimeProvider time, Action news, bool runInline)
{
    private long _openedAt, _lastDataAt, _lastSamplesAt;

    /// <summary>The link.</summary>
    public IBleLink Link => link;

    /// <summary>The clock by which answers are waited for.</summary>
    public TimeProvider Time => time;

    /// <summary>Where those go on who wait for a notification: not on a radio's thread, except in tests on a virtual clock.</summary>
    public TaskCreationOptions Continuations => runInline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;

    /// <summary>When data were last handed on to this program, in ticks of <see cref="Time"/>: later than they came where it is busy. A sensor is not silent because nobody had time to listen.</summary>
    public long LastDataAt => Volatile.Read(ref _lastDataAt);

    /// <summary>When what was taken apart last proved to be samples, in ticks of <see cref="Time"/>; 0 before the first.</summary>
    public long LastSamplesAt => Volatile.Read(ref _lastSamplesAt);

    /// <summary>When samples were asked for, in ticks of <see cref="Time"/>.</summary>
    public long OpenedAt => Volatile.Read(ref _openedAt);

    /// <summary>Whether nothing waits in the queue.</summary>
    public bool IsDrained => queue.IsEmpty;

    /// <summary>Host time now.</summary>
    public HostTime Now => HostTime.FromTicks(time.GetTimestamp(), time.TimestampFrequency);

    /// <summary>Samples are asked for.</summary>
    public void Open(long timestamp)
    {
        Volatile.Write(ref _openedAt, timestamp);
        ObserveData();
    }

    /// <summary>Samples came out of a notification. On the owner's thread.</summary>
    /// <param name="timestamp">When it came.</param>
    /// <returns>Whether they are the first of this connection.</returns>
    public bool ObserveSamples(long timestamp)
    {
        if (timestamp < OpenedAt) return false; // of an earlier connection: it waited
        bool isFirst = _lastSamplesAt == 0;
        Volatile.Write(ref _lastSamplesAt, time.GetTimestamp());
        return isFirst;
    }

    /// <summary>Notes that data came, whatever they are. On a reader thread.</summary>
    public void ObserveData() => Volatile.Write(ref _lastDataAt, time.GetTimestamp());

    /// <summary>Puts a notification in the queue. On a reader thread: nothing waits, nothing is allocated.</summary>
    public void Enqueue(int channel, ReadOnlySpan<byte> value, long timestamp)
    {
        if (queue.TryWrite(channel, value, timestamp)) news();
    }
}
