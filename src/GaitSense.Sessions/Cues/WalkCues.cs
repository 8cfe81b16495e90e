using System.Text.Json;
using System.Text.Json.Serialization;
using GaitSense.Analysis;
using GaitSense.Core;
using GaitSense.Feedback;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>
/// The cues of one walk: decided as the walk goes on, sounded and written down by its sinks. Where a folder is given, <c>cues.csv</c> and
/// <c>cue_summary.json</c> go there.
/// </summary>
public sealed class WalkCues : ObserverFanOut, ISessionObserver, IDisposable
{
    /// <summary>Name of the summary.</summary>
    public const string SummaryFile = "cue_summary.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        IncludeFields = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly string? _directory;
    private readonly CueTable? _table;
    private readonly CuePlan _plan;
    private readonly CueHistory _history;
    private readonly CuePlayer[] _players;

    /// <summary>Prepares the cues of a walk.</summary>
    /// <param name="plan">What is cued.</param>
    /// <param name="walk">What is known about the walk's sensors.</param>
    /// <param name="directory">Folder of the files; null to write none.</param>
    /// <param name="sinks">Who else is told.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public WalkCues(CuePlan plan, WalkPipelineOptions walk, string? directory, IReadOnlyList<ICueSink> sinks)
        : this(directory, directory is null ? null : new CueTable(directory), plan, walk, sinks)
    {
    }

    private WalkCues(string? directory, CueTable? table, CuePlan plan, WalkPipelineOptions walk, IReadOnlyList<ICueSink> sinks)
        : this(directory, table, plan, walk, sinks, new CueHistory())
    {
    }

    private WalkCues(string? directory, CueTable? table, CuePlan plan, WalkPipelineOptions walk, IReadOnlyList<ICueSink> sinks, CueHistory history)
        : this(directory, table, plan, new CueEngine(plan, walk, new CueSinks([.. sinks, .. table is null ? (ICueSink[])[] : [table], history])), sinks, history)
    {
    }

    private WalkCues(string? directory, CueTable? table, CuePlan plan, CueEngine engine, IReadOnlyList<ICueSink> sinks, CueHistory history)
        : base([engine, history, .. sinks.OfType<IWalkObserver>()])
    {
        (_directory, _table, _plan, _history, Engine) = (directory, table, plan, history, engine);
        _players = [.. sinks.OfType<CuePlayer>()];
        history.Watch(engine);
    }

    /// <summary>What decides them.</summary>
    public CueEngine Engine { get; }

    /// <summary>How the walk with its cues went; null until it is over.</summary>
    public CueReport? Report { get; private set; }

    /// <summary>What a report shows of them; null until the walk is over.</summary>
    public CueSection? Section { get; private set; }

    /// <summary>What became of the cues as sound, where it is known from elsewhere: the recording of the walk. Null: what this walk's own outputs say.</summary>
    public CueDelivered? Delivered { get; init; }

    /// <summary>Is told how the cues are, on the walk's thread; returns at once. Null: nobody.</summary>
    public Action<CueState>? Told
    {
        get => _history.Told;
        set => _history.Told = value;
    }

    /// <inheritdoc/>
    public void OnRequest(string request)
    {
        if (WalkRequests.Cues(request) is { } asked) Engine.Request(asked);
    }

    /// <inheritdoc/>
    public ValueTask OnEndedAsync(ISampleSource source, WalkSessionResult result)
    {
        Report = Engine.Report();
        Section = CueSections.Of(_plan, Report, _history, Delivered ?? Array.Find(_players, p => p.IsLive)?.Delivered);
        if (_directory is null) return ValueTask.CompletedTask;
        _table!.Complete();
        WholeFile.Write(Path.Combine(_directory, SummaryFile), JsonSerializer.Serialize(Report, Json) + "\n");
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the files of a walk that never ended.</summary>
    public void Dispose() => _table?.Dispose();
}
