namespace GaitSense.Benchmarks;

/// <summary>How the visits of people who do not change differ.</summary>
/// <param name="Name">What it is called.</param>
internal sealed record VisitNoise(string Name)
{
    /// <summary>Correlation of a visit with the one before, of measures with three visits a week; of weekly tests its cube at most.</summary>
    public double Correlation { get; init; }

    /// <summary>Degrees of freedom of Student's t; 0: normal.</summary>
    public int Freedom { get; init; }

    /// <summary>Correlation of measures of the same day.</summary>
    public double Shared { get; init; }

    /// <summary>By how many SDs the first visit is worse than what it settles to; it fades by half from visit to visit.</summary>
    public double Practice { get; init; }

    /// <summary>Share of days on which all is 3 SD worse.</summary>
    public double BadDays { get; init; }

    /// <summary>People's SDs against the usual one.</summary>
    public double Wider { get; init; } = 1;

    /// <summary>Natural logarithm's SD of people's SDs.</summary>
    public double Spread { get; init; } = 0.35;

    /// <summary>Values of tests are written in steps that are this often as large.</summary>
    public double Coarser { get; init; } = 1;

    /// <summary>Weekly tests depend on each other as visits two days apart do.</summary>
    public bool TestsToo { get; init; }

    public static VisitNoise Plain { get; } = new("normal, each visit by itself");

    public static VisitNoise All { get; } = new("all of it: 0.3 from visit to visit, t with 4, measures 0.7, practice 1 SD, bad days 3 %") { Correlation = 0.3, Freedom = 4, Shared = 0.7, Practice = 1, BadDays = 0.03 };

    /// <summary>Good and bad weeks: every visit depends on the one before by the same, however far apart they are.</summary>
    public static VisitNoise Dependent(double correlation) => new(FormattableString.Invariant($"visits depend on each other, {correlation:0.0}")) { Correlation = correlation, TestsToo = true };

    public static VisitNoise[] Kinds { get; } =
    [
        Plain,
        Dependent(0.3),
        Dependent(0.5),
        Dependent(0.7),
        new("heavy tails: Student's t with 3") { Freedom = 3 },
        new("measures of a day go together, 0.7") { Shared = 0.7 },
        new("practice: first visit 1.5 SD worse, fading by half") { Practice = 1.5 },
        new("bad days: 5 % of days all is 3 SD worse") { BadDays = 0.05 },
        new("tests read in whole seconds and tens of metres") { Coarser = 10 },
        new("everybody 1.5 times as variable as published") { Wider = 1.5 },
        new("people differ much: SDs by a factor of 2 (SD)") { Spread = 0.7 },
        All,
    ];
}
