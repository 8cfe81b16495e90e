using GaitSense.Clinic.Courses;
using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Sessions;
using GaitSense.Walk;
using SessionSource = GaitSense.Training.Records.SessionSource;

namespace GaitSense.Clinic.Live;

/// <summary>Where the samples of a session come from, and by which clock.</summary>
internal sealed class LiveSource : IAsyncDisposable
{
    private readonly IWalkSource? _ready;
    private readonly SensorWalk? _sensors;
    private readonly IDisposable? _held;
    private readonly FootView? _link;

    private LiveSource(SessionSource kind, TimeProvider time, IWalkSource? ready, SensorWalk? sensors = null, IDisposable? held = null, FootView? link = null) =>
        (Kind, Time, _ready, _sensors, _held, _link) = (kind, time, ready, sensors, held, link);

    /// <summary>What a session says of it.</summary>
    public SessionSource Kind { get; }

    /// <summary>The clock that the walk goes by.</summary>
    public TimeProvider Time { get; }

    /// <summary>The simulated person who waits for "go"; null: none.</summary>
    public CourseSource? Course { get; private init; }

    /// <summary>How long a walk with sensors lasts, s; null: until it is stopped.</summary>
    public double? DurationS { get; private init; }

    /// <summary>What its sensors are called in the store; none: nobody walks.</summary>
    public IReadOnlyList<string> SensorNames => _sensors?.Names ?? [];

    /// <summary>The recording of the walk; null: there is none.</summary>
    public SessionRecording? Recording => _sensors?.Recording;

    /// <summary>A simulated walk or test, or a recording.</summary>
    /// <param name="kind">What a session says of it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="source">The walk.</param>
    /// <param name="link">How its feet look on a page.</param>
    /// <param name="course">The simulated person who waits for "go"; null: none.</param>
    public static LiveSource Of(SessionSource kind, TimeProvider time, IWalkSource source, FootView link, CourseSource? course = null) =>
        new(kind, time, source, held: source as IDisposable, link: link) { Course = course };

    /// <summary>The same, at the speed of its clock.</summary>
    /// <param name="threads">The threads that it shares with others.</param>
    public LiveSource Paced(WalkThreads threads) => new(Kind, Time, new PacedSource(_ready!, Time, threads), held: _held, link: _link) { Course = Course };

    /// <summary>Sensors that were found.</summary>
    /// <param name="found">They.</param>
    /// <param name="time">The clock.</param>
    /// <param name="threads">The threads that it shares with others.</param>
    /// <param name="durationS">How long the walk lasts, s; null: until it is stopped.</param>
    public static LiveSource Of(FoundSensors found, TimeProvider time, WalkThreads threads, double? durationS) => new(SessionSource.Sensors, time, ready: null, new SensorWalk(found, time, threads)) { DurationS = durationS };

    /// <summary>The walk; sensors are connected, and their recording begins.</summary>
    /// <param name="name">Name of the walk.</param>
    /// <param name="recordTo">The folder of a recording.</param>
    /// <param name="person">The person's code.</param>
    /// <param name="cues">The cues; null: none.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IWalkSource> OpenAsync(string name, string recordTo, string person, CuePlan? cues, CancellationToken stop) =>
        _ready ?? await _sensors!.ConnectAsync(name, DurationS, recordTo, person, cues, stop).ConfigureAwait(false);

    /// <summary>How a foot's link is.</summary>
    /// <param name="foot">The foot.</param>
    /// <param name="feet">The feet that have a sensor.</param>
    public FootView View(Foot foot, IReadOnlyList<Foot> feet) => _sensors?.View(foot) ?? (feet.Contains(foot) ? _link! : new FootView("unknown", "none"));

    /// <summary>What a person should know of it now.</summary>
    public IEnumerable<string> Warnings() => _sensors?.Warnings() ?? [];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_sensors is not null) await _sensors.DisposeAsync().ConfigureAwait(false);
        _held?.Dispose();
    }
}
