using System.Text;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Sessions.Tests;

/// <summary>What a sensor declares of its limits, from the source to strides.csv.</summary>
public sealed class ClippedWalkTests
{
    [Fact]
    public async Task Run_OfSensorsThatDeclareTheirLimit_RejectsStridesAsClipped()
    {
        // An accelerometer of 2 g, whose flat tops look like a slow movement to whoever is not told.
        SimulationPreset preset = SimulationPresets.Find("healthy")!;
        ImuErrorModel narrow = preset.Sensor with { AccelRangeMps2 = 2 * 9.80665 };
        (await RejectedAsync(preset, narrow with { DeclaresClipping = true })).ShouldBeGreaterThan(20);
        (await RejectedAsync(preset, preset.Sensor with { DeclaresClipping = true })).ShouldBe(0);
    }

    private static async Task<int> RejectedAsync(SimulationPreset preset, ImuErrorModel sensor)
    {
        var source = SimulatedRecordings.SourceOf("walk", "a walk", preset.Record(durationS: 30, sensor: sensor), new WalkRunnerOptions());
        string strides = Encoding.UTF8.GetString(Convert.FromHexString((await Walks.FilesAsync(source))["strides.csv"]));
        return strides.Split('\n').Count(row => row.Contains(",false,clipped,", StringComparison.Ordinal));
    }
}
