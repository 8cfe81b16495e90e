namespace GaitSense.Devices;

/// <summary>The thread that feeds a device.</summary>
internal sealed class SoundThread(PcmStream stream) : IDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    private Thread? _thread;
    private volatile bool _isStopping;

    public PcmStream Stream { get; } = stream;

    public void Start(SoundRender render)
    {
        if (_thread is not null) throw new InvalidOperationException("This output has been started already.");
        _thread = new Thread(() =>
        {
            Stream.Priority = ThreadScheduling.Raise(ThreadRank.Sound);
            while (!_isStopping && Stream.Step(render))
            {
            }
        })
        { IsBackground = true, Name = "sound", Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    public void Dispose()
    {
        _isStopping = true;
        // A device that does not come back keeps its thread and its handle: to close it under the thread would end the program.
        if (_thread is null || _thread.Join(LongestStop)) Stream.Dispose();
    }
}
