using System.Globalization;
using System.Text;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Walk.Tests;

/// <summary>What strides.csv, turns.csv and bouts.csv say, against the summary and against simulated truth.</summary>
public sealed class SettledTablesTests
{
    [Theory, InlineData("there-and-back", 46), InlineData("stop-and-go", 60), InlineData("backward-practice", 60)]
    public void Uses_OfTheTable_AreThoseThatTheSummaryCounts(string preset, double durationS)
    {
        (WalkResults results, MemoryStore store) = Walk(preset, durationS);
        List<Dictionary<string, string>> strides = Rows(store, "strides.csv"), bouts = Rows(store, "bouts.csv"), turns = Rows(store, "turns.csv");
        foreach (string foot in new[] { "left", "right" })
            foreach ((string use, int count) in results.Summary!.Counts[foot].StridesByUse!) strides.Count(s => Is(s["foot"], foot) && Is(s["use"], use)).ShouldBe(count, $"{foot} {use}");
        results.Summary!.Statistics.SteadyForward.Both.Strides.ShouldBe(strides.Count(s => Is(s["use"], "steady") && Is(s["direction"], "forward")));
        bouts.Count.ShouldBe(results.Summary.Totals.Bouts);
        turns.Count.ShouldBe(results.Summary.Totals.Turns);
        foreach (Dictionary<string, string> bout in bouts)
        {
            List<Dictionary<string, string>> own = [.. strides.Where(s => Is(s["bout"], bout["bout"]))];
            own.Count.ShouldBe(int.Parse(bout["strides"], CultureInfo.InvariantCulture));
            own.Count(s => Is(s["use"], "steady")).ShouldBe(int.Parse(bout["steady_strides"], CultureInfo.InvariantCulture));
            own.ShouldAllBe(s => Number(s["end_s"]) >= Number(bout["start_s"]) && Number(s["terminal_contact_s"]) <= Number(bout["end_s"]));
        }

        // Shares of a whole are a whole.
        foreach (Dictionary<string, string> s in strides.Where(s => s["start_s"].Length > 0))
        {
            (Number(s["stance_percent"]) + Number(s["swing_percent"])).ShouldBe(100, 1e-3);
            if (s["loading_percent"].Length > 0 && s["push_off_percent"].Length > 0) (Number(s["loading_percent"]) + Number(s["foot_flat_percent"]) + Number(s["push_off_percent"])).ShouldBe(100, 1e-3);
            s["max_sensor_lift_m"].ShouldBe(s["clearance_m"]);
        }
    }

    [Fact]
    public void Turns_OfSimulatedTurns_HaveTheirAngleSideDurationAndRate()
    {
        SimulatedRecording recording = SimulationPresets.Find("turns")!.Record(seed: 1, durationS: 75);
        (WalkResults results, MemoryStore store) = Walk("turns", 75);
        List<(double From, double To, double Rad, double Rate)> truth = TrueTurns(recording.Walk);
        List<Dictionary<string, string>> turns = Rows(store, "turns.csv");
        truth.Count.ShouldBeGreaterThan(3);
        int found = 0;
        foreach ((double from, double to, double rad, double rate) in truth.Where(t => Math.Abs(t.Rad) > 60 * Math.PI / 180))
        {
            Dictionary<string, string>? turn = turns.FirstOrDefault(t => Number(t["start_s"]) < to && Number(t["end_s"]) > from);
            turn.ShouldNotBeNull($"a turn of {rad * 180 / Math.PI:0} degrees at {from:0.0} s");
            string all = $"{rad * 180 / Math.PI:0} degrees from {from:0.00} to {to:0.00} s at {rate * 180 / Math.PI:0} degrees/s: {string.Join(',', turn.Values)}";
            turn["direction"].ShouldBe(rad > 0 ? "left" : "right", all);
            Number(turn["angle_deg"]).ShouldBe(rad * 180 / Math.PI, 25, all);
            Number(turn["start_s"]).ShouldBe(from, 0.7, all);
            Number(turn["end_s"]).ShouldBe(to, 0.7, all);
            Number(turn["peak_rate_degps"]).ShouldBe(rate * 180 / Math.PI, 0.15 * rate * 180 / Math.PI, all);
            found++;
        }

        found.ShouldBeGreaterThan(2);
        results.Summary!.Turns!.Turns.ShouldBe(turns.Count);
        results.Summary.Turns.Left.ShouldBe(turns.Count(t => Is(t["direction"], "left")));
    }

    // Strides of the truth that turn by 15 degrees or more, together while they overlap and go the same way.
    private static List<(double From, double To, double Rad, double Rate)> TrueTurns(SimulatedWalk walk)
    {
        List<List<SimulatedStride>> turns = [];
        foreach (SimulatedStride s in walk.Strides.Where(s => Math.Abs(s.TurnRad) >= 15 * Math.PI / 180).OrderBy(s => s.MidStanceStartS))
        {
            if (turns.Count > 0 && Math.Sign(turns[^1][0].TurnRad) == Math.Sign(s.TurnRad) && s.MidStanceStartS < turns[^1].Max(t => t.MidStanceEndS)) turns[^1].Add(s);
            else turns.Add([s]);
        }

        return [.. turns.Select(t => (
            t.Min(s => s.TerminalContactS), t.Max(s => s.EndS), t.GroupBy(s => s.Foot).Average(f => f.Sum(s => s.TurnRad)),
            t.Where(s => s.StartS is not null).GroupBy(s => s.Foot).Average(f => f.Max(s => Math.Abs(s.TurnRad) / (s.EndS - s.StartS!.Value)))))];
    }

    private static (WalkResults Results, MemoryStore Store) Walk(string preset, double durationS)
    {
        SimulatedRecording recording = SimulationPresets.Find(preset)!.Record(seed: 1, durationS: durationS);
        SampledSource source = new(preset, null, recording.Readings(Foot.Left), recording.Readings(Foot.Right), recording.DeclaredMounting, []);
        MemoryStore store = new();
        WalkResults results = new(store);
        Walks.Run(source, [results]);
        return (results, store);
    }

    private static List<Dictionary<string, string>> Rows(MemoryStore store, string table)
    {
        string[] lines = Encoding.UTF8.GetString(store.Files[table]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => columns.Zip(l.Split(',')).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal))];
    }

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
