using GaitSense.Analysis.Signal;
using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Units;

namespace GaitSense.Walk;

/// <summary>Writes the page of a walk's readings with what was decided from them, <see cref="SignalPage"/>. Only where it is asked for: it is as large as the recording.</summary>
public sealed class WalkSignals : ObserverFanOut, ISampleListener, IDisposable
{
    /// <summary>Name of the page.</summary>
    public const string File = "signal.html";

    private readonly IFileStore _store;
    private readonly SignalCollector _signal;

    /// <summary>The page as a file of a store.</summary>
    /// <param name="store">Where it goes.</param>
    public WalkSignals(IFileStore store)
        : this(store, new SignalCollector())
    {
    }

    /// <summary>The page as a file of a folder.</summary>
    /// <param name="directory">The folder.</param>
    public WalkSignals(string directory)
        : this(new FolderStore(directory))
    {
    }

    private WalkSignals(IFileStore store, SignalCollector signal)
        : base([signal]) => (_store, _signal) = (store, signal);

    /// <inheritdoc/>
    public WalkOrder Order => WalkOrder.Results;

    /// <inheritdoc/>
    public void OnSample(in FootedSample sample) => _signal.Push(in sample);

    /// <inheritdoc/>
    public void OnEnded(IWalkSource source, WalkEnd end)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(end);
        if (end.Failure is UnitSlipException) return;
        using IAppendFile file = _store.Create(File);
        SignalPage.Write(_signal, Context(source), bytes => file.Append(bytes.Span));
        file.Rename(File);
    }

    private static WalkContext Context(IWalkSource source) => new() { Recording = source.Name, StartedAt = source.StartedAt, SharedClock = source.Walk.SharedClock };

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();
}
