using System.Globalization;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>The strides of a walk beside the true ones. A true stride is found by a valid stride the middle of whose swing lies in it.</summary>
internal sealed class Agreement
{
    public Agreement(SimulatedRecording recording, Walked walked)
    {
        SimulatedStride[] whole = [.. recording.Walk.Strides.Where(s => s.MidStanceStartS >= recording.FromS)];
        HashSet<Stride> used = [];
        foreach (SimulatedStride t in whole)
        {
            Stride[] inside = [.. walked.Strides.Where(s => s.Foot == t.Foot && IsIn(s, t, recording.FromS))];
            if (inside.FirstOrDefault(s => s.IsValid) is { LengthM: not null } found)
            {
                Pairs.Add((t, found));
                used.Add(found);
            }
            else if (inside.Any(s => s.RejectReason == RejectReason.Gap))
            {
                Broken++;
            }
        }

        True = whole.Length;
        Extra = walked.Strides.Count(s => s.IsValid && !used.Contains(s) && s.TerminalContact.Seconds > 0.5);
        FromS = recording.FromS;
    }

    public List<(SimulatedStride True, Stride Found)> Pairs { get; } = [];

    public int True { get; }

    /// <summary>True strides that a gap broke.</summary>
    public int Broken { get; }

    public int Extra { get; }

    public double FromS { get; }

    public double FoundShare => (double)Pairs.Count / (True - Broken);

    public double DirectionShare
    {
        get
        {
            var named = Pairs.Where(p => p.True.Direction != WalkingDirection.Unknown).ToList();
            return (double)named.Count(p => p.True.Direction == p.Found.Direction) / named.Count;
        }
    }

    public double LengthRmseM => Rms(p => p.Found.LengthM!.Value - p.True.LengthM);

    public double LandingBiasS => Pairs.Average(Landing);

    public double LandingSdS => Rms(p => Landing(p) - LandingBiasS);

    public double ReleaseBiasS => Pairs.Average(Release);

    public double ReleaseSdS => Rms(p => Release(p) - ReleaseBiasS);

    public double ClearanceRmsM => Rms(p => p.Found.ClearanceM!.Value - p.True.ClearanceM);

    public double HeightRmsM => Rms(p => p.Found.HeightChangeM!.Value - p.True.HeightChangeM);

    public double TurnRmsRad => Rms(p => p.Found.TurnRad!.Value - p.True.TurnRad);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"true {True} broken {Broken} found {FoundShare:0.000} extra {Extra} direction {DirectionShare:0.000} length {100 * LengthRmseM:0.0} cm, IC {1000 * LandingBiasS:0} +- {1000 * LandingSdS:0} ms, TC {1000 * ReleaseBiasS:0} +- {1000 * ReleaseSdS:0} ms, clearance {100 * ClearanceRmsM:0.0} cm, height {100 * HeightRmsM:0.0} cm, turn {TurnRmsRad * 180 / Math.PI:0.0} deg");

    private static bool IsIn(in Stride s, SimulatedStride t, double fromS)
    {
        double middle = fromS + ((s.TerminalContact.Seconds + s.End.Seconds) / 2);
        return middle >= t.MidStanceStartS && middle <= t.MidStanceEndS;
    }

    private double Landing((SimulatedStride True, Stride Found) p) => p.Found.End.Seconds + FromS - p.True.EndS;

    private double Release((SimulatedStride True, Stride Found) p) => p.Found.TerminalContact.Seconds + FromS - p.True.TerminalContactS;

    private double Rms(Func<(SimulatedStride True, Stride Found), double> error) =>
        Math.Sqrt(Pairs.Select(error).Select(e => e * e).DefaultIfEmpty(double.NaN).Average());
}
