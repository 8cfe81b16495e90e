using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Signal;

/// <summary>
/// A walk's readings on one page that zooms from the whole walk to single samples: both feet's angular rate and specific force as the sensors gave them, the events, the
/// strides, and what was rejected, with the reason. Self-contained: nothing is fetched; what is looked at is unpacked when it is looked at.
/// </summary>
public static class SignalPage
{
    private const string Intro = """
        <div class="bar" role="toolbar" aria-label="View">
        <button data-do="whole">Whole walk</button><button data-do="in" aria-label="Zoom in">+</button><button data-do="out" aria-label="Zoom out">−</button>
        <button data-do="left" aria-label="Earlier">◀</button><button data-do="right" aria-label="Later">▶</button>
        <button data-do="previous">Previous rejected</button><button data-do="next">Next rejected</button>
        <label>Go to <input id="goto" inputmode="decimal" size="7" aria-label="Time in seconds"/> s</label>
        <span class="axes"><label><input type="checkbox" value="0" checked="checked"/><i class="x"></i>x</label><label><input type="checkbox" value="1" checked="checked"/><i class="y"></i>y</label><label><input type="checkbox" value="2" checked="checked"/><i class="z"></i>z</label></span>
        </div>
        <p id="readout" class="sub" aria-live="polite">Point at the picture to read values.</p>
        <canvas id="plot" tabindex="0" role="img" aria-label="Angular rate and specific force of both feet over time, with strides and events"></canvas>
        <p class="key"><span><b class="s forward"></b>forward</span><span><b class="s backward"></b>backward</span><span><b class="s other"></b>other or unknown</span><span><b class="s rejected"></b>rejected</span><span><b class="s hole"></b>no samples</span><span>line: initial contact; dashes: terminal contact; ticks: foot flat, heel off, mid-swing</span></p>
        <p class="sub">Wheel, pinch or + and − to zoom, drag or arrow keys to move, double click for a closer look, n and p for the next and the previous rejected stride, 0 for the whole walk. The strip on top is the whole walk. A bar is a stride's swing, the thin line its stance. Times are those of the result tables.</p>
        """;

    private const string Css = """
        .bar { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 14px 0 4px; }
        .bar button, .bar input { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 8px; padding: 6px 12px; min-height: 44px; min-width: 44px; }
        .bar label { display: inline-flex; align-items: center; gap: 6px; } .bar .axes { display: inline-flex; gap: 14px; } .bar .axes input { min-height: 22px; min-width: 22px; }
        .axes i { width: 18px; height: 4px; } .axes .x { background: var(--left); } .axes .y { background: var(--right); } .axes .z { background: var(--back-left); }
        main.wide { max-width: 1800px; } canvas { width: 100%; display: block; touch-action: pan-y; cursor: crosshair; border: 1px solid var(--rule); border-radius: 8px; background: var(--paper); }
        #readout { min-height: 3em; font-variant-numeric: tabular-nums; margin: 4px 0; max-width: none; }
        .key { display: flex; flex-wrap: wrap; gap: 2px 20px; max-width: none; } .key span { display: inline-flex; align-items: center; gap: 6px; } .s { display: inline-block; width: 22px; height: 12px; }
        .s.forward { background: var(--left); } .s.backward { background: var(--back-right); } .s.other { background: var(--soft); } .s.rejected { background: repeating-linear-gradient(45deg, var(--reject) 0 2px, transparent 2px 6px); border: 1px solid var(--reject); } .s.hole { background: var(--ink); opacity: .25; }
        td button { font: inherit; color: var(--left); background: none; border: 0; padding: 6px 0; text-decoration: underline; cursor: pointer; }
        @media (max-width: 640px) { #readout { min-height: 4.6em; } } @media print { .bar, #readout, main > .sub { display: none; } }
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="signal">What was collected; it takes no reading afterwards.</param>
    /// <param name="context">What is known of the walk.</param>
    /// <param name="write">Takes the page as UTF-8, piece by piece.</param>
    public static void Write(SignalCollector signal, WalkContext context, Action<ReadOnlyMemory<byte>> write)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(write);
        foreach (Foot foot in BothFeet.InOrder) signal.Track(foot).Complete();
        void Text(string text) => write(Encoding.UTF8.GetBytes(text));
        string title = $"Signals: {context.Recording}";
        Text("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        Text($"<title>{Markup.Escape(title)}</title>\n<style>\n{PageStyle.Css.ReplaceLineEndings("\n")}\n{Css.ReplaceLineEndings("\n")}\n</style>\n</head>\n<body>\n<main class=\"wide\">\n");
        Text($"<h1>{Markup.Escape(title)}</h1>\n<p class=\"sub\">{Markup.Escape(Lead(context))}</p>\n{Intro.ReplaceLineEndings("\n")}\n");
        Text(Rejected(signal));
        Text($"<footer>{Markup.Escape(context.Software)} {Markup.Escape(context.SoftwareVersion)}. Training and research software, not a medical device.</footer>\n</main>\n");
        Text("<script type=\"application/json\" id=\"walk\">");
        write(Data(signal));
        Text("</script>\n");
        foreach (Foot foot in BothFeet.InOrder) WritePacked(Id(foot), [signal.Track(foot).Overview()], write);
        Text($"<script>\n{Script()}\n</script>\n");
        // After the script: the whole walk is drawn before the stretches are read.
        foreach (Foot foot in BothFeet.InOrder) WritePacked(Id(foot), signal.Track(foot).Stretches.Select(s => s.Packed), write, from: 1);
        Text("</body>\n</html>\n");
    }

    private static string Lead(WalkContext context) =>
        (context.StartedAt is { } when ? when.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) + ". " : "")
        + "Angular rate and specific force as the sensors gave them, in their own axes."
        + (context.SharedClock ? "" : " The feet have no common clock: their times do not compare.");

    private static string Id(Foot foot) => foot == Foot.Left ? "L" : "R";

    private static void WritePacked(string id, IEnumerable<byte[]> packed, Action<ReadOnlyMemory<byte>> write, int from = 0)
    {
        foreach (byte[] bytes in packed)
            write(Encoding.ASCII.GetBytes($"<script type=\"text/plain\" id=\"{id}{from++}\">{Convert.ToBase64String(bytes)}</script>\n"));
    }

    private static string Script()
    {
        StringBuilder all = new("'use strict';\n{\n");
        foreach (string name in (string[])["signal-data.js", "signal-draw.js", "signal-moves.js"])
        {
            using Stream script = typeof(SignalPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly has no {name}.");
            using StreamReader text = new(script);
            all.Append(text.ReadToEnd().ReplaceLineEndings("\n"));
        }

        return all.Append('}').ToString();
    }

    private static string Rejected(SignalCollector signal)
    {
        List<Stride> rejected = [.. signal.Strides.Where(s => !s.IsValid).OrderBy(s => s.End)];
        if (rejected.Count == 0) return Page.Section("What was rejected", null, Page.Empty("Nothing: every stride is valid."));
        const int MaxRows = 500;
        string table = Page.Table(
            ["#time, s", "foot", "why"],
            rejected.Take(MaxRows).Select(s => (IReadOnlyList<string>)[
                $"<button data-time=\"{s.End.Seconds.ToString("0.###", CultureInfo.InvariantCulture)}\">{Markup.Number(s.End.Seconds, 2)}</button>",
                Words.Of(s.Foot), Markup.Escape(Words.ForPeople(s.RejectReason))]));
        string lead = $"{rejected.Count} of {signal.Strides.Count} strides; a time leads there." + (rejected.Count > MaxRows ? $" The first {MaxRows} are listed." : "");
        return Page.Section("What was rejected", lead, table);
    }

    // Letters for what is said very often.
    private static ReadOnlyMemory<byte> Data(SignalCollector signal)
    {
        ArrayBufferWriter<byte> bytes = new();
        // The default encoder escapes < and >, so nothing can close the element.
        using Utf8JsonWriter json = new(bytes);
        json.WriteStartObject();
        json.WriteNumber("accel_step_mps2", SignalTrack.AccelStepMps2);
        json.WriteNumber("gyro_step_radps", SignalTrack.GyroStepRadPerS);
        json.WriteStartArray("feet");
        foreach (Foot foot in BothFeet.InOrder)
        {
            SignalTrack track = signal.Track(foot);
            if (track.First is not { } first) continue;
            json.WriteStartObject();
            json.WriteString("foot", Words.Of(foot));
            json.WriteString("id", Id(foot));
            json.WriteNumber("first", first.Seconds);
            json.WriteNumber("last", track.Last.Seconds);
            json.WriteNumber("span_s", track.SpanS);
            json.WriteNumber("spans", track.Spans);
            json.WriteStartArray("stretches");
            foreach (SignalTrack.Stretch s in track.Stretches)
            {
                json.WriteStartArray();
                json.WriteNumberValue(s.Start.Seconds);
                json.WriteNumberValue(s.End.Seconds);
                json.WriteNumberValue(s.Count);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartArray("strides");
            foreach (Stride s in signal.Strides.Where(s => s.Foot == foot)) WriteStride(json, in s);
            json.WriteEndArray();
            json.WriteStartArray("events");
            foreach (GaitEvent e in signal.Events.Where(e => e.Foot == foot))
            {
                json.WriteNumberValue((int)e.Kind);
                json.WriteNumberValue(e.Time.Seconds);
            }

            json.WriteEndArray();
            json.WriteStartArray("gaps");
            foreach (Gap g in signal.Gaps.Where(g => g.Foot == foot))
            {
                json.WriteNumberValue(g.Start.Seconds);
                json.WriteNumberValue(g.End.Seconds);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    private static void WriteStride(Utf8JsonWriter json, in Stride s)
    {
        json.WriteStartArray();
        if (s.Start is { } start) json.WriteNumberValue(start.Seconds);
        else json.WriteNullValue();
        json.WriteNumberValue(s.TerminalContact.Seconds);
        json.WriteNumberValue(s.End.Seconds);
        if (s.LengthM is { } length) json.WriteNumberValue(Math.Round(length, 3));
        else json.WriteNullValue();
        json.WriteStringValue(Words.ForPeople(s.Direction));
        json.WriteNumberValue(Math.Round(s.Confidence, 2));
        json.WriteStringValue(s.IsValid ? "" : Words.ForPeople(s.RejectReason));
        json.WriteEndArray();
    }
}
