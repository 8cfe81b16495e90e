using System.Threading.Channels;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Training.Timed;

/// <summary>What a test says and keeps, in its order and on a task of its own: the walk's thread and the keys' wait for no screen and no disk.</summary>
internal sealed class TestVoice : IAsyncDisposable
{
    private readonly Channel<Func<Task>> _deeds = Channel.CreateUnbounded<Func<Task>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Terminal _terminal;
    private readonly Task _task;

    /// <summary>Begins.</summary>
    /// <param name="terminal">Where it is said.</param>
    public TestVoice(Terminal terminal)
    {
        _terminal = terminal;
        _task = Task.Run(async () =>
        {
            await foreach (Func<Task> deed in _deeds.Reader.ReadAllAsync().ConfigureAwait(false)) await deed().ConfigureAwait(false);
        });
    }

    /// <summary>Something for the person at the keyboard.</summary>
    public void Say(string line) => Do(() =>
    {
        _terminal.Report(line);
        return Task.CompletedTask;
    });

    /// <summary>A result.</summary>
    public void Write(string line) => Do(() => _terminal.Out.WriteLineAsync(line));

    /// <summary>Something that takes a while; it must not fail.</summary>
    public void Do(Func<Task> deed) => _deeds.Writer.TryWrite(deed);

    /// <summary>All has been said.</summary>
    public async ValueTask DisposeAsync()
    {
        _deeds.Writer.TryComplete();
        await _task.ConfigureAwait(false);
    }
}
