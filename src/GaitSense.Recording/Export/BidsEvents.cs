using System.Text.Json;
using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Text;
using GaitSense.Reference;

namespace GaitSense.Recording.Export;

/// <summary>The events of a BIDS data set: moments, and spans with a duration.</summary>
internal sealed class BidsEvents
{
    /// <summary>The columns of <c>_events.tsv</c>.</summary>
    public static readonly string[] Columns = ["onset", "duration", "trial_type", "direction", "length_m", "description"];

    private static readonly (string Word, string Meaning)[] Levels =
    [
        ("initial_contact", "The foot begins to touch the ground."),
        ("foot_flat", "The whole sole is on the ground."),
        ("heel_off", "The heel leaves the ground."),
        ("terminal_contact", "The foot leaves the ground."),
        ("mid_swing", "The middle of the swing."),
        ("stride", "From one moment at rest on the ground (mid-stance) to the next, with one swing."),
        ("ignore", "Nothing is judged here."),
    ];

    private readonly List<Row> _rows;
    private readonly string _source;

    private BidsEvents(List<Row> rows, string source)
    {
        _rows = rows;
        _source = source;
    }

    /// <summary>Those of the options, else those of the recording's reference.</summary>
    /// <exception cref="RecordingFormatException">The reference is not what its format says.</exception>
    public static BidsEvents Of(PlainRecording recording, BidsExportOptions options, List<string> notes)
    {
        if (options.Events is { } given) return new BidsEvents([.. given.Select(Row.Of)], options.EventsSource ?? "Given.");
        ReferenceData? reference = recording.ReadReference();
        if (reference?.StrideSequence is not null) notes.Add("The reference's sequence of strides has no times: it was left out.");
        List<Row> rows =
        [
            .. (reference?.Events ?? []).Select(Row.Of),
            .. (reference?.Strides ?? []).Select(s => new Row(s.Foot, s.Start, s.End, "stride", s.Direction, s.LengthM, null)),
            .. (reference?.Ignored ?? []).Select(s => new Row(s.Foot, s.Start, s.End, "ignore", WalkingDirection.Unknown, null, s.Why)),
        ];
        if (rows.Count == 0) notes.Add("No events: the recording has no reference with times (--events analysis writes those that GaitSense finds).");
        return new BidsEvents(rows, "Reference of the recording.");
    }

    /// <summary>Whether there are any of a foot.</summary>
    public bool Has(Foot foot) => _rows.Exists(r => r.Foot == foot);

    /// <summary>Writes a foot's rows, by onset.</summary>
    public void Rows(TableWriter table, Foot foot)
    {
        foreach (Row row in _rows.Where(r => r.Foot == foot).OrderBy(r => r.Start))
        {
            table.Time(row.Start).Time(new DeviceTime(row.End.Microseconds - row.Start.Microseconds)).Text(row.Kind);
            _ = row.Direction == WalkingDirection.Unknown ? table.Missing() : table.Text(Words.Of(row.Direction));
            _ = row.LengthM is { } length ? table.Exact(length, 6) : table.Missing();
            _ = string.IsNullOrWhiteSpace(row.Why) ? table.Missing() : table.Text(TextForPeople.Show(row.Why, 300));
            table.EndRow();
        }
    }

    /// <summary>Writes <c>_events.json</c>.</summary>
    public void Describe(Utf8JsonWriter json)
    {
        Column(json, "trial_type", $"What happened. {_source}", () =>
        {
            json.WriteStartObject("Levels");
            foreach ((string word, string meaning) in Levels) json.WriteString(word, meaning);
            json.WriteEndObject();
        });
        Column(json, "direction", "Which way the foot went in the swing that ended here, or that begins here.");
        Column(json, "length_m", "Length of the stride.", () => json.WriteString("Units", "m"));
        Column(json, "description", "Why nothing is judged here.");
    }

    private static void Column(Utf8JsonWriter json, string name, string description, Action? more = null)
    {
        json.WriteStartObject(name);
        json.WriteString("Description", description);
        more?.Invoke();
        json.WriteEndObject();
    }

    private sealed record Row(Foot Foot, DeviceTime Start, DeviceTime End, string Kind, WalkingDirection Direction, double? LengthM, string? Why)
    {
        public static Row Of(ReferenceEvent e) => new(e.Foot, e.Time, e.Time, Words.Of(e.Kind), e.Direction, null, null);
    }
}
