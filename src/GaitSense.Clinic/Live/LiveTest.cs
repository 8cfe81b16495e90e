using GaitSense.Clinic.Timed;
using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;
using GaitSense.Walk;

namespace GaitSense.Clinic.Live;

/// <summary>A timed test that pages conduct: what they ask, and how it looks to them.</summary>
internal sealed class LiveTest : TestConduct
{
    private readonly Guid _session;
    private readonly WalkClock _clock;
    private readonly Action<string, object> _tell;
    private readonly Catalogue _texts;

    /// <summary>A test that begins.</summary>
    /// <param name="session">The session.</param>
    /// <param name="options">The test.</param>
    /// <param name="source">The walk.</param>
    /// <param name="clock">Its time.</param>
    /// <param name="texts">The language of the desk.</param>
    /// <param name="tell">Tells those who watch; returns at once.</param>
    public LiveTest(Guid session, TestConductOptions options, IWalkSource source, WalkClock clock, Catalogue texts, Action<string, object> tell)
        : base(options, source) => (_session, _clock, _texts, _tell) = (session, clock, texts, tell);

    /// <summary>"Go", while the test is ready or armed.</summary>
    public string? Go(double? atS) => Ask(TestRequestKind.Go, atS);

    /// <summary>The stopwatch stops.</summary>
    public string? Stop(double? atS) => Ask(TestRequestKind.Stop, atS);

    /// <summary>Something that is counted or noted while the clock runs, or a "go" that comes although the feet are not still: "arm", "lap", "rest", "error".</summary>
    public string? Note(string what, double? atS)
    {
        lock (Gate)
        {
            TestRequestKind? kind = what switch
            {
                "arm" => TestRequestKind.Arm,
                "lap" => TestRequestKind.Lap,
                "rest" => Run.Draft.Rests is [.., { ToS: null }] ? TestRequestKind.GoOn : TestRequestKind.Rest,
                "error" => TestRequestKind.Error,
                _ => null,
            };
            return kind is { } known ? Ask(known, atS) : _texts.Said("nothing of that name can be noted in a test");
        }
    }

    /// <summary>
    /// A person takes the trial. Its official result goes by the definition that was chosen before the test: one for all its trials, without which they have no result together. What may be chosen
    /// is which of several times by the feet is theirs.
    /// </summary>
    /// <param name="definition">The definition that the page shows as official; null: it does not say. Another than the test's is refused.</param>
    /// <param name="candidate">Which of the feet's times, from 0; null: the preselected one.</param>
    public string? Accept(string? definition, int? candidate)
    {
        lock (Gate)
        {
            string official = Run.Setting.OfficialDefinition;
            if (definition is not null && !string.Equals(definition, official, StringComparison.Ordinal))
                return Say($"this test goes by the {DefinitionWords.InBrief(official)}: one definition holds for all its trials, and is chosen before it begins");
            if (!TryAccept(_clock.NowS, candidate, out string? refused)) return Say(NotAtRest);
            return Done(refused);
        }
    }

    /// <summary>A person does not take the trial.</summary>
    public string? Reject(string? reason) => Ask(TestRequestKind.Reject, null, InFiles(reason));

    /// <summary>The trial is broken off.</summary>
    public string? Fail(string? reason) => Ask(TestRequestKind.Abort, null, InFiles(reason));

    /// <summary>The next trial.</summary>
    public string? Next() => Ask(TestRequestKind.Next, null);

    /// <summary>How it looks now.</summary>
    public TestView View()
    {
        TestResult result = Result;
        lock (Gate)
        {
            TestDefinition test = Run.Setting.Test;
            TrialDraft draft = Run.Draft;
            TrialOutcome? outcome = Run.Outcome;
            return new TestView
            {
                Session = _session,
                Test = test.Id,
                Name = test.Name,
                State = Words.InFiles(Run.State),
                No = draft.No,
                Of = (Options.Setting.Parts.Count * (test.Trials + test.PracticeTrials)) + result.Trials.Count(t => t.Validity != Validity.Valid),
                IsPractice = draft.IsPractice,
                WatchS = outcome?.WatchS ?? (Run.State == TestState.Running ? Math.Max(0, _clock.NowS - draft.GoS!.Value) : null),
                GoS = draft.GoS,
                StopS = draft.StopS,
                Settled = Run.IsSettled || HasEnded,
                Line = Line(test),
                Script = Script(),
                Candidates = outcome is null ? [] : [.. Candidates(outcome)],
                Reasons = [.. (Run.State is TestState.Armed or TestState.Running ? TestReasons.BrokenOff : Run.State == TestState.Ended ? TestReasons.Rejected : []).Select(_texts.Said)],
                Flags = [.. (outcome?.Notes ?? []).Select(_texts.Said)],
                Trials = [.. result.Trials.Select(t => t with { Reason = _texts.Said(t.Reason) })],
                Result = result.Summary?.Value,
                ResultByFeet = result.ByFeet?.Value,
                Unit = test.Unit,
                Instruction = Run.Setting.InstructionGiven,
                Definition = Run.Setting.OfficialDefinition,
                DefinitionWords = _texts.Said(DefinitionWords.Of(Run.Setting.OfficialDefinition)),
            };
        }
    }

    /// <inheritdoc/>
    protected override void OnPart() => Show();

    /// <inheritdoc/>
    protected override void OnShown() => Show();

    /// <inheritdoc/>
    protected override void OnOver(string why)
    {
        Tell("over", "the test is over: " + why);
        Show();
    }

    /// <inheritdoc/>
    protected override void OnCrossing() => Tell("crossing", Run.Setting.Test.Kind == TestKind.Chair ? "simulated: the person sits" : "simulated: the foot is over the line");

    /// <inheritdoc/>
    protected override void OnNotice(in TestNotice notice)
    {
        switch (notice.Kind)
        {
            case TestNoticeKind.Minute:
                Tell("minute", Options.Scripts.MinutesOver(notice.Number));
                break;
            case TestNoticeKind.FalseStart:
                Tell("false_start", notice.Text + ". It is kept; the trial is repeated.");
                break;
            case TestNoticeKind.Refused:
                Say(notice.Text);
                break;
            case TestNoticeKind.TrialKept:
                Tell("trial", TestLines.Of(Run.Trials[^1], Run.Setting.Test));
                break;
        }

        if (notice.Kind != TestNoticeKind.Refused) Show();
    }

    private string? Ask(TestRequestKind kind, double? atS, string? reason = null)
    {
        lock (Gate)
        {
            // Before the first sample there is no time to press in.
            if (_clock.NowS <= 0) return Say("no sample has come yet: wait for the sensors");
            if (HasEnded && kind is TestRequestKind.Go or TestRequestKind.Arm or TestRequestKind.Next) return Say("the samples ended");
            return Done(Take(new TestRequest(kind, _clock.PressedS(atS)) { Reason = reason }));
        }
    }

    private string? Done(string? refused)
    {
        if (refused is null && HasEnded && Run.State is not (TestState.Ended or TestState.Over)) End("the samples ended");
        return refused is null ? null : _texts.Said(refused);
    }

    private string Say(string why)
    {
        Tell("refused", "not now: " + why);
        return _texts.Said(why);
    }

    // A reason that was chosen in the desk's language is kept in that of the files.
    private string? InFiles(string? reason) =>
        TestReasons.BrokenOff.Concat(TestReasons.Rejected).FirstOrDefault(r => string.Equals(_texts.Said(r), reason, StringComparison.Ordinal)) ?? reason;

    private void Tell(string kind, string text) => _tell("notice", new NoticeEvent(_session, kind, _texts.Said(text), Math.Round(NowS, 3)));

    private void Show() => _tell("test", View());

    private string Line(TestDefinition test) => Run.State switch
    {
        TestState.Setup => _texts.Clinician("live.test.setup", TimedTestRun.StillForS),
        TestState.Running => _texts.Clinician(test.DurationS is not null ? "live.test.running-time" : test.Kind == TestKind.Chair ? "live.test.running-chair" : "live.test.running"),
        TestState.Ended => _texts.Clinician(Run.IsSettled || HasEnded ? "live.test.settled" : "live.test.ended"),
        var state => _texts.Clinician("live.test." + Words.InFiles(state)),
    };

    private List<string> Script()
    {
        TestSetting setting = Run.Setting;
        return
        [
            .. setting.Test.Setup.Where(k => setting.HasSecondLine || k is not "test.line.second-line").Select(k => Options.Scripts.Text(k, setting.Test)),
            Options.Scripts.ReadAloud,
            Options.Scripts.Text(setting.Test.Script[setting.InstructionGiven], setting.Test),
        ];
    }

    // What the official definition takes stands first.
    private IEnumerable<CandidateView> Candidates(TrialOutcome outcome)
    {
        const string byFeet = TestDefinitions.FeetLeaveToCross;
        string official = Run.Setting.OfficialDefinition;
        List<CandidateView> all = [];
        foreach ((string definition, double value) in outcome.Values)
        {
            if (definition is byFeet) continue;
            bool isWatch = definition is TestDefinitions.WatchFromGo;
            all.Add(new CandidateView(value, isWatch ? "watch" : "feet", definition, string.Equals(definition, official, StringComparison.Ordinal), _texts.Said(DefinitionWords.Of(definition)))
            {
                StartS = isWatch ? Run.Draft.GoS : null,
                EndS = isWatch ? Run.Draft.StopS : null,
            });
        }

        for (int i = 0; i < outcome.Feet.Count; i++)
        {
            FeetTime time = outcome.Feet[i];
            string crosses = time.Crosses is { } foot ? $"the {Words.Of(foot)} foot crosses first" : DefinitionWords.InBrief(byFeet);
            string why = outcome.Feet.Count == 1 ? crosses : FormattableString.Invariant($"{crosses} ({100 * time.Share:0} %){(i == 0 ? outcome.WatchS is null ? ", the more likely" : ", nearest to the button" : "")}");
            all.Add(new CandidateView(time.TimeS, "feet", byFeet, official is byFeet && i == 0, _texts.Said(why))
            {
                Candidate = i,
                StartS = time.StartS,
                EndS = time.EndS,
            });
        }

        return all.OrderByDescending(c => string.Equals(c.Definition, official, StringComparison.Ordinal));
    }
}
