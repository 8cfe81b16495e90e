using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Analysis.Cues;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;
using GaitSense.Recording.Results;

namespace GaitSense.Walk;

/// <summary>The cues of one walk: decided as the walk goes on, sounded and written down by its sinks; the rows of <c>cues.csv</c> go where all rows go.</summary>
public sealed class WalkCues : ObserverFanOut, ISampleListener, IRowSource, IDisposable
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
        Converters = { Words<StartCheckOutcome>(), Words<CueKind>(), Words<SilenceReason>(), Words<TargetQuantity>(), Words<Foot>(), Words<TaskKind>() },
        TypeInfoResolver = WalkJson.Default,
    };

    private static readonly JsonTypeInfo<CueReport> ReportType = (JsonTypeInfo<CueReport>)Json.GetTypeInfo(typeof(CueReport));

    private readonly CuePlan _plan;
    private readonly CueHistory _history;
    private readonly CueTable _table;
    private readonly IReadOnlyList<ICueSink> _sinks;

    /// <summary>Prepares the cues of a walk.</summary>
    /// <param name="plan">What is cued.</param>
    /// <param name="walk">What is known about the walk's sensors.</param>
    /// <param name="sinks">Further receivers.</param>
    public WalkCues(CuePlan plan, WalkPipelineOptions walk, IReadOnlyList<ICueSink> sinks)
        : this(plan, walk, sinks, new CueTable(), new CueHistory())
    {
    }

    private WalkCues(CuePlan plan, WalkPipelineOptions walk, IReadOnlyList<ICueSink> sinks, CueTable table, CueHistory history)
        : this(plan, new CueEngine(plan, walk, new CueSinks([.. sinks, table, history])), sinks, table, history)
    {
    }

    private WalkCues(CuePlan plan, CueEngine engine, IReadOnlyList<ICueSink> sinks, CueTable table, CueHistory history)
        : base([engine, history, .. sinks.OfType<IWalkObserver>()])
    {
        (_plan, _history, _table, _sinks, Engine) = (plan, history, table, sinks, engine);
        history.Watch(engine);
    }

    /// <inheritdoc/>
    public WalkOrder Order => WalkOrder.Cues;

    /// <summary>What decides them.</summary>
    public CueEngine Engine { get; }

    /// <summary>How the walk with its cues went; null until it is over.</summary>
    public CueReport? Report { get; private set; }

    /// <summary>What a report shows of them; null until the walk is over.</summary>
    public CueSection? Section { get; private set; }

    /// <summary>What became of the cues as sound, where it is known from elsewhere: the recording of the walk. Null: what this walk's own outputs say.</summary>
    public CueDelivered? Delivered { get; init; }

    /// <summary>Called with the state of the cues, on the walk's thread; returns at once. Null: none.</summary>
    public Action<CueState>? Published
    {
        get => _history.Published;
        set => _history.Published = value;
    }

    /// <inheritdoc/>
    public void OnRequest(string request)
    {
        if (WalkRequests.Cues(request) is { } asked) Engine.Request(asked);
    }

    /// <inheritdoc/>
    public void OnSample(in FootedSample sample) => Engine.OnReading(sample.Foot, in sample.Sample);

    /// <inheritdoc/>
    public void OnEnded(IWalkSource source, WalkEnd end)
    {
        Report = Engine.Report();
        Section = CueSections.Of(_plan, Report, _history, Delivered ?? _sinks.OfType<ICueSound>().FirstOrDefault(s => s.IsLive)?.Delivered);
    }

    /// <inheritdoc/>
    public void SendRowsTo(TableRowHandler rows)
    {
        _table.SendRowsTo(rows);
        foreach (IRowSource sink in _sinks.OfType<IRowSource>()) sink.SendRowsTo(rows);
    }

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();

    /// <summary>The summary as its file has it; null until the walk is over.</summary>
    public string? SummaryJson() => Report is null ? null : JsonSerializer.Serialize(Report, ReportType) + "\n";

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.SnakeCaseLower);
}
