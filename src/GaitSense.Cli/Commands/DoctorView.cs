using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Analysis.Sensors;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Recording.Checkup;
using GaitSense.Recording.Plain;
using Spectre.Console;

namespace GaitSense.Cli.Commands;

/// <summary>A <see cref="DoctorReport"/> for people, and for programs.</summary>
internal static class DoctorView
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As a table, and what to look at.</summary>
    public static void Write(Terminal terminal, DoctorReport report)
    {
        TextWriter output = terminal.Out;
        output.WriteLine($"{report.Name}{(report.Recording?.Info.Description is { } about ? ": " + about : "")}");
        if (report.Recording is { } recording)
        {
            output.WriteLine($"format    {report.Format}");
            if (recording.Sensors.Count > 1) output.WriteLine($"clock     {(recording.Clock == RecordingClock.Shared ? "shared by the sensors" : "each foot has its own: no steps, no double support")}");
            WriteSensors(terminal.CreateConsole(), report);
        }

        if (report.Summary is { } summary)
        {
            IEnumerable<string> strides = summary.Counts.Select(c => FormattableString.Invariant($"{c.Key} {c.Value.Valid} valid of {c.Value.Strides}"));
            output.WriteLine($"walk      {Phrases.Number(report.Result?.DurationS, "0.0", "s")}, strides: {string.Join(", ", strides)}");
            output.WriteLine($"sides     {summary.Assumed.Sides.Meaning}");
        }

        foreach ((Foot foot, string what) in Unchecked(report)) output.WriteLine($"unchecked {Words.Of(foot)}: {what}");
        foreach (string assumption in report.Import?.Assumptions ?? []) output.WriteLine($"assumed   {assumption}");
        foreach (Finding finding in report.Findings.OrderByDescending(f => f.IsProblem)) output.WriteLine($"{(finding.IsProblem ? "PROBLEM" : "look at")}   {finding.Text}");
        if (report.Findings.Count == 0 && report.Failure is null) output.WriteLine(Unchecked(report).Any() ? "nothing looks wrong in what was checked" : "nothing looks wrong");
    }

    /// <summary>As JSON: what is unknown is null.</summary>
    public static string Json(DoctorReport report) => new JsonObject
    {
        ["recording"] = report.Path,
        ["name"] = report.Name,
        ["format"] = report.Recording is null ? null : report.Format,
        ["clock"] = report.Recording is { } r ? r.Clock == RecordingClock.Shared ? "shared" : "separate" : null,
        ["duration_s"] = report.Result is { } result ? Number(result.DurationS) : null,
        ["sensors"] = new JsonArray([.. report.Sensors.Select(s => Sensor(s, report))]),
        ["sides"] = report.Summary is { } summary ? Words.InFiles(summary.Assumed.Sides.Verdict) : null,
        ["findings"] = new JsonArray([.. report.Findings.Select(f => new JsonObject
        {
            ["kind"] = Words.InFiles(f.Kind),
            ["foot"] = f.Foot is { } foot ? Words.Of(foot) : null,
            ["problem"] = f.IsProblem,
            ["text"] = f.Text,
        })]),
        ["unchecked"] = new JsonArray([.. Unchecked(report).Select(u => new JsonObject { ["foot"] = Words.Of(u.Foot), ["text"] = u.What })]),
        ["assumed"] = new JsonArray([.. (report.Import?.Assumptions ?? []).Select(a => JsonValue.Create(a))]),
        ["error"] = report.Failure is { } failure ? Errors.Line(failure) : null,
    }.ToJsonString(Options) + "\n";

    private static void WriteSensors(IAnsiConsole console, DoctorReport report)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string name in report.Sensors.Select(s => Words.Of(s.Foot)).Prepend("")) table.AddColumn(new TableColumn(new Text(name)).NoWrap());
        Row("samples", s => FormattableString.Invariant($"{s.Samples}"));
        Row("time", s => s is { FirstS: { } first, LastS: { } last } ? FormattableString.Invariant($"{first:0.##} to {last:0.##} s") : Phrases.Nothing);
        Row("rate", s => Phrases.Number(s.RateHz, "0.0", "Hz") + (s.StatedRateHz is { } stated ? FormattableString.Invariant($" ({stated:0.##} stated)") : ""));
        Row("gaps", s => s.Gaps == 0 ? "none" : FormattableString.Invariant($"{s.Gaps}, longest {s.LongestGapS:0.###} s at {s.LongestGapAtS:0.#} s"));
        Row("repeated times", s => FormattableString.Invariant($"{s.RepeatedTimes}"));
        Row("rows without all numbers", s => FormattableString.Invariant($"{s.Incomplete}"));
        Row("at rest", s => Phrases.Number(s.RestAccelMps2, "0.00", "m/s² (9.81 expected)"));
        Row("share of the time at rest", s => s.RestShare is { } share ? FormattableString.Invariant($"{100 * share:0} %, longest {s.LongestRestS:0.0} s") : Phrases.Nothing);
        Row("gyroscope at rest", s => Phrases.Number(s.RestGyroRadPerS, "0.000", "rad/s"));
        Row("largest", s => FormattableString.Invariant($"{s.LargestAccelMps2:0.0} m/s², {s.LargestGyroRadPerS:0.0} rad/s"));
        Row("at its limit", s => Quality(report, s) is { } q ? FormattableString.Invariant($"accelerometer {q.ClippedAccel}, gyroscope {q.ClippedGyro} samples") : Phrases.Nothing);
        Row("mounting", s => report.Recording!.SensorOf(s.Foot)?.Mounting is null ? "unknown: learned from the signal" : "given");
        console.Write(table);

        void Row(string name, Func<SensorCheckup, string> of) => table.AddRow([new Text(name), .. report.Sensors.Select(s => new Text(of(s)))]);
    }

    private static JsonObject Sensor(SensorCheckup s, DoctorReport report)
    {
        DataQuality? quality = Quality(report, s);
        return new JsonObject
        {
            ["foot"] = Words.Of(s.Foot),
            ["samples"] = s.Samples,
            ["first_s"] = Number(s.FirstS),
            ["last_s"] = Number(s.LastS),
            ["rate_hz"] = Number(s.RateHz),
            ["stated_rate_hz"] = Number(s.StatedRateHz),
            ["gaps"] = s.Gaps,
            ["longest_gap_s"] = Number(s.LongestGapS),
            ["longest_gap_at_s"] = Number(s.LongestGapAtS),
            ["in_gaps_s"] = Number(s.InGapsS),
            ["bridged_gaps"] = quality?.BridgedGaps,
            ["repeated_times"] = s.RepeatedTimes,
            ["incomplete_rows"] = s.Incomplete,
            ["rest_share"] = Number(s.RestShare),
            ["longest_rest_s"] = Number(s.LongestRestS),
            ["rest_accel_mps2"] = Number(s.RestAccelMps2),
            ["rest_gyro_radps"] = Number(s.RestGyroRadPerS),
            ["largest_accel_mps2"] = Number(s.LargestAccelMps2),
            ["largest_gyro_radps"] = Number(s.LargestGyroRadPerS),
            ["clipped_accel"] = quality?.ClippedAccel,
            ["clipped_gyro"] = quality?.ClippedGyro,
            ["mounting_given"] = report.Recording!.SensorOf(s.Foot)?.Mounting is not null,
        };
    }

    private static IEnumerable<(Foot Foot, string What)> Unchecked(DoctorReport report) =>
        (report.Result?.Quality ?? []).SelectMany(q => SensorFindings.Unchecked(in q).Select(what => (q.Foot, what)));

    private static DataQuality? Quality(DoctorReport report, SensorCheckup sensor) =>
        report.Result?.Quality.Where(q => q.Foot == sensor.Foot).Select(q => (DataQuality?)q).FirstOrDefault();

    private static JsonValue? Number(double? value) => value is { } v && double.IsFinite(v) ? JsonValue.Create(Math.Round(v, 6)) : null;
}
