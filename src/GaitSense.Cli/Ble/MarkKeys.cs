using System.Globalization;
using GaitSense.Sessions;

namespace GaitSense.Cli;

/// <summary>Pressing <c>m</c> during a recorded walk marks the moment in the session.</summary>
internal sealed class MarkKeys : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    private readonly ITimer _timer;
    private int _marks;

    /// <summary>Begins to watch the keyboard.</summary>
    public MarkKeys(Terminal terminal, SessionRecorder recorder) => _timer = terminal.Time.CreateTimer(
        _ =>
        {
            while (terminal.ReadKey() is { } key)
                if (key is 'm' or 'M') recorder.Mark(string.Create(CultureInfo.InvariantCulture, $"mark {Interlocked.Increment(ref _marks)}"));
        },
        null,
        Period,
        Period);

    /// <summary>What there is to say of it: how many moments were marked.</summary>
    public string Text => Volatile.Read(ref _marks) is > 0 and var marks ? string.Create(CultureInfo.InvariantCulture, $", {marks} marked (m)") : ", m marks a moment";

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}
