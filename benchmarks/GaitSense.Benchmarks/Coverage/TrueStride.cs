using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;

namespace GaitSense.Benchmarks;

/// <summary>The truth about a stride and the other foot's contacts around it.</summary>
/// <param name="Stride">The stride.</param>
/// <param name="OtherLandingS">The other foot's landing before its closing contact, s.</param>
/// <param name="OtherReleaseS">The other foot's release after its closing contact, s; null where none follows.</param>
internal sealed record TrueStride(SimulatedStride Stride, double? OtherLandingS, double? OtherReleaseS)
{
    public double? StepTimeS => Stride.EndS - OtherLandingS;

    public double? DoubleSupportS => OtherReleaseS - Stride.EndS;

    public static Dictionary<(Foot Foot, int Index), TrueStride> Of(SimulatedWalk walk)
    {
        List<SimulatedStride>[] feet = [.. ((Foot[])[Foot.Left, Foot.Right]).Select(f => walk.Strides.Where(s => s.Foot == f).OrderBy(s => s.EndS).ToList())];
        Dictionary<(Foot, int), TrueStride> result = [];
        foreach (List<SimulatedStride> own in feet)
        {
            List<SimulatedStride> other = own == feet[0] ? feet[1] : feet[0];
            int at = 0;
            foreach (SimulatedStride s in own)
            {
                while (at < other.Count && other[at].EndS < s.EndS) at++;
                result[(s.Foot, s.Index)] = new(s, at > 0 ? other[at - 1].EndS : null, at < other.Count ? other[at].TerminalContactS : null);
            }
        }

        return result;
    }
}
