using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.Records;

namespace GaitSense.Training.Verdicts;

/// <summary>
/// A person's sessions as series of values that may be compared: one for each test or measure, definition, direction, side, instruction, aid and orthosis.
/// A visit is a day where the session took place, and has one value.
/// </summary>
public static class SeriesBuilder
{
    /// <summary>All series, those of tests first, each by its key.</summary>
    /// <param name="sessions">One person's sessions, in any order.</param>
    /// <param name="table">The limits; null: those that come with the program.</param>
    /// <param name="simulated">Whether simulated sessions count, and only they: of a simulated person. <value>The default is no: only a person's own.</value></param>
    /// <exception cref="GaitSenseException">A session's time zone is not known here: on which day it was, and so which visits there are, would be guessed.</exception>
    public static IReadOnlyList<Series> Of(IEnumerable<Session> sessions, LimitTable? table = null, bool simulated = false)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        table ??= LimitTable.BuiltIn;
        Dictionary<SeriesKey, List<(Session Session, double Value, double? MeasuringSd)>> values = [];
        Dictionary<SeriesKey, SortedSet<string>> leftOut = [];
        foreach (Session session in sessions.OrderBy(s => s.Start).ThenBy(s => s.Id))
        {
            bool isSimulated = session.Source == SessionSource.Simulation;
            foreach ((SeriesKey key, double? value, double? sd, string? why) in Tests(session, table).Concat(Measures(session)))
            {
                string? reason = isSimulated == simulated ? why : isSimulated ? "a simulated session is no visit" : "a session of feet is no visit of a simulated person";
                if (reason is null && value is { } v && double.IsFinite(v)) Add(values, key, (session, v, sd));
                else Note(leftOut, key, FormattableString.Invariant($"{LocalDay.Of(session):yyyy-MM-dd}: {reason ?? "no number"}"));
            }
        }

        return
        [
            .. values.Keys.OrderByDescending(k => table.Find(k.Name)?.Test ?? k.Definition.Length > 0).ThenBy(k => k.Quantity, StringComparer.Ordinal).ThenBy(k => k.ToString(), StringComparer.Ordinal)
                .Select(k => new Series { Key = k, Unit = UnitOf(k, table, values[k][0].Session), Values = Visits(values[k], table.Find(k.Name)?.Visit ?? VisitRule.Mean), LeftOut = leftOut.TryGetValue(k, out SortedSet<string>? why) ? [.. why] : [] }),
        ];
    }

    private static IEnumerable<(SeriesKey Key, double? Value, double? MeasuringSd, string? Why)> Tests(Session session, LimitTable table) =>
        session.Trials.OrderBy(t => t.No).Select(t => (
            new SeriesKey
            {
                Quantity = t.Test,
                Definition = t.Definition ?? "",
                Direction = table.Find(t.Test.Split('@')[0])?.Direction ?? WalkingDirection.Forward,
                Instruction = t.Instruction,
                Aid = session.Aid,
                Orthosis = session.Orthosis,
            },
            t.Official,
            (double?)null,
            t.Practice ? "a practice trial is kept, not judged"
            : t.Validity != Validity.Valid ? $"attempt {t.No.ToString(System.Globalization.CultureInfo.InvariantCulture)} does not count ({SeriesKey.Words(t.Validity)}{(t.Reason.Length > 0 ? ": " + OutsideText.Line(t.Reason) : "")})"
            : t.Official is null || t.Definition is null ? "no official result was chosen"
            : null));

    private static IEnumerable<(SeriesKey Key, double? Value, double? MeasuringSd, string? Why)> Measures(Session session) =>
        session.Measures.Select(m => (
            new SeriesKey
            {
                Quantity = m.Name,
                Direction = m.Direction,
                Side = m.Side,
                Instruction = SessionKind.KeyOf(session),
                Aid = session.Aid,
                Orthosis = session.Orthosis,
            },
            m.Value,
            m.MeasuringSd,
            m.Value is null ? "withheld: " + OutsideText.Line(m.Withheld ?? "no reason is kept") : null));

    private static List<VisitValue> Visits(List<(Session Session, double Value, double? MeasuringSd)> values, VisitRule rule) =>
    [
        .. values.GroupBy(v => LocalDay.Of(v.Session)).OrderBy(d => d.Key).Select(day =>
        {
            var used = rule == VisitRule.Last ? [day.Last()] : day.ToArray();
            return new VisitValue
            {
                Day = day.Key,
                Value = used.Average(v => v.Value),
                Of = used.Length,
                // How a foot lands and how the sensor sits are alike all day: the mean of two walks is measured no better than either.
                MeasuringSd = used.All(v => v.MeasuringSd is not null) ? used.Max(v => v.MeasuringSd) : null,
                Sessions = [.. used.Select(v => v.Session.Id).Distinct()],
            };
        }),
    ];

    private static string UnitOf(SeriesKey key, LimitTable table, Session session) =>
        table.Find(key.Name)?.Unit ?? session.Measures.FirstOrDefault(m => string.Equals(m.Name, key.Quantity, StringComparison.Ordinal))?.Unit ?? "";

    private static void Add<T>(Dictionary<SeriesKey, List<T>> lists, SeriesKey key, T value)
    {
        if (!lists.TryGetValue(key, out List<T>? list)) lists[key] = list = [];
        list.Add(value);
    }

    private static void Note(Dictionary<SeriesKey, SortedSet<string>> sets, SeriesKey key, string why)
    {
        if (!sets.TryGetValue(key, out SortedSet<string>? set)) sets[key] = set = new SortedSet<string>(StringComparer.Ordinal);
        set.Add(why);
    }
}
