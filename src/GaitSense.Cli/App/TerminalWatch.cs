namespace GaitSense.Cli.App;

/// <summary>Notices that the terminal is gone, also where its signal is ignored (<c>nohup</c>): nobody could end such a walk, nor see it.</summary>
internal sealed class TerminalWatch : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(0.5);

    private readonly Timer _timer;
    private readonly int[] _descriptors;
    private readonly Predicate<int> _isHungUp;
    private readonly Action _gone;

    private TerminalWatch(Predicate<int> isHungUp, int[] descriptors, Action gone)
    {
        (_isHungUp, _descriptors, _gone) = (isHungUp, descriptors, gone);
        _timer = new Timer(_ => Look(), null, Period, Period);
    }

    /// <summary>Begins to watch; null where no person sits at a terminal, or this system has no way to ask.</summary>
    /// <param name="gone">Told once that it is gone, on some thread.</param>
    public static TerminalWatch? Start(Action gone)
    {
        if (Platform.IsHungUp is not { } isHungUp) return null;
        int[] terminals = [.. (Console.IsInputRedirected ? (int[])[] : [0]), .. (Console.IsOutputRedirected ? (int[])[] : [1]), .. (Console.IsErrorRedirected ? (int[])[] : [2])];
        return terminals.Length == 0 ? null : new TerminalWatch(isHungUp, terminals, gone);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (!Array.Exists(_descriptors, _isHungUp)) return;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _gone();
    }
}
