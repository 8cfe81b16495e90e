using System.Collections.Concurrent;
using System.Text;
using GaitSense.Cli.App;
using GaitSense.Sessions;

namespace GaitSense.Cli.Tests;

/// <summary>
/// A person in front of a terminal whose clock a test moves: presses a key when something has been said and a while has passed, and time stands until the key was taken.
/// </summary>
internal sealed class KeyedTerminal : IDisposable
{
    // Some blocks of a walk at once.
    private const double StepS = 0.1;

    private readonly Queue<(string After, double LaterS, char Key)> _script;
    private readonly BlockingCollection<char> _keys = [];
    private readonly Said _said = new();
    private readonly VirtualTime _clock = new();
    private volatile bool _waits;
    private int _read;
    private double? _heardS;

    /// <param name="script">After which words, how much later, which key.</param>
    public KeyedTerminal(params IEnumerable<(string After, double LaterS, char Key)> script) => _script = new Queue<(string, double, char)>(script);

    /// <summary>When keys were pressed, s.</summary>
    public List<double> PressedS { get; } = [];

    /// <summary>Answers that are asked for before the test.</summary>
    public Queue<char> Before { get; init; } = new();

    /// <summary>What was said on stderr.</summary>
    public string Words => _said.ToString();

    /// <summary>Runs the command until it ends; when something has been said Ctrl-C is pressed.</summary>
    public async Task<Cli.Outcome> RunAsync(string[] args, string? stopAfter = null)
    {
        using CancellationTokenSource stop = new();
        Terminal Around(Terminal t) => t with { Time = _clock, Error = TextWriter.Synchronized(_said), CanAsk = true, AwaitKey = Await, ReadKey = () => Before.TryDequeue(out char key) ? key : null };
        Task<Cli.Outcome> run = Task.Run(() => Cli.RunAsync(args, Around, stop.Token));
        await Task.Run(async () =>
        {
            while (!run.IsCompleted)
            {
                if (_clock.NowS > 900) throw new InvalidOperationException("the command does not end:\n" + Words);
                // Time waits for the walk: who has worked off a step waits for the next one.
                int waiting = _clock.Timers;
                if (waiting > 0) _clock.Advance(StepS);
                SpinWait.SpinUntil(() => _clock.Timers >= waiting || run.IsCompleted, 1000);
                if (stopAfter is not null && Words.Contains(stopAfter, StringComparison.Ordinal)) await stop.CancelAsync();
                Look();
                await Task.Delay(1);
            }
        });
        Cli.Outcome outcome = await run;
        _keys.CompleteAdding();
        return BareKeys.Checked(outcome with { Error = Words }, args);
    }

    public void Dispose()
    {
        _keys.Dispose();
        _said.Dispose();
    }

    private void Look()
    {
        if (!_script.TryPeek(out (string After, double LaterS, char Key) next)) return;
        if (_heardS is null)
        {
            int at = Words.IndexOf(next.After, _read, StringComparison.Ordinal);
            if (at < 0) return;
            (_read, _heardS) = (at + next.After.Length, _clock.NowS);
        }

        if (_clock.NowS < _heardS + next.LaterS) return;
        _script.Dequeue();
        _heardS = null;
        PressedS.Add(_clock.NowS);
        SpinWait.SpinUntil(() => _waits, 5000);
        _waits = false;
        _keys.Add(next.Key);
        SpinWait.SpinUntil(() => _waits, 5000);
    }

    private char? Await()
    {
        _waits = true;
        return _keys.Take();
    }

    private sealed class Said : StringWriter
    {
        private readonly StringBuilder _text = new();
        private readonly Lock _gate = new();

        public override void Write(char value)
        {
            lock (_gate) _text.Append(value);
        }

        public override void Write(string? value)
        {
            lock (_gate) _text.Append(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            lock (_gate) _text.Append(buffer, index, count);
        }

        public override string ToString()
        {
            lock (_gate) return _text.ToString();
        }
    }
}
