using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Plan;

/// <summary>What the walker hears or feels within one walk, when and why: <c>cues.json</c>. Every number has a range, a default and a source.</summary>
public sealed record CuePlan
{
    /// <summary>What <see cref="Format"/> says.</summary>
    public const string FormatName = "gaitsense-cues";

    /// <summary><see cref="FormatName"/>.</summary>
    public string Format { get; init; } = FormatName;

    /// <summary>Version of the format. <value>The default is 1.</value></summary>
    [Within(1, 1)]
    public int Version { get; init; } = 1;

    /// <summary>What is practised. <value>The default is forward.</value></summary>
    public Practice Practice { get; init; } = Practice.Forward;

    /// <summary>How long the walk is meant to be, s. <value>The default is 600.</value></summary>
    [Within(30, 3600), Source("Just Walk's routine: 10 minutes; short daily sessions beat one long one")]
    public double DurationS { get; init; } = 600;

    /// <summary>Language of what is said: <c>en</c> or <c>de</c>. <value>The default is en.</value></summary>
    public string Language { get; init; } = "en";

    /// <summary>The rhythm.</summary>
    public RhythmPlan Rhythm { get; init; } = new();

    /// <summary>How its tempo climbs; off by default.</summary>
    public LadderPlan Ladder { get; init; } = new();

    /// <summary>What is trained, the most important first; one is worked on at a time. <value>The default is none.</value></summary>
    public IReadOnlyList<TargetPlan> Targets { get; init; } = [];

    /// <summary>When targets speak.</summary>
    public CorrectionPlan Correction { get; init; } = new();

    /// <summary>How cues fade.</summary>
    public FadingPlan Fading { get; init; } = new();

    /// <summary>The gates of backward practice.</summary>
    public BackwardPlan Backward { get; init; } = new();

    /// <summary>When a rest is offered.</summary>
    public RestPlan Rest { get; init; } = new();

    /// <summary>When cues fall silent.</summary>
    public SafetyPlan Safety { get; init; } = new();

    /// <summary>How cues sound.</summary>
    public SoundOptions Sound { get; init; } = new();

    /// <summary>What is felt; off by default.</summary>
    public VibrationPlan Vibration { get; init; } = new();

    /// <summary>Tasks for the mind, at set times of the walk. <value>The default is none.</value></summary>
    public IReadOnlyList<TaskPlan> Tasks { get; init; } = [];
}
