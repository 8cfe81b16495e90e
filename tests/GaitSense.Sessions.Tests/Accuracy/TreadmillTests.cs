using GaitSense.Core;

namespace GaitSense.Sessions.Tests;

/// <summary>
/// Walking on a treadmill from the first sample to the last: the foot never rests, the belt hums. All strides are of one belt, so they are about as long as
/// each other. The recordings are not part of this repository: without them, every test here is skipped.
/// </summary>
public sealed class TreadmillTests
{
    [Theory, InlineData("gottlieb-forward-heel"), InlineData("gottlieb-forward-toe")]
    public async Task Strides_OfOneBelt_NeitherScatterNorDrift(string name)
    {
        Heard heard = await RealWalks.MoreAsync(name);
        foreach (Foot foot in new[] { Foot.Left, Foot.Right })
        {
            Stride[] strides = [.. heard.ValidOf(foot).Where(s => s.Start is not null)];
            strides.Length.ShouldBeInRange(27, 30);
            double[] lengths = [.. strides.Select(s => s.LengthM!.Value)], times = [.. strides.Select(s => s.End.Seconds)];
            double mean = lengths.Average(), middle = times.Average();
            double spread = Math.Sqrt(lengths.Average(l => (l - mean) * (l - mean))), length = Math.Sqrt(times.Sum(t => (t - middle) * (t - middle)));
            spread.ShouldBeLessThan(0.05, $"{foot}");
            double slopeMps = lengths.Zip(times, (l, t) => (l - mean) * (t - middle)).Sum() / (length * length);
            // No more than chance makes of that scatter (two standard errors), whatever the walk: .2 cm/s at most.
            Math.Abs(slopeMps).ShouldBeLessThan(2 * spread / length, $"{foot}");
        }
    }
}
