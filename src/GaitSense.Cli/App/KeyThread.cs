using System.Collections.Concurrent;
using GaitSense.Core;
using GaitSense.Devices;

namespace GaitSense.Cli.App;

/// <summary>
/// Keys with the instant at which they went down. A thread of its own waits for them and stamps each before it waits anywhere: a look at the keyboard now and then would be late by as long as
/// it does not look. Keys that nobody takes wait for whoever asks next.
/// </summary>
/// <param name="terminal">The keyboard, and the clock.</param>
internal sealed class KeyThread(Terminal terminal)
{
    // For keyboards that can only be looked at: late by so much at most.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    private readonly ConcurrentQueue<char> _waiting = new();
    private Action<char, HostTime>? _taker;
    private Thread? _thread;

    /// <summary>A key that waits; null: none.</summary>
    public char? Take() => _waiting.TryDequeue(out char key) ? key : _thread is null ? terminal.ReadKey() : null;

    /// <summary>Begins to hand keys on, as they come.</summary>
    /// <param name="taker">Takes them, on the keys' thread; must not wait.</param>
    public void Begin(Action<char, HostTime> taker)
    {
        Volatile.Write(ref _taker, taker);
        if (_thread is not null) return;
        _thread = new Thread(Run) { IsBackground = true, Name = "keys" };
        _thread.Start();
    }

    /// <summary>Hands none on any more.</summary>
    public void End() => Volatile.Write(ref _taker, null);

    private void Run()
    {
        terminal.Raise?.Invoke(ThreadRank.Walk);
        try
        {
            while (Next() is { } key)
            {
                HostTime at = HostTime.FromTicks(terminal.Time.GetTimestamp(), terminal.Time.TimestampFrequency);
                if (Volatile.Read(ref _taker) is { } taker) taker(key, at);
                else _waiting.Enqueue(key);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            // The keyboard is gone; a signal, or the walk's end, ends what goes on.
        }
    }

    private char? Next()
    {
        if (terminal.AwaitKey is { } wait) return wait();
        while (true)
        {
            if (terminal.ReadKey() is { } key) return key == '\0' ? null : key;
            Thread.Sleep(Look);
        }
    }
}
