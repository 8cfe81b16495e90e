using GaitSense.Core;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Simulation.Tests;

public sealed class MountingErrorTests
{
    private static readonly SimulatedWalk Walk = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(3), WalkSegment.Walk(WalkManner.Forward, 20), WalkSegment.Stand(3)], 4);

    private static ImuSample[] Record(ImuErrorModel model, Foot foot = Foot.Left, double fromS = 0) => SimulatedSensor.Record(Walk[foot], model, fromS, Walk.DurationS, 1);

    [Fact]
    public void Record_VeryStiffMounting_IsTheRigidOne()
    {
        ImuErrorModel ideal = ImuErrorModel.Ideal with { RateHz = 200 };
        ImuSample[] rigid = Record(ideal), stiff = Record(ideal with { SoftMountHz = 100, SoftMountDamping = 1, SoftMountRockRadPerM = 0 });
        double Rms(Func<int, double> of) => Math.Sqrt(Enumerable.Range(0, rigid.Length).Average(i => of(i) * of(i)));
        Rms(i => (stiff[i].AccelMps2 - rigid[i].AccelMps2).Length).ShouldBeLessThan(0.12 * Rms(i => rigid[i].AccelMps2.Length));
        stiff[0].AccelMps2.Z.ShouldBe(FootState.GravityMps2, 1e-6);
    }

    [Theory, InlineData(15), InlineData(30)]
    public void Record_SoftMounting_RingsAtItsOwnFrequencyAfterLanding(double hz)
    {
        ImuErrorModel ideal = ImuErrorModel.Ideal with { RateHz = 800 };
        ImuSample[] rigid = Record(ideal), soft = Record(ideal with { SoftMountHz = hz, SoftMountDamping = 0.05, SoftMountRockRadPerM = 0 });
        SimulatedStride landed = Walk.Strides.Last(s => s.Foot == Foot.Left);
        // Past the last landing the foot is still while the sensor rings on: its upward force crosses gravity twice a period.
        int from = (int)((landed.FootFlatS + 0.01) * 800), crossings = 0;
        int until = from + (int)(800 * 6 / hz);
        for (int i = from; i < until; i++)
            crossings += (soft[i].AccelMps2.Z - FootState.GravityMps2) * (soft[i + 1].AccelMps2.Z - FootState.GravityMps2) < 0 ? 1 : 0;
        crossings.ShouldBeInRange(11, 13);
        rigid[from..until].Max(s => Math.Abs(s.AccelMps2.Z - FootState.GravityMps2)).ShouldBeLessThan(1e-9);
        soft[^1].AccelMps2.Z.ShouldBe(FootState.GravityMps2, 0.02);
    }

    [Fact]
    public void Record_SoftMounting_RocksButStaysMountedAsItWas()
    {
        ImuErrorModel ideal = ImuErrorModel.Ideal with { RateHz = 400 };
        ImuSample[] rigid = Record(ideal), soft = Record(ideal with { SoftMountHz = 20 });
        soft.Zip(rigid, (a, b) => (a.GyroRadPerS - b.GyroRadPerS).Length).Max().ShouldBeInRange(0.2, 8);
        // Over the whole walk the rocking comes back to where it was.
        Vector3D sum = default;
        for (int i = 0; i < rigid.Length; i++) sum += (soft[i].GyroRadPerS - rigid[i].GyroRadPerS) * (1.0 / 400);
        sum.Length.ShouldBeLessThan(0.02);
    }

    [Fact]
    public void Record_Slip_TurnsTheSensorFromThenOnAndItsGyroscopeFeelsIt()
    {
        double until = Walk.DurationS - 2;
        ImuErrorModel ideal = ImuErrorModel.Ideal with { RateHz = 400 };
        ImuErrorModel slip = ideal with { SlipRad = new(0, 0.3, 0), SlipAtS = until, SlipOverS = 0.2, SlipFoot = Foot.Right };
        ImuSample[] rigid = Record(ideal, Foot.Right), slipped = Record(slip, Foot.Right);
        slipped[..(int)(until * 400)].ShouldBe(rigid[..(int)(until * 400)]);
        slipped[^1].AccelMps2.X.ShouldBe(-FootState.GravityMps2 * Math.Sin(0.3), 1e-9);
        slipped.Zip(rigid, (a, b) => a.GyroRadPerS.Y - b.GyroRadPerS.Y).Sum().ShouldBe(0.3 * 400, 0.01);
        Record(slip, Foot.Left).ShouldBe(Record(ideal, Foot.Left));
    }

    [Fact]
    public void Record_SlipAboutTheLongAxis_IsMirroredBetweenTheFeet()
    {
        ImuErrorModel slip = ImuErrorModel.Ideal with { SlipRad = new(0.2, 0, 0), SlipAtS = 1 };
        double left = Record(slip)[^1].AccelMps2.Y, right = Record(slip, Foot.Right)[^1].AccelMps2.Y;
        left.ShouldBe(FootState.GravityMps2 * Math.Sin(0.2), 1e-9);
        right.ShouldBe(-left, 1e-9);
    }

    [Fact]
    public void Record_WarmingUp_DriftsTheBiasTowardItsEnd()
    {
        SimulatedWalk standing = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(120), WalkSegment.Walk(WalkManner.Forward, 2)], 4);
        ImuErrorModel cold = ImuErrorModel.Ideal with { WarmUpK = 20, WarmUpTimeS = 30, GyroBiasPerKSdRadPerS = 0.001, AccelBiasPerKSdMps2 = 0.01 };
        ImuSample[] rest = SimulatedSensor.Record(standing.Left, cold, 0, 119, 3);
        Vector3D Gyro(double s) => rest[(int)(s * cold.RateHz)].GyroRadPerS;
        Gyro(0).Length.ShouldBe(0, 1e-9);
        Gyro(118).Length.ShouldBeInRange(0.005, 0.08);
        (Gyro(30).Length / Gyro(118).Length).ShouldBe((1 - Math.Exp(-1)) / (1 - Math.Exp(-118 / 30.0)), 1e-6);
        (rest[^1].AccelMps2 - rest[0].AccelMps2).Length.ShouldBeInRange(0.05, 0.8);
    }

    [Fact]
    public void Record_Radio_LosesWholePacketsAndInventsNothing()
    {
        ImuErrorModel ideal = ImuErrorModel.Ideal;
        ImuSample[] all = Record(ideal), some = Record(ideal with { Radio = new() { SamplesPerPacket = 4, LossShare = 0.2, DisconnectsPerMin = 3 } });
        some.Length.ShouldBeLessThan(all.Length);
        HashSet<long> kept = [.. some.Select(s => s.Time.Microseconds)];
        some.ShouldBeSubsetOf(all);
        for (int i = 0; i + 4 <= all.Length; i += 4)
            all[i..(i + 4)].Count(s => kept.Contains(s.Time.Microseconds)).ShouldBeOneOf(0, 4);
    }

    [Theory, InlineData(2), InlineData(300)]
    public void Record_ImpossibleSpring_IsTheCallersBug(double hz) => Should.Throw<ArgumentException>(() => Record(new ImuErrorModel { SoftMountHz = hz }));
}
