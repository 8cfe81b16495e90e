using System.Diagnostics;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Recording.Session;
using GaitSense.Sessions;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Benchmarks;

/// <summary>One live walker: the packets of a tape through the whole walk, with cues and a feed for screens; a recorder where one is asked for. One thread at a time.</summary>
internal sealed class TapedWalker : IWalkObserver, ICueSink, IAsyncDisposable
{
    private readonly WalkTape _tape;
    private readonly FeetStreams _streams;
    private readonly LiveWalk _walk;
    private readonly WalkFeed _feed = new(1024);
    private readonly SessionRecorder? _recorder;
    private readonly List<double> _delaysMs;
    private long _handedAt;
    private int _next;

    /// <summary>A walker whose sensors are connected.</summary>
    /// <param name="tape">The packets.</param>
    /// <param name="recordTo">Folder of a recording; null: none.</param>
    /// <param name="delaysMs">Gets a value for each event: from the hand-over of its packet, ms. Of this walker's thread alone.</param>
    public TapedWalker(WalkTape tape, string? recordTo, List<double> delaysMs)
    {
        (_tape, _delaysMs) = (tape, delaysMs);
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

    /// <summary>Cues so far.</summary>
    public int Cues { get; private set; }

    /// <summary>Events so far.</summary>
    public int Events { get; private set; }

    /// <summary>When each packet is due after the first, s.</summary>
    public IReadOnlyList<double> DueS => [.. _tape.Entries.Skip(_tape.FirstLive).Select(e => Math.Max(0, e.Time.SecondsSince(_tape.Entries[_tape.FirstLive].Time)))];

    /// <summary>Takes the next packet in.</summary>
    /// <param name="handedAt">When it was handed over, in ticks of the stopwatch.</param>
    public void TakeNext(long handedAt)
    {
        _handedAt = handedAt;
        if (_next < _tape.Entries.Count) Apply(_tape.Entries[_next++]);
    }

    /// <summary>Brings what was recorded to the disk.</summary>
    public void Flush() => _recorder?.Flush();

    public void OnEvent(in GaitEvent e)
    {
        Events++;
        _delaysMs.Add(Stopwatch.GetElapsedTime(_handedAt).TotalMilliseconds);
    }

    public void OnCue(in Cue cue) => Cues++;

    public async ValueTask DisposeAsync()
    {
        _walk.Dispose();
        _recorder?.Dispose();
        await _feed.DisposeAsync().ConfigureAwait(false);
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
