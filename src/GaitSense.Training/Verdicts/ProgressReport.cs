using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.Records;
using GaitSense.Training.Regimes;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Verdicts;

/// <summary>
/// A person's progress for the clinician's desk: each measure as a series, forward beside backward, with the limits as bands and, where an administrator stated under which rules,
/// the verdict with limit, source and n. Walkers do not see it.
/// </summary>
public sealed record ProgressReport
{
    /// <summary>Name of the format.</summary>
    public string Format { get; } = "gaitsense-progress";

    /// <summary>Version of the format.</summary>
    public int Version { get; } = 1;

    /// <summary>The person's pseudonym.</summary>
    public required string Person { get; init; }

    /// <summary>The day of the report.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Under which rules verdicts are shown; null: they are off.</summary>
    public Statement? Statement { get; init; }

    /// <summary>What is looked at together.</summary>
    public required VerdictFamily Family { get; init; }

    /// <summary>The measures.</summary>
    public required IReadOnlyList<ProgressRow> Rows { get; init; }

    /// <summary>Whether the sessions are simulated, which is said on top.</summary>
    public bool Simulated { get; init; }

    /// <summary>What stands under it.</summary>
    public string Purpose { get; } = Verdict.Purpose;

    /// <summary>Under which rules, as a line.</summary>
    public string Rules => Statement is { } s ? "Verdicts: " + StatementLine.Of(s) + "." : StatementLine.Off;

    /// <summary>Makes the report of a person's sessions.</summary>
    /// <param name="person">The person's pseudonym.</param>
    /// <param name="day">The day of the report; sessions after it are left out.</param>
    /// <param name="sessions">The person's sessions.</param>
    /// <param name="family">What is looked at together; null: the defaults.</param>
    /// <param name="statement">What an administrator stated; null: there are no verdicts.</param>
    /// <param name="shown">What is shown, at most <see cref="VerdictFamily.MostMeasures"/>; null: what the limits mark.</param>
    /// <param name="table">The limits; null: those that come with the program.</param>
    /// <param name="simulated">Whether it is a simulated person.</param>
    /// <exception cref="ArgumentException">More is shown than may be, or something that is not in the limits.</exception>
    public static ProgressReport Of(
        string person, DateOnly day, IEnumerable<Session> sessions, VerdictFamily? family = null, Statement? statement = null, IReadOnlyList<ShownMeasure>? shown = null, LimitTable? table = null, bool simulated = false)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(sessions);
        table ??= LimitTable.BuiltIn;
        shown ??= ShownMeasure.In(table);
        if (shown.Count is 0 or > VerdictFamily.MostMeasures || shown.Distinct().Count() != shown.Count) throw new ArgumentException(FormattableString.Invariant($"1 to {VerdictFamily.MostMeasures} different measures are shown, not {shown.Count}"), nameof(shown));
        if (shown.FirstOrDefault(s => table.Find(s.Name) is null) is { } unknown) throw new ArgumentException($"{unknown.Name} is not in the limits", nameof(shown));
        family ??= new VerdictFamily();

        // What is shown is looked at, whatever was planned.
        family = family with { Measures = Math.Max(family.Measures, shown.Count) };
        IReadOnlyList<Series> series = SeriesBuilder.Of(sessions.Where(s => LocalDay.Of(s) <= day), table, simulated);
        List<ProgressRow> rows = [];
        foreach (var group in shown.GroupBy(s => table.Find(s.Name)!.Beside ?? s.Name, StringComparer.Ordinal))
        {
            ShownMeasure[] forward = [.. group.Where(s => s.Direction != WalkingDirection.Backward)], backward = [.. group.Where(s => s.Direction == WalkingDirection.Backward)];
            for (int i = 0; i < Math.Max(forward.Length, backward.Length); i++)
            {
                ShownMeasure? f = forward.ElementAtOrDefault(i), b = backward.ElementAtOrDefault(i);
                JudgedQuantity quantity = table.Find((f ?? b)!.Name)!;
                rows.Add(new ProgressRow
                {
                    Forward = f is null ? null : Part(f, series, family, statement, table),
                    Backward = b is null ? null : Part(b, series, family, statement, table),
                    Quantity = quantity,
                    BothShown = f is not null && b is not null,
                    BackwardQuantity = b is null || string.Equals(b.Name, quantity.Name, StringComparison.Ordinal) ? null : table.Find(b.Name),
                });
            }
        }

        return new ProgressReport { Person = OutsideText.Line(person), Day = day, Statement = statement, Family = family, Rows = rows, Simulated = simulated };
    }

    /// <summary>The report as JSON.</summary>
    public string ToJson() => LimitJson.Write(this);

    /// <summary>The report as a table of text.</summary>
    public string ToText() => ProgressText.Of(this);

    /// <summary>The report as one HTML page.</summary>
    /// <param name="version">Version of the program.</param>
    /// <param name="language">The language. <value>The default is English.</value></param>
    public string ToHtml(string version, Language language = Language.English) => ProgressPage.Of(this, version, new ProgressWords(language));

    /// <summary>The plots as one SVG file.</summary>
    /// <param name="language">The language. <value>The default is English.</value></param>
    public string ToSvg(Language language = Language.English) => ProgressPlot.File(this, new ProgressWords(language));

    private static ProgressSeries? Part(ShownMeasure shown, IReadOnlyList<Series> all, VerdictFamily family, Statement? statement, LimitTable table)
    {
        Series[] mine = [.. all.Where(s => string.Equals(s.Key.Name, shown.Name, StringComparison.Ordinal) && s.Key.Direction == shown.Direction && s.Key.Side is null)];
        if (mine.Length == 0) return null;
        // Two of the same day: the longer one.
        Series newest = mine.OrderByDescending(s => s.Values[^1].Day).ThenByDescending(s => s.Values.Count).First();
        string? never = VerdictRules.WhyNever(newest.Key, table) ?? (statement is null ? "off" : VerdictRules.WhyNotAlike(newest.Key));
        return new ProgressSeries
        {
            Series = newest,
            Verdict = never is null ? VerdictRules.Judge(newest, family, statement!, table) : null,
            NoVerdict = never,
            Others = [.. mine.Where(s => !ReferenceEquals(s, newest)).Select(s => new EarlierSeries(s, s.Key.DifferencesFrom(newest.Key)))],
        };
    }
}
