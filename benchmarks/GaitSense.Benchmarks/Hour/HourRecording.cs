using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Simulation;

namespace GaitSense.Benchmarks;

/// <summary>A long plain recording of both feet: one simulated walk of about a minute again and again, its time going on.</summary>
internal static class HourRecording
{
    private const double RateHz = 102.4;
    private const int LapSamples = 6144;

    /// <summary>Writes the recording; its rows for each foot are the result.</summary>
    public static int Write(string folder, double minutes)
    {
        SimulatedWalk walk = SimulatedInput.Walk(LapSamples / RateHz);
        PlainRecordingInfo info = new()
        {
            Description = "A simulated walk, repeated",
            Sensors = [new(Foot.Left, "left.csv", RateHz, MountingAxes.Identity), new(Foot.Right, "right.csv", RateHz, MountingAxes.Identity)],
        };
        ImuSample[][] feet = [SimulatedInput.Sample(walk.Left, RateHz, LapSamples), SimulatedInput.Sample(walk.Right, RateHz, LapSamples)];
        int rows = (int)(minutes * 60 * RateHz);
        using PlainRecordingWriter writer = new(folder, info);
        for (int i = 0; i < rows; i++)
        {
            DeviceTime time = DeviceTime.FromSeconds(i / RateHz);
            writer.Write(Foot.Left, feet[0][i % LapSamples] with { Time = time });
            writer.Write(Foot.Right, feet[1][i % LapSamples] with { Time = time });
        }

        writer.Complete();
        return rows;
    }
}
