using System.Globalization;
using System.Text;
using System.Text.Json;
using GaitSense.Analysis.Sensors;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;
using GaitSense.Sessions;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Cli.Commands;

/// <summary>What <c>gaitsense doctor</c> says of a session recording: what is in it, what is whole, and whether a replay decides what was decided live.</summary>
/// <param name="terminal">Where it is said.</param>
/// <param name="path">The session.</param>
internal sealed class SessionDoctor(Terminal terminal, string path)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly List<(string What, string Text)> _lines = [];

    /// <summary>Looks at all of it.</summary>
    /// <param name="json">Whether it is said as JSON.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<int> RunAsync(bool json, CancellationToken stop)
    {
        using SessionSource session = SessionSource.Open(path, new WalkRunnerOptions());
        using DecisionCheck check = DecisionCheck.Of(session);
        using WalkResults results = new(directory: null);
        WalkEnd result = await WalkRunnerServices.RunHostedAsync(session, [check, results], stop).ConfigureAwait(false);
        SessionManifest manifest = session.Manifest;
        Line("session", string.Create(CultureInfo.InvariantCulture, $"{session.Name}, recorded {manifest.StartedUtc:yyyy-MM-dd HH:mm} UTC ({manifest.Zone}) with GaitSense {manifest.Software}, settings {manifest.SettingsHash}{(RecordingOrigin.IsSimulated(manifest.Source) ? $"; {manifest.Source}: nobody walked it" : "")}"));
        Line("person", Person(manifest.Person));
        foreach (SessionSensor s in manifest.Sensors) Line($"{Words.Of(s.Foot)} foot", string.Create(CultureInfo.InvariantCulture, $"{s.Kind} {s.Device}, {Phrases.Number(s.RateHz, "0.#", "Hz")}, {Received(session, s)}"));
        Line("length", string.Create(CultureInfo.InvariantCulture, $"{result.DurationS:0.0} s, {session.Blocks} blocks, {new FileInfo(session.Path).Length / 1024.0:0} kB"));
        foreach ((double? timeS, string what) in session.Markers) Line("marker", timeS is { } t ? string.Create(CultureInfo.InvariantCulture, $"{t:0.0} s: {what}") : what);
        foreach (Core.SensorFault fault in SensorFindings.Of(result.Quality)) Line("sensor", SensorFaultWords.Of(in fault));
        string verdict = check.Verdict();
        Line("replay", verdict);
        foreach (string warning in session.Warnings) Line("note", warning);
        Line("verdict", Verdict(session));
        if (json) terminal.Out.Write(JsonSerializer.Serialize(_lines.Select(l => new { what = l.What, text = l.Text }), Indented) + "\n");
        else foreach ((string what, string text) in _lines) terminal.Out.WriteLine($"{what,-12}{text}");
        return session.IsWhole && check.Different == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Writes a mended copy.</summary>
    /// <param name="outFolder">Where to.</param>
    /// <param name="given">What the session was given as.</param>
    public int Repair(string outFolder, string given)
    {
        if (outFolder.Length == 0) throw new UsageException("--repair is empty. Give a folder for the mended copy.");
        if (SessionFolder.Find(outFolder) is not null) throw new UsageException($"{outFolder} holds a session already. Give another folder; nothing is written over.");
        new OutputRule([path]).CheckFree(outFolder, [SessionFolder.ManifestFile]);
        using SessionSource session = SessionSource.Open(path, new WalkRunnerOptions());
        while (session.TryRead(out SampleBlock block)) block.Dispose(); // to its end, where it knows what is missing
        (long records, IReadOnlyList<SessionDamage> damage) = SessionRepair.Mend(session.Path, session.Manifest with { Losses = session.Losses is { Count: > 0 } losses ? losses : null }, outFolder);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outFolder}: {records} records copied, {damage.Sum(d => d.Length)} bytes in {damage.Count} places left out; {given} is as it was"));
        return ExitCode.Done;
    }

    private string Verdict(SessionSource session)
    {
        if (session.IsWhole) return "whole";
        string missing = session.MissingS is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s:0.0} s are missing") : "how much is missing is not known";
        return session.Damage.Count > 0 ? $"DAMAGED: {session.Damage.Count} places, {missing}; the rest is whole. gaitsense doctor {path} --repair OUT writes a mended copy"
            : !session.HasEnd ? $"CUT SHORT: its end is missing, {missing}; what is there is whole"
            : "NOT WHOLE: something was lost before this copy was made, see the notes; what is left is whole";
    }

    private static string Person(SessionPerson p)
    {
        var text = new StringBuilder(p.Id ?? "nobody in particular");
        if (p.WalkingAid is { } aid) text.Append(", walks with ").Append(aid);
        if (p.Orthosis is { } orthosis) text.Append(", wears ").Append(orthosis);
        if (p.AffectedSide is { } side) text.Append(", affected side: ").Append(side);
        if (p.LegLengthM is { } leg) text.Append(CultureInfo.InvariantCulture, $", leg length {leg:0.00} m");
        return text.ToString();
    }

    private static string Received(SessionSource session, SessionSensor sensor) => session.Quality.FirstOrDefault(q => q.Foot == sensor.Foot) is { } q
        ? string.Create(CultureInfo.InvariantCulture, $"{session.Samples.GetValueOrDefault(q.Foot)} samples, {q.Lost} lost, {q.Reconnects} reconnects, {q.Restarts} restarts")
        : "nothing";

    private void Line(string what, string text) => _lines.Add((what, text));
}
