using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;

namespace GaitSense.Cli.View;

/// <summary>
/// Says on stderr how far long work is and about how long it still takes: a line that rewrites itself where a person looks, else a new line
/// now and then. Short work says nothing.
/// </summary>
internal sealed class ProgressLine(Terminal terminal, Func<string> what, Func<double> progress) : IAsyncDisposable
{
    private static readonly TimeSpan TerminalPeriod = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PlainPeriod = TimeSpan.FromSeconds(10);
    private const int Width = 79;

    private readonly PeriodicTimer _timer = new(terminal.ErrorIsTerminal ? TerminalPeriod : PlainPeriod, terminal.Time);
    private Task _task = Task.CompletedTask;
    private bool _shown;

    /// <summary>Work that is called the same all the time.</summary>
    public ProgressLine(Terminal terminal, string what, Func<double> progress)
        : this(terminal, () => what, progress)
    {
    }

    /// <summary>Starts to report.</summary>
    public ProgressLine Start()
    {
        if (!terminal.Quiet) _task = RunAsync(terminal.Time.GetTimestamp());
        return this;
    }

    /// <summary>Stops, and leaves a clean line.</summary>
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _task.ConfigureAwait(false);
        if (_shown && terminal.ErrorIsTerminal) OneDoorWriter.Behind(terminal.Error).Write('\r' + new string(' ', Width) + '\r');
    }

    /// <summary>The text for some progress.</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="done">Share that is done, 0 to 1.</param>
    /// <param name="elapsed">Time it took so far.</param>
    public static string Text(string what, double done, TimeSpan elapsed)
    {
        done = Math.Clamp(done, 0, 1);
        string left = done > 0.02 ? $", about {Duration(elapsed * ((1 - done) / done))} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{what}: {Math.Floor(100 * done):0} %{left}");
    }

    /// <summary>A duration for people.</summary>
    public static string Duration(TimeSpan t) => t.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(t.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(t.TotalMinutes):0} min");

    private async Task RunAsync(long startedAt)
    {
        // A timer that is disposed of ends the wait; a cancelled wait would throw, and a first exception takes as long as a minute's walk.
        while (await _timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            string text = Text(what(), progress(), terminal.Time.GetElapsedTime(startedAt));
            if (terminal.ErrorIsTerminal) await OneDoorWriter.Behind(terminal.Error).WriteAsync('\r' + OutsideText.Line(text).PadRight(Width)[..Width]).ConfigureAwait(false);
            else await terminal.Error.WriteLineAsync(text).ConfigureAwait(false);
            _shown = true;
        }
    }
}
