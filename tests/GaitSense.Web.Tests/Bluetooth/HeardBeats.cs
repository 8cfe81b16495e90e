using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>The beats of a walk: what the walk decided, what the page scheduled, and what was recorded at the loudspeaker.</summary>
internal sealed class HeardBeats
{
    // A tone is found by the 30 ms of quiet before it.
    private const double QuietS = 0.03;
    private const double RateHz = 48_000;

    /// <summary>Beats that were told to the page.</summary>
    public required int Told { get; init; }

    /// <summary>What became of them, by fate.</summary>
    public required IReadOnlyDictionary<string, int> Fates { get; init; }

    /// <summary>Of each beat that began, with quiet before it: by how much what was recorded begins beside what was scheduled, ms; the rise of its tone is not counted.</summary>
    public required double[] BesideScheduleMs { get; init; }

    /// <summary>The beat that was furthest from what was scheduled: which it was, how loud, how long before it should begin it was told, and what was recorded instead.</summary>
    public required string Furthest { get; init; }

    /// <summary>How long the tones take from their first sample until the recorder hears them, ms: the median of each, the longer one of left and right.</summary>
    public required double RiseMs { get; init; }

    /// <summary>Beats that began while words or another tone sounded.</summary>
    public required int Covered { get; init; }

    /// <summary>When each tone was heard, by the page's clock, ms.</summary>
    public required double[] OnsetsMs { get; init; }

    /// <summary>When each beat that began was to be heard, by the page's clock, ms, and whether the page was hidden when it was told.</summary>
    public required (double AtMs, bool Hidden)[] Begun { get; init; }

    /// <summary>Words that were said, by phrase.</summary>
    public required string[] Phrases { get; init; }

    /// <summary>Of each of those: by how much it was recorded beside the time at which the walk wanted it heard, by the page's clock, ms; the rise is not counted.</summary>
    public required double[] BesidePlanMs { get; init; }

    /// <summary>Reads them.</summary>
    /// <param name="page">The walker's page.</param>
    /// <param name="fromMs">What was told before it by the page's clock is left out, ms.</param>
    public static async Task<HeardBeats> OfAsync(IPage page, double fromMs = 0)
    {
        using var read = JsonDocument.Parse(await page.EvaluateAsync<string>(
            "JSON.stringify({ cues: witness.cues, fates: witness.fates, starts: witness.starts, onsets: listened.onsets, onsetsMs: listened.onsetsMs })"));
        JsonElement all = read.RootElement;
        JsonElement[] cues = [.. all.GetProperty("cues").EnumerateArray().Where(c => c.TryGetProperty("clip", out _) && c.GetProperty("told").GetDouble() >= fromMs)];
        Dictionary<int, JsonElement> beats = cues.Where(c => c.GetProperty("clip").GetString() is "left" or "right").ToDictionary(c => c.GetProperty("number").GetInt32());
        (int Number, string Fate)[] fates = [.. all.GetProperty("fates").EnumerateArray().Select(f => (f.GetProperty("number").GetInt32(), f.GetProperty("fate").GetString()!)).Where(f => beats.ContainsKey(f.Item1))];
        (int Number, double FromS, double ToS)[] starts =
        [
            .. all.GetProperty("starts").EnumerateArray().Select(s =>
            {
                double from = s.GetProperty("when").GetDouble(), to = from + s.GetProperty("durationS").GetDouble();
                return (s.GetProperty("number").GetInt32(), from, s.GetProperty("stopS").ValueKind == JsonValueKind.Number ? Math.Min(to, s.GetProperty("stopS").GetDouble()) : to);
            }),
        ];
        double[] onsetsMs = [.. all.GetProperty("onsetsMs").EnumerateArray().Select(o => o.GetDouble())];
        double[] onsetsS = [.. all.GetProperty("onsets").EnumerateArray().Select(o => o.GetDouble() / RateHz)];
        HashSet<int> begun = [.. fates.Where(f => f.Fate is "begun").Select(f => f.Number)];
        Dictionary<string, List<double>> late = new(StringComparer.Ordinal) { ["left"] = [], ["right"] = [] };
        List<(string Clip, double LateMs, JsonElement Cue)> alone = [];
        int covered = 0;
        List<double> besidePlan = [];
        foreach ((int number, double fromS, _) in starts.Where(s => begun.Contains(s.Number)))
        {
            if (starts.Any(o => o.Number != number && o.FromS < fromS + QuietS && o.ToS > fromS - QuietS)) covered++;
            else
            {
                string clip = beats[number].GetProperty("clip").GetString()!;
                double lateMs = onsetsS.Length == 0 ? double.PositiveInfinity : 1000 * (onsetsS.MinBy(o => Math.Abs(o - fromS)) - fromS);
                late[clip].Add(lateMs);
                alone.Add((clip, lateMs, beats[number]));
                double at = beats[number].GetProperty("at").GetDouble();
                besidePlan.Add(onsetsMs.Length == 0 ? double.PositiveInfinity : onsetsMs.MinBy(o => Math.Abs(o - at)) - at);
            }
        }

        (string Clip, double LateMs, JsonElement Cue) furthest = alone.MaxBy(a => Math.Abs(a.LateMs - Median(late[a.Clip])));
        return new HeardBeats
        {
            Furthest = alone.Count == 0 ? "none" : FormattableString.Invariant(
                $"beat {furthest.Cue.GetProperty("number")}, {furthest.Cue.GetProperty("gainDb")} dB, told {furthest.Cue.GetProperty("at").GetDouble() - furthest.Cue.GetProperty("told").GetDouble():0} ms before, recorded {furthest.LateMs:0.00} ms after it was to begin"),
            Told = beats.Count,
            Fates = fates.GroupBy(f => f.Fate, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            BesideScheduleMs = [.. late.Values.SelectMany(l => l.Select(ms => Math.Abs(ms - Median(l))))],
            RiseMs = late.Values.Max(Median),
            Covered = covered,
            BesidePlanMs = [.. besidePlan.Select(ms => ms - late.Values.Max(Median))],
            OnsetsMs = [.. onsetsMs.Where(o => o >= fromMs)],
            Begun = [.. beats.Where(b => begun.Contains(b.Key)).Select(b => (b.Value.GetProperty("at").GetDouble(), b.Value.GetProperty("hidden").GetBoolean()))],
            Phrases = [.. cues.Where(c => c.GetProperty("clip").GetString() is "word").Select(c => c.GetProperty("phrase").GetString() ?? "")],
        };
    }

    private static double Median(List<double> ms) => ms.Count == 0 ? 0 : ms.Order().ElementAt(ms.Count / 2);

    public override string ToString() => FormattableString.Invariant(
        $"{Told} beats told, {string.Join(", ", Fates.Select(f => $"{f.Value} {f.Key}"))}; {BesideScheduleMs.Length} recorded alone, up to {(BesideScheduleMs.Length == 0 ? 0 : BesideScheduleMs.Max()):0.000} ms beside the schedule (a tone's rise of {RiseMs:0.00} ms not counted; {Furthest}), {Covered} beside other sounds; words: {string.Join(", ", Phrases)}");
}
