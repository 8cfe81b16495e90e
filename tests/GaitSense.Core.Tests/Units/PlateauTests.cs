using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

public sealed class PlateauTests
{
    private const double LowestAccel = 35, LowestGyro = 4;

    public static TheoryData<string, double> Walks
    {
        get
        {
            TheoryData<string, double> walks = [];
            foreach (SimulationPreset preset in SimulationPresets.All)
                foreach (double rateHz in new double[] { 50, 100, 400 }) walks.Add(preset.Name, rateHz);
            return walks;
        }
    }

    [Theory, MemberData(nameof(Walks))]
    public void Push_WalkWithoutAnEndOfRange_NeverTellsOne(string name, double rateHz)
    {
        foreach (Axis axis in AxesOf(Record(name, rateHz, double.PositiveInfinity, double.PositiveInfinity)))
            Array.IndexOf(axis.Flags(), true).ShouldBe(-1, axis.Name);
    }

    [Theory, InlineData(45, 6.1), InlineData(52, 7.3), InlineData(63, 8.7)]
    public void Push_WalkCutOffAtAnOddRange_TellsMostOfWhatIsCutAndNothingElse(double accelMps2, double gyroRadPerS)
    {
        int cut = 0, told = 0;
        foreach (Axis axis in AxesOf(Record("healthy-fast", 100, accelMps2, gyroRadPerS)))
        {
            double end = axis.IsAccel ? accelMps2 : gyroRadPerS;
            foreach ((double value, bool flag) in axis.Values.Zip(axis.Flags()))
            {
                bool isCut = Math.Abs(value) >= 0.9999 * end;
                if (isCut) cut++;
                if (flag) Math.Abs(value).ShouldBeGreaterThan(0.99 * end, axis.Name);
                if (flag && isCut) told++;
            }
        }

        cut.ShouldBeGreaterThan(40);
        ((double)told / cut).ShouldBeGreaterThan(0.75, $"{told} of {cut}");
    }

    [Fact]
    public void Push_GreaterReadingLater_TakesItBack()
    {
        Plateau plateau = default;
        long sample = 0;
        for (int peak = 0; peak < 4; peak++)
        {
            for (int i = 0; i < 3; i++) plateau.Push(50, LowestAccel, ++sample);
            sample += 30;
        }

        plateau.Push(50, LowestAccel, sample += 30).ShouldBeTrue();
        plateau.Push(-60, LowestAccel, sample += 30).ShouldBeFalse();
        plateau.Push(50, LowestAccel, sample += 30).ShouldBeFalse();
    }

    private static SimulatedRecording Record(string name, double rateHz, double accelMps2, double gyroRadPerS)
    {
        SimulationPreset preset = SimulationPresets.Find(name)!;
        return preset.Record(durationS: 40, sensor: preset.Sensor with { RateHz = rateHz, AccelRangeMps2 = accelMps2, GyroRangeRadPerS = gyroRadPerS });
    }

    private static IEnumerable<Axis> AxesOf(SimulatedRecording recording)
    {
        foreach (Foot foot in new[] { Foot.Left, Foot.Right })
        {
            IReadOnlyList<ImuSample> samples = [.. recording.SamplesOf(foot)];
            yield return new Axis($"{foot} accel x", true, [.. samples.Select(s => s.AccelMps2.X)]);
            yield return new Axis($"{foot} accel y", true, [.. samples.Select(s => s.AccelMps2.Y)]);
            yield return new Axis($"{foot} accel z", true, [.. samples.Select(s => s.AccelMps2.Z)]);
            yield return new Axis($"{foot} gyro x", false, [.. samples.Select(s => s.GyroRadPerS.X)]);
            yield return new Axis($"{foot} gyro y", false, [.. samples.Select(s => s.GyroRadPerS.Y)]);
            yield return new Axis($"{foot} gyro z", false, [.. samples.Select(s => s.GyroRadPerS.Z)]);
        }
    }

    private sealed record Axis(string Name, bool IsAccel, double[] Values)
    {
        public bool[] Flags()
        {
            Plateau plateau = default;
            return [.. Values.Select((v, i) => plateau.Push(v, IsAccel ? LowestAccel : LowestGyro, i + 1))];
        }
    }
}
