using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>Sound into a device of frames, fed by a thread of its own.</summary>
public sealed class PcmOutput : ISoundOutput
{
    private static readonly TimeSpan MaxStop = TimeSpan.FromSeconds(2);

    private readonly PcmStream _stream;
    private readonly RaiseThread? _raise;
    private Thread? _thread;
    private volatile bool _isStopping;

    /// <summary>Opens a device.</summary>
    /// <param name="open">Opens it, now and, where <paramref name="reopens"/> says so, again after it was gone.</param>
    /// <param name="options">The route's latency.</param>
    /// <param name="time">The clock of <see cref="TryFrameAt"/>.</param>
    /// <param name="raise">How the thread is raised before others; null: it runs as any other.</param>
    /// <param name="reopens">Whether a device that is gone is looked for; otherwise, once gone, it stays so.</param>
    /// <exception cref="SoundException">It cannot be opened.</exception>
    public PcmOutput(Func<IPcm> open, SoundOutputOptions options, TimeProvider time, RaiseThread? raise = null, bool reopens = true)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_stream, _raise) = (new PcmStream(open(), options, time, reopens ? open : null), raise);
    }

    /// <inheritdoc/>
    public SoundFacts Facts => _stream.Facts;

    /// <inheritdoc/>
    public void Start(SoundRender render)
    {
        if (_thread is not null) throw new InvalidOperationException("This output has been started already.");
        _thread = new Thread(() => Run(render)) { IsBackground = true, Name = "sound", Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    /// <inheritdoc/>
    public bool TryFrameAt(HostTime time, out long frame) => _stream.TryFrameAt(time, out frame);

    /// <inheritdoc/>
    public void Dispose()
    {
        _isStopping = true;
        // A device that does not come back keeps its thread and its handle: to close it under the thread would end the program.
        if (_thread is null || _thread.Join(MaxStop)) _stream.Dispose();
    }

    private void Run(SoundRender render)
    {
        if (_raise is not null) _stream.Priority = _raise(ThreadRank.Sound);
        while (!_isStopping && _stream.Step(render))
        {
        }
    }
}
