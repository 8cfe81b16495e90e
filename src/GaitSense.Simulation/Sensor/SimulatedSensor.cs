using GaitSense.Core;

namespace GaitSense.Simulation;

/// <summary>A simulated sensor on one foot: reads the true motion through an error model.</summary>
public static class SimulatedSensor
{
    /// <summary>Records one foot.</summary>
    /// <param name="trajectory">The foot's true motion.</param>
    /// <param name="model">The sensor's errors.</param>
    /// <param name="fromS">True time of the first sample, s; the recording's clock starts there.</param>
    /// <param name="toS">True time at which recording ends, s.</param>
    /// <param name="seed">The same seed gives the same readings, bit for bit.</param>
    /// <exception cref="ArgumentException">The model's rate, averaging or loss is impossible.</exception>
    public static ImuSample[] Record(FootTrajectory trajectory, ImuErrorModel model, double fromS, double toS, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        ArgumentNullException.ThrowIfNull(model);
        if (model.RateHz is not (>= 10 and <= 2000)) throw new ArgumentException($"A rate of {model.RateHz} Hz is outside 10 to 2000.", nameof(model));
        if (model.SubSamples < 1) throw new ArgumentException("A reading averages at least one instant.", nameof(model));
        if (model.LossShare is not (>= 0 and < 0.9)) throw new ArgumentException("The share of lost samples must be from 0 to below 0.9.", nameof(model));

        ulong stream = trajectory.Foot == Foot.Left ? 10UL : 20UL;
        SensorErrors accel = new(
            model, model.AccelNoiseMps2PerRootHz, model.AccelBiasSdMps2, model.AccelBiasWalkMps2PerRootS, model.AccelRangeMps2, new(seed, stream));
        SensorErrors gyro = new(
            model, model.GyroNoiseRadPerSPerRootHz, model.GyroBiasSdRadPerS, model.GyroBiasWalkRadPerSPerRootS, model.GyroRangeRadPerS, new(seed, stream + 1));
        LossProcess loss = new(model, new(seed, stream + 2));
        DeterministicRandom jitter = new(seed, stream + 3);
        MountingAxes mounting = ActualMounting(model, trajectory.Foot);

        double period = 1 / (model.RateHz * (1 + (model.RateErrorPpm * 1e-6)));
        int count = Math.Max(0, (int)Math.Floor((toS - fromS) / period) + 1);
        List<ImuSample> samples = new(count);
        DeviceTime last = new(long.MinValue);
        for (int k = 0; k < count; k++)
        {
            double since = k * period;
            (Vector3D force, Vector3D rate) = Average(trajectory, fromS + since, period, model.SubSamples);
            Vector3D readForce = accel.Read(ToSensor(mounting, force)), readRate = gyro.Read(ToSensor(mounting, rate));
            double stamp = (since * (1 + (model.ClockErrorPpm * 1e-6))) + (model.TimestampJitterS * jitter.NextVariation());
            if (loss.Next()) continue;
            DeviceTime time = DeviceTime.FromSeconds(Math.Max(0, stamp));
            if (time < last) time = last;
            last = time;
            samples.Add(new(time, readForce, readRate));
        }

        return [.. samples];
    }

    /// <summary>How the sensor really sits: the declared axes, tilted by the shoe.</summary>
    public static MountingAxes ActualMounting(ImuErrorModel model, Foot foot)
    {
        ArgumentNullException.ThrowIfNull(model);
        double outward = foot == Foot.Left ? model.TiltOutwardRad : -model.TiltOutwardRad;
        (double sp, double cp) = Math.SinCos(model.TiltForwardRad);
        (double sr, double cr) = Math.SinCos(-outward);
        // Columns of Ry(tilt) Rx(roll): the tilted sensor's declared axes, seen from the foot.
        Vector3D x = new(cp, 0, -sp), y = new(sp * sr, cr, cp * sr), z = new(sp * cr, -sr, cp * cr);
        MountingAxes m = model.Mounting;
        return new(Seen(new(x.X, y.X, z.X)), Seen(new(x.Y, y.Y, z.Y)), Seen(new(x.Z, y.Z, z.Z)));

        Vector3D Seen(in Vector3D tilted) => (m.Forward * tilted.X) + (m.Left * tilted.Y) + (m.Up * tilted.Z);
    }

    private static Vector3D ToSensor(in MountingAxes m, in Vector3D foot) => (m.Forward * foot.X) + (m.Left * foot.Y) + (m.Up * foot.Z);

    private static (Vector3D Force, Vector3D Rate) Average(FootTrajectory trajectory, double time, double period, int subSamples)
    {
        Vector3D force = default, rate = default;
        for (int i = 0; i < subSamples; i++)
        {
            FootState state = trajectory.At(time + (period * (((i + 0.5) / subSamples) - 0.5)));
            force += state.SpecificForceMps2;
            rate += state.AngularRateRadPerS;
        }

        return (force * (1.0 / subSamples), rate * (1.0 / subSamples));
    }
}
