using System.Diagnostics;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Recording.Session;
using GaitSense.Sessions;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Benchmarks;

/// <summary>One live walker: the packets of a tape, when they are due, through the whole walk, with cues and a feed for screens; a recorder where one is asked for.</summary>
internal sealed class TapedWalker : IWalkObserver, ICueSink, IAsyncDisposable
{
    private readonly WalkTape _tape;
    private readonly FeetStreams _streams;
    private readonly LiveWalk _walk;
    private readonly WalkFeed _feed = new(1024);
    private readonly SessionRecorder? _recorder;
    private readonly List<float> _delaysMs = new(1024);
    private long _dueAt, _from;
    private int _next;

    /// <summary>A walker whose sensors are connected.</summary>
    /// <param name="tape">The packets.</param>
    /// <param name="recordTo">Folder of a recording; null: none.</param>
    public TapedWalker(WalkTape tape, string? recordTo)
    {
        _tape = tape;
        _streams = new FeetStreams([new FootInput(Foot.Left), new FootInput(Foot.Right)]);
        _recorder = recordTo is null ? null : new SessionRecorder(new GaitSense.Recording.Files.FolderStore(recordTo));
        if (_recorder is not null)
            foreach (FootInput input in _streams.Inputs) input.Log = _recorder;
        while (_next < tape.FirstLive) Apply(tape.Entries[_next++]);
        SensorSource source = new("taped", _streams, new WalkPipelineOptions());
        if (_recorder is not null)
        {
            _streams.Log = _recorder;
            _recorder.Begin(source.ToManifest(DateTimeOffset.UnixEpoch, "Etc/UTC", default, new SessionPerson(), f => $"sensor-{f}"), () => source.Links);
        }

        WalkCues cues = new(PracticePlans.Forward(10, "en"), source.Walk, [this]) { Published = _feed.OnCues };
        IWalkObserver?[] told = [cues, _recorder, _feed, this];
        _walk = new LiveWalk(source, [.. told.OfType<IWalkObserver>()], _streams);
    }

    /// <summary>For each event and each cue: from when its packet was due to when all had it, ms.</summary>
    public IReadOnlyList<float> DelaysMs => _delaysMs;

    /// <summary>Walks at the speed of life, on one of the threads.</summary>
    /// <param name="threads">The threads that all walks share.</param>
    /// <param name="began">When the tape's first packet is due, in ticks of the stopwatch.</param>
    /// <param name="from">What is told from then on counts.</param>
    /// <param name="until">When to stop.</param>
    public async Task WalkAsync(WalkThreads threads, long began, long from, long until)
    {
        _from = from;
        WalkThread thread = threads.Begin();
        AsyncSignal due = new() { Thread = thread };
        await thread.Enter();
        HostTime first = _tape.Entries[_next].Time;
        for (; _next < _tape.Entries.Count; _next++)
        {
            WalkTape.Entry entry = _tape.Entries[_next];
            _dueAt = began + (long)(Math.Max(0, entry.Time.SecondsSince(first)) * Stopwatch.Frequency);
            if (_dueAt >= until) break;
            if (_dueAt > Stopwatch.GetTimestamp()) await due.WaitAsync(_dueAt).ConfigureAwait(false);
            else await thread.Enter(); // late: others first, as a paced source does
            Apply(entry);
        }

        thread.End();
    }

    /// <summary>Walks as fast as it can.</summary>
    public void WalkAtOnce()
    {
        for (; _next < _tape.Entries.Count; _next++) Apply(_tape.Entries[_next]);
    }

    /// <summary>Brings what was recorded to the disk.</summary>
    public void Flush() => _recorder?.Flush();

    public void OnEvent(in GaitEvent e) => Note();

    public void OnCue(in Cue cue) => Note();

    public async ValueTask DisposeAsync()
    {
        _walk.Dispose();
        _recorder?.Dispose();
        await _feed.DisposeAsync().ConfigureAwait(false);
    }

    private void Note()
    {
        if (_dueAt >= _from) _delaysMs.Add((float)Stopwatch.GetElapsedTime(_dueAt).TotalMilliseconds);
    }

    private void Apply(in WalkTape.Entry entry)
    {
        switch (entry.Input)
        {
            case null:
                _walk.Advance(entry.Time);
                break;
            case SensorInput.Taken when _walk is not null:
                _walk.Push(entry.Foot, entry.Number, entry.Value, entry.Time);
                break;
            case { } input:
                _streams.Apply(entry.Foot, input, entry.Time, entry.Number, entry.Value);
                break;
        }
    }
}
