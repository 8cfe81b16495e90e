using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>What the core says of a swing's path, of the parts of stance and of the toes' direction, against walks whose truth is known.</summary>
public sealed class SwingShapeTests
{
    // Name; largest mean error and largest scatter of excursion and width, cm; of the path's length, %; of the greatest speed, %. And of the greatest rate, %: walking backward it is reached at the landing itself, whose time decides how much of it counts.
    [Theory]
    [InlineData("healthy", 1, 1, 2, 4, 3)]
    [InlineData("healthy-slow", 1, 1, 2, 4, 3)]
    [InlineData("ms-mild", 1, 1, 2, 4, 3)]
    [InlineData("ms-spastic", 1, 1, 2, 4, 3)]
    [InlineData("ms-foot-drop-severe", 1, 1, 2, 4, 5)]
    [InlineData("backward-practice", 1, 1, 2, 4, 13)]
    public void Path_OfStraightStrides_IsAsWideAndAsLongAsItWas(string preset, double biasCm, double sdCm, double pathPercent, double speedPercent, double ratePercent)
    {
        Agreement a = WalkedPresets.AgreementOf(preset);
        SimulatedRecording recording = WalkedPresets.RecordingOf(preset);
        List<(SwingShape True, SwingShape Found)> pairs = [.. a.Pairs
            .Where(p => p.True.Direction is WalkingDirection.Forward or WalkingDirection.Backward && Math.Abs(p.True.TurnRad) < 0.2 && p.True.StartS is not null)
            .Select(p => (TruthOf(recording, p.True), p.Found.Swing!.Value))];
        pairs.Count.ShouldBeGreaterThan(20);
        (double Bias, double Sd) lateral = Errors(pairs, s => 100 * s.LateralM!.Value), width = Errors(pairs, s => 100 * s.WidthM!.Value);
        (double Bias, double Sd) path = Errors(pairs, s => 100 * s.PathLengthM / pairs.Average(p => p.True.PathLengthM)), speed = Errors(pairs, s => 100 * s.PeakSpeedMps / pairs.Average(p => p.True.PeakSpeedMps));
        string all = $"{preset}: lateral {lateral} of {pairs.Average(p => 100 * p.True.LateralM)} cm, width {width} cm, path {path} %, speed {speed} %";
        foreach (var (bias, sd) in new[] { lateral, width })
        {
            Math.Abs(bias).ShouldBeLessThan(biasCm, all);
            sd.ShouldBeLessThan(sdCm, all);
        }

        Math.Abs(path.Bias).ShouldBeLessThan(pathPercent, all);
        Math.Abs(speed.Bias).ShouldBeLessThan(speedPercent, all);
        Errors(pairs, s => 100 * s.PeakRateRadPerS / pairs.Average(p => p.True.PeakRateRadPerS)).Bias.ShouldBe(0, ratePercent, all);
    }

    [Fact]
    public void Excursion_OfALegThatSwingsOut_IsLargerThanThatOfTheOther()
    {
        Agreement a = WalkedPresets.AgreementOf("ms-spastic");
        double Mean(Foot foot) => a.Pairs.Where(p => p.Found.Foot == foot && Math.Abs(p.True.TurnRad) < 0.2).Average(p => p.Found.Swing!.Value.LateralM!.Value);
        (Mean(Foot.Left) - Mean(Foot.Right)).ShouldBeGreaterThan(0.03, "the left leg swings out by 8 cm");
    }

    [Theory, InlineData("healthy"), InlineData("ms-mild"), InlineData("healthy-slow")]
    public void FootFlatAndHeelOff_LieInTheStanceInTheirOrder_AndWhereTheyWere(string preset)
    {
        // By their definition: the true sagittal rotation falls below, and passes again, 0.5 rad/s. Where a sole begins to leave the ground the heel rises too slowly for any gyroscope.
        Agreement a = WalkedPresets.AgreementOf(preset);
        SimulatedRecording recording = WalkedPresets.RecordingOf(preset);
        List<double> flat = [], off = [];
        var byFoot = a.Pairs.GroupBy(p => p.Found.Foot);
        foreach (var foot in byFoot)
        {
            var pairs = foot.OrderBy(p => p.True.EndS).ToList();
            for (int i = 1; i < pairs.Count; i++)
            {
                Stride s = pairs[i].Found;
                if (s.Start is not { } start || s.FootFlat is not { } f || s.HeelOff is not { } h || pairs[i].True.StartS is null) continue;
                (start <= f && f <= h && h <= s.TerminalContact).ShouldBeTrue($"at {s.End.Seconds} s");
                flat.Add(f.Seconds - TimeOf(pairs[i].True, pairs[i].True.StartS!.Value, rises: false));
                off.Add(h.Seconds - TimeOf(pairs[i].True, pairs[i].True.MidStanceStartS, rises: true));
            }
        }

        string all = $"{preset}: n {flat.Count} of {a.Pairs.Count}, flat {1000 * flat.Average():0} ms, off {1000 * off.Average():0} ms";
        flat.Count.ShouldBeGreaterThan(a.Pairs.Count / 2, all);
        Math.Abs(flat.Average()).ShouldBeLessThan(0.015, all);
        Math.Abs(off.Average()).ShouldBeLessThan(0.015, all);

        double TimeOf(SimulatedStride s, double fromS, bool rises)
        {
            for (double t = fromS; t < s.TerminalContactS; t += 0.001)
                if (Math.Abs(recording.Walk[s.Foot].At(t).AngularRateRadPerS.Y) >= 0.5 == rises && Math.Abs(recording.Walk[s.Foot].At(t + 0.03).AngularRateRadPerS.Y) >= 0.5 == rises) return t;
            throw new InvalidOperationException($"never at {s.EndS} s");
        }
    }

    [Theory, InlineData("healthy"), InlineData("ms-mild"), InlineData("backward-practice")]
    public void ToeOut_OfADeclaredMounting_IsTheAngleOfTheFootAgainstItsWay(string preset)
    {
        Agreement a = WalkedPresets.AgreementOf(preset);
        SimulatedRecording recording = WalkedPresets.RecordingOf(preset);
        var straight = a.Pairs.Where(p => p.Found.ToeOutRad is not null && Math.Abs(p.True.TurnRad) < 0.05 && p.True.StartS is not null).ToList();
        straight.Count.ShouldBeGreaterThan(20);
        (straight.Average(p => p.Found.ToeOutRad!.Value - TrueToeOut(recording, p.True)) * 180 / Math.PI).ShouldBe(0, 2.5);
    }

    [Fact]
    public void ToeOut_OfALearnedMounting_IsNotSaid() => WalkedPresets.AgreementOf("unknown-mounting").Pairs.ShouldAllBe(p => p.Found.ToeOutRad == null);

    [Fact]
    public void Stride_UnderATenthOfAMetre_HasNoLineToBeBesideOf() =>
        WalkedPresets.AgreementOf("in-place").Pairs.Where(p => p.Found.LengthM < 0.1).ShouldAllBe(p => p.Found.Swing!.Value.LateralM == null && p.Found.Swing.Value.PathLengthM > 0);

    private static double TrueToeOut(SimulatedRecording recording, SimulatedStride s)
    {
        FootTrajectory foot = recording.Walk[s.Foot];
        FootState from = foot.At(s.MidStanceStartS), to = foot.At(s.MidStanceEndS);
        Vector3D way = (to.PositionM - from.PositionM) * (s.Direction == WalkingDirection.Backward ? -1 : 1);
        double left = (0.5 * (from.HeadingRad + to.HeadingRad)) - Math.Atan2(way.Y, way.X);
        left -= 2 * Math.PI * Math.Round(left / (2 * Math.PI));
        return s.Foot == Foot.Left ? left : -left;
    }

    private static SwingShape TruthOf(SimulatedRecording recording, SimulatedStride s)
    {
        FootTrajectory foot = recording.Walk[s.Foot];
        Vector3D start = foot.At(s.MidStanceStartS).PositionM, way = foot.At(s.MidStanceEndS).PositionM - start, last = start;
        double size = Math.Sqrt((way.X * way.X) + (way.Y * way.Y)), left = 0, right = 0, length = 0, speed = 0, rate = 0;
        for (double t = s.MidStanceStartS; t <= s.MidStanceEndS; t += 0.001)
        {
            FootState at = foot.At(t);
            Vector3D d = at.PositionM - start;
            double side = ((d.Y * way.X) - (d.X * way.Y)) / size;
            (left, right) = (Math.Max(left, side), Math.Max(right, -side));
            length += (at.PositionM - last).Length;
            last = at.PositionM;
            speed = Math.Max(speed, at.VelocityMps.Length);
            if (t <= s.EndS) rate = Math.Max(rate, at.AngularRateRadPerS.Length);
        }

        return new SwingShape(Math.Max(left, right), left + right, length, speed, rate);
    }

    private static (double Bias, double Sd) Errors(List<(SwingShape True, SwingShape Found)> pairs, Func<SwingShape, double> of)
    {
        double bias = pairs.Average(p => of(p.Found) - of(p.True));
        return (Math.Round(bias, 2), Math.Round(Math.Sqrt(pairs.Average(p => Math.Pow(of(p.Found) - of(p.True) - bias, 2))), 2));
    }
}
