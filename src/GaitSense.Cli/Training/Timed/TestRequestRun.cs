using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Ble;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Courses;
using GaitSense.Clinic.Documents;
using GaitSense.Clinic.Imports;
using GaitSense.Clinic.Timed;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;
using GaitSense.Training.TimedTests;
using GaitSense.Walk;
using SessionSource = GaitSense.Training.Records.SessionSource;

namespace GaitSense.Cli.Training.Timed;

/// <summary>One <c>gaitsense test</c>, from its command line to its exit code.</summary>
internal sealed class TestRequestRun
{
    private readonly Terminal _out, _terminal;
    private readonly ParseResult _parsed;
    private readonly TestOptions _test;
    private readonly TestSourceOptions _source;
    private readonly PersonOptions _person;
    private readonly PersonSessionOptions _session;
    private readonly bool _isConfirmed, _json;
    private readonly KeyThread? _keys;
    private readonly SimulationPreset? _preset;
    private readonly TestSetting _setting;
    private readonly (double[] GoS, double[] StopS) _times;
    private TestWalk? _walk;
    private IReadOnlyList<string> _earlier = [];

    /// <summary>Looks at the command line.</summary>
    /// <exception cref="UsageException">It cannot be.</exception>
    public TestRequestRun(Terminal terminal, ParseResult parsed, TestOptions test, TestSourceOptions source, PersonOptions person, PersonSessionOptions session, bool isConfirmed, bool json)
    {
        (_out, _parsed, _test, _source, _person, _session, _isConfirmed, _json) = (terminal, parsed, test, source, person, session, isConfirmed, json);
        source.Check(parsed);
        _preset = source.Simulated(parsed);
        _setting = test.Of(parsed, _preset is not null);
        _times = test.TimesOf(parsed);
        if (test.IsAuto(parsed) && _preset is null) throw new UsageException("--auto is for --simulate: a simulated hand knows a simulated person's course.");
        bool byHand = terminal.CanAsk && _times.GoS.Length == 0 && !test.IsAuto(parsed);
        if (!byHand && _times.GoS.Length == 0 && _preset is null) throw new UsageException("there is no keyboard here to press Go and Stop on: run it in a terminal, or give --go-at and --stop-at.");
        if (byHand && !source.IsReal(parsed)) throw new UsageException("at --speed max nobody can press a key: leave it out, or give --auto (of a simulation) or --go-at.");
        _keys = byHand ? new KeyThread(terminal) : null;
        if (_keys is { } keys) terminal = terminal with { ReadKey = keys.Take };
        _terminal = json ? terminal with { Out = terminal.Error } : terminal;
    }

    /// <summary>Runs it.</summary>
    /// <param name="stop">Ctrl-C.</param>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        string? code = _session.Code(_parsed, _person, _source.Record);
        await CheckBackwardAsync(code, stop).ConfigureAwait(false);
        int ended = code is null
            ? await WalkAsync(session: null, stop).ConfigureAwait(false)
            : await _session.RunTestAsync(_terminal, _parsed, code, Source, _setting, WalkAsync, EarlierAsync, _isConfirmed, stop).ConfigureAwait(false);
        if (_json && _walk?.Result is { } result) _out.Out.Write(StoreJson.Of(TestDocument.Of(result, _walk.Session?.Session, _walk.Session?.Person.Code, _earlier)));
        else if (code is null && _walk?.Result is not null) _terminal.Report("nothing is kept: --person CODE keeps a session");
        return ended;
    }

    private SessionSource Source => _preset is not null ? SessionSource.Simulation : _source.Replay(_parsed) is { } replayed ? SessionImport.SourceOf(replayed) : SessionSource.Sensors;

    private Task<int> WalkAsync(PersonSession? session, CancellationToken stop)
    {
        if (_preset is not null) return SimulateAsync(session, stop);
        TestHand? hand = _keys is null ? TestHand.At(_times.GoS, _times.StopS) : null;
        _walk = new TestWalk(_terminal, _keys, _setting, _test.Scripts(_parsed), hand) { Session = session, IsSimulated = Source == SessionSource.Simulation };
        return _source.Replay(_parsed) is { } recording ? ReplayAsync(recording, stop) : SensorsAsync(session, stop);
    }

    private Task<int> SensorsAsync(PersonSession? session, CancellationToken stop)
    {
        BleWalkRequest walk = new(
            _setting.Test.Id, session?.RecordTo ?? RecordCommand.NewFolder(_parsed.GetValue(_source.Record)), _person.Of(_parsed), OutDirectory: null, _source.CalibrationWalkS(_parsed), Plain: true)
        {
            Test = _walk,
            Session = session,
        };
        return new BleWalk(_terminal, _source.Sensors(_parsed)).RunAsync(walk, stop);
    }

    private async Task<int> ReplayAsync(string recording, CancellationToken stop)
    {
        using IOpenedSource opened = WalkSources.Open(recording, new WalkRunnerOptions { CalibrationWalkS = _source.CalibrationWalkS(_parsed) }, stop: stop);
        return await _walk!.RunAsync(Paced(opened), recorder: null, stop).ConfigureAwait(false);
    }

    // A person at the keyboard has a simulated one who waits for "go"; else all attempts have their times.
    private Task<int> SimulateAsync(PersonSession? session, CancellationToken stop)
    {
        ulong seed = _source.Seed(_parsed);
        CourseSource course;
        TestHand? hand = null;
        if (_keys is not null)
        {
            course = CourseSource.Waiting(_preset!, _setting, seed);
        }
        else
        {
            CourseTrial[] trials = [.. Enumerable.Range(0, Math.Max(CourseTrial.PerPart(_setting) * _setting.Parts.Count, _times.GoS.Length)).Select(i => CourseTrial.Of(_setting, i, _preset!.Person, seed))];
            course = new CourseSource(_preset!.Name, _preset, seed, i => i < trials.Length ? trials[i] : null, waits: false);
            IReadOnlyList<double> begins = course.Begins(trials);
            double[] stops = [.. trials.Select((t, i) => t.StopS is { } s ? (double?)TestHand.PressS(begins[i] + s, (seed * 1000) + (ulong)i) : null).OfType<double>()];
            hand = TestHand.At(_times.GoS.Length > 0 ? _times.GoS : trials.Select((t, i) => begins[i] + t.GoS), _times.StopS.Length > 0 ? _times.StopS : stops);
        }

        _walk = new TestWalk(_terminal, _keys, _setting, _test.Scripts(_parsed), hand) { Session = session, Course = course, IsSimulated = true };
        return _walk.RunAsync(Paced(course), recorder: null, stop);
    }

    private IWalkSource Paced(IWalkSource source) => _source.IsReal(_parsed) ? new PacedSource(source, _terminal.Time, _terminal.Raise) : source;

    // Nobody walks backward before the checklist is true: at home the questions of the day ask it.
    private async Task CheckBackwardAsync(string? code, CancellationToken stop)
    {
        bool isWalked = _preset is null && _source.Replay(_parsed) is null, isAsked = code is not null && _session.Place(_parsed) == GaitSense.Training.Plans.Place.Home;
        if (!_setting.Test.IsBackward || !isWalked || isAsked || _isConfirmed) return;
        string checklist = BackwardChecklist.Text(_setting.Test);
        bool isTrue = _keys is not null && await new KeyQuestion(_terminal).AskAsync($"{checklist} Is all of it true?  y: yes, n: no", "yn", stop).ConfigureAwait(false) is 'y';
        if (!isTrue) throw new GaitSenseException($"{_setting.Test.Id} is walked backward, and nobody has confirmed its checklist: {checklist} Where all of it is true, begin again with --checklist-confirmed.");
    }

    private async Task EarlierAsync(PersonSession session)
    {
        if (_walk?.Result is not { } result) return;
        _earlier = await session.EarlierAsync(result).ConfigureAwait(false);
        foreach (string line in _earlier) _terminal.Out.WriteLine(line);
    }
}
