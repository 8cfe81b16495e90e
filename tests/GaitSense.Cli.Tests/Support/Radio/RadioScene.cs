using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices.Linux;
using GaitSense.Devices.Linux.Tests;

namespace GaitSense.Cli.Tests;

/// <summary>
/// The real command over a bus of a test's own, with a bluetoothd whose adapter and feet a test changes; everything in between is the real backend. It runs in real time, but
/// nothing is measured by it: a test waits for what a person reads, and then goes on.
/// </summary>
internal sealed class RadioScene : IAsyncDisposable
{
    public const string LeftId = "C0:00:00:00:00:01", RightId = "C0:00:00:00:00:02";

    // Only a failing test waits so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PrivateBus _bus = new();
    private readonly RecordingsFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Said _said = new();
    private readonly List<RadioFoot> _feet = [];
    private Task<Cli.Outcome> _command = Task.FromResult(new Cli.Outcome(0, "", ""));
    private FakeBlueZ? _bluetoothd;

    /// <summary>The bluetoothd.</summary>
    public FakeBlueZ Bluetoothd => _bluetoothd!;

    /// <summary>Where it is remembered which sensor is on which foot.</summary>
    public string SensorsFile => _folder["sensors.json"];

    /// <summary>A bluetoothd with one adapter and two feet.</summary>
    /// <param name="options">What the feet are like.</param>
    public static async Task<RadioScene> StartAsync(RadioFootOptions? options = null)
    {
        var scene = new RadioScene();
        scene._bluetoothd = await FakeBlueZ.StartAsync(scene._bus.Address);
        scene._bluetoothd.Answer = call => scene.Find(call.Request.PathAsString) is { } foot && foot.Answer(call);
        await scene.AddAsync(Foot.Left, LeftId, options);
        await scene.AddAsync(Foot.Right, RightId, options);
        return scene;
    }

    /// <summary>Switches one more foot on.</summary>
    public async Task<RadioFoot> AddAsync(Foot foot, string address, RadioFootOptions? options = null, string adapter = "hci0")
    {
        RadioFoot sensor = await RadioFoot.StartAsync(Bluetoothd, foot, address, options, adapter);
        lock (_feet) _feet.Insert(0, sensor);
        return sensor;
    }

    /// <summary>The foot that was switched on last.</summary>
    public RadioFoot this[Foot foot]
    {
        get
        {
            lock (_feet) return _feet.First(f => f.Foot == foot);
        }
    }

    /// <summary>Begins the command.</summary>
    public void Run(params string[] args) => _command = Task.Run(() => Cli.RunAsync(
        args,
        t => t with { Time = TimeProvider.System, Bluetooth = adapter => new BlueZCentral(adapter, _bus.Address), SensorsFile = SensorsFile, Error = TextWriter.Synchronized(_said) },
        _stop.Token));

    /// <summary>Begins a walk and waits until it has samples of both feet.</summary>
    /// <param name="search">Whether the sensors are looked for; else they are named.</param>
    public async Task WalkAsync(bool search = false)
    {
        Run([.. (string[])["walk", "--ble", "--plain"], .. search ? Array.Empty<string>() : ["--left", LeftId, "--right", RightId]]);
        const string Connected = ": GaitSense sensor, 200 Hz";
        await ListenAsync(Connected);
        await ListenAsync(Connected);
        foreach (RadioFoot foot in (RadioFoot[])[this[Foot.Left], this[Foot.Right]])
            for (long enough = foot.Sent + 50; foot.Sent < enough && !_command.IsCompleted;) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until stderr says something, after what was waited for before.</summary>
    public Task ListenAsync(string text) => _said.UntilAsync(text, _command, Patience);

    /// <summary>Waits for the command's own end.</summary>
    public async Task<Cli.Outcome> EndAsync() => await _command.WaitAsync(Patience, TestContext.Current.CancellationToken) with { Error = _said.ToString() };

    /// <summary>Ctrl-C.</summary>
    public async Task<Cli.Outcome> StopAsync()
    {
        await _stop.CancelAsync();
        return await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await ((Task)_command).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (RadioFoot foot in _feet) await foot.DisposeAsync();
        _bluetoothd?.Dispose();
        _stop.Dispose();
        _folder.Dispose();
        _bus.Dispose();
    }

    private RadioFoot? Find(string? path)
    {
        lock (_feet) return _feet.Find(f => path is not null && (path.Equals(f.Path, StringComparison.Ordinal) || path.StartsWith(f.Path + "/", StringComparison.Ordinal)));
    }

    /// <summary>What was written so far, and whoever waits for more.</summary>
    private sealed class Said : StringWriter
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _from;

        public override void Write(char value) => Add(() => base.Write(value));

        public override void Write(string? value) => Add(() => base.Write(value));

        public override void Write(char[] buffer, int index, int count) => Add(() => base.Write(buffer, index, count));

        public override string ToString()
        {
            lock (_gate) return base.ToString();
        }

        public async Task UntilAsync(string text, Task command, TimeSpan patience)
        {
            using var limit = new CancellationTokenSource(patience);
            while (true)
            {
                bool isOver = command.IsCompleted;
                Task more;
                lock (_gate)
                {
                    more = _more.Task;
                    string said = base.ToString();
                    int at = said.IndexOf(text, _from, StringComparison.Ordinal);
                    if (at >= 0)
                    {
                        _from = at + text.Length;
                        return;
                    }
                }

                (isOver || limit.IsCancellationRequested).ShouldBeFalse($"\"{text}\" was not said. What was said:\n{this}");
                await Task.WhenAny(more, command, Task.Delay(Timeout.Infinite, limit.Token));
            }
        }

        private void Add(Action write)
        {
            TaskCompletionSource more;
            lock (_gate)
            {
                write();
                (more, _more) = (_more, new(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            more.SetResult();
        }
    }
}

/// <summary>How a walk over the radio ends.</summary>
internal static class RadioOutcome
{
    /// <summary>Ended by Ctrl-C, with a line of each foot's link that says this.</summary>
    public static void ShouldEndWithLinks(this Cli.Outcome outcome, string left, string right)
    {
        outcome.Code.ShouldBe(ExitCode.Interrupted, outcome.Error);
        string[] lines = outcome.Out.Split('\n');
        lines.Single(l => l.StartsWith("left link: ", StringComparison.Ordinal)).ShouldContain(left);
        lines.Single(l => l.StartsWith("right link: ", StringComparison.Ordinal)).ShouldContain(right);
        outcome.Error.ShouldNotContain("   at ");
    }
}
