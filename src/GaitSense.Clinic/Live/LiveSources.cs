using GaitSense.Clinic.Courses;
using GaitSense.Clinic.Walks;
using GaitSense.Recording;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;
using GaitSense.Training.Days;
using GaitSense.Training.TimedTests;
using GaitSense.Walk;
using SessionSource = GaitSense.Training.Records.SessionSource;

namespace GaitSense.Clinic.Live;

/// <summary>Makes the source that a request asks for.</summary>
/// <param name="setup">The server and its computer.</param>
internal sealed class LiveSources(LiveSetup setup)
{
    /// <summary>Who walks where no preset is named.</summary>
    public const string UsualPreset = "ms-mild";

    // A walk that is planned needs room for a few steps, s; nobody waits for a simulated one for longer than a day.
    private const double MinWalkS = 10, MaxWalkS = 86400;

    // A test that nobody walks goes so much faster where that is asked for; a person still presses.
    private const double Hurry = 10;

    // A walk of sensors is somebody's: it waits for none that nobody walks.
    private readonly WalkThreads _threads = new(setup.Time);
    private WalkThreads? _raised;

    /// <summary>Checks that a request can be met here, before anything is decided for it.</summary>
    /// <exception cref="LiveProblem">It cannot.</exception>
    public void Check(LiveRequest request)
    {
        switch (request.Source)
        {
            case "simulate":
                if (SimulationPresets.Find(request.Preset ?? UsualPreset) is null) throw LiveProblem.Wrong($"there is no simulated walk called {request.Preset}");
                break;
            case "replay":
                if (setup.ImportFolder is null) throw LiveProblem.Held("no folder of recordings was given to this server");
                _ = Recording(request);
                break;
            case "ble":
                if (setup.Sensors is null) throw LiveProblem.Held("no Bluetooth here: this server reaches no sensors");
                if (request.IsFast) throw LiveProblem.Wrong("speed max is for walks that nobody walks");
                break;
            default:
                throw LiveProblem.Wrong("source is simulate, replay or ble");
        }

        if (request.Minutes is { } minutes && !(60 * minutes is >= MinWalkS and <= MaxWalkS)) throw LiveProblem.Wrong("minutes are at least 10 seconds and at most a day");
    }

    /// <summary>What a session says of the source of a request.</summary>
    public SessionSource KindOf(LiveRequest request) => request.Source switch
    {
        "ble" => SessionSource.Sensors,
        "simulate" => SessionSource.Simulation,
        _ => RecordingOrigin.SaysSimulated(Recording(request)) ? SessionSource.Simulation : SessionSource.Recording,
    };

    /// <summary>Makes it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="test">The timed test; null: a walk.</param>
    /// <param name="offer">What the plan offers; null: a walk beside it.</param>
    /// <param name="stop">Ends the search for sensors.</param>
    public async Task<LiveSource> MakeAsync(LiveRequest request, TestSetting? test, OfferedSession? offer, CancellationToken stop)
    {
        double? durationS = PersonWalk.DurationS(offer) is { } dose ? Math.Max(dose, MinWalkS) : request.Minutes * 60;
        if (request.Source is "ble")
        {
            FoundSensors found = await setup.Sensors!.FindAsync(request.Left, request.Right, stop).ConfigureAwait(false);
            return LiveSource.Of(found, setup.Time, LazyInitializer.EnsureInitialized(ref _raised, () => new WalkThreads(setup.Time, found.Raise)), test is null && offer is null ? durationS : null);
        }

        if (request.Source is "replay")
        {
            // Whoever presses keys in a replayed test presses at its times: only those of a person who waits can be hurried.
            IOpenedSource opened = WalkSources.Open(Recording(request), new WalkRunnerOptions(), stop: stop);
            LiveSource replayed = LiveSource.Of(KindOf(request), setup.Time, opened, new FootView("unknown", "recorded"));
            return request.IsFast && test is null ? replayed : replayed.Paced(_threads);
        }

        SimulationPreset preset = SimulationPresets.Find(request.Preset ?? UsualPreset)!;
        FootView link = new("unknown", "simulated") { RateHz = preset.Sensor.RateHz };
        if (test is not null)
        {
            CourseSource course = CourseSource.Waiting(preset, test, request.Seed);
            return LiveSource.Of(SessionSource.Simulation, request.IsFast ? new HurriedTime(setup.Time, Hurry) : setup.Time, course, link, course).Paced(_threads);
        }

        IWalkSource walk = SimulatedRecordings.SourceOf(preset.Name, preset.Explanation, preset.Record(request.Seed, durationS), new WalkRunnerOptions(), durationS);
        LiveSource source = LiveSource.Of(SessionSource.Simulation, setup.Time, walk, link);
        return request.IsFast ? source : source.Paced(_threads);
    }

    // A recording of the import folder, and of no other.
    private string Recording(LiveRequest request)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(setup.ImportFolder!));
        if (string.IsNullOrWhiteSpace(request.Recording)) throw LiveProblem.Wrong("which recording? Give its path in the import folder");
        string path = Path.GetFullPath(Path.Combine(folder, request.Recording));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Path.Exists(path) ? path : throw LiveProblem.NotFound();
    }
}
