using GaitSense.Core;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Radio;

namespace GaitSense.Simulation.Sensor;

/// <summary>A simulated sensor on one foot: reads the true motion through an error model.</summary>
public static class SimulatedSensor
{
    /// <summary>Records one foot.</summary>
    /// <param name="trajectory">The foot's true motion.</param>
    /// <param name="model">The sensor's errors.</param>
    /// <param name="fromS">True time of the first sample, s; the recording's clock starts there.</param>
    /// <param name="toS">True time at which recording ends, s.</param>
    /// <param name="seed">The same seed gives the same readings, bit for bit.</param>
    /// <exception cref="ArgumentException">The model's rate, averaging, loss, mounting or radio is impossible.</exception>
    public static ImuSample[] Record(FootTrajectory trajectory, ImuErrorModel model, double fromS, double toS, ulong seed) => [.. Readings(trajectory, model, fromS, toS, seed)];

    /// <summary>The same readings one by one, so that hours of them need no memory.</summary>
    /// <inheritdoc cref="Record"/>
    public static IEnumerable<ImuSample> Readings(FootTrajectory trajectory, ImuErrorModel model, double fromS, double toS, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        ArgumentNullException.ThrowIfNull(model);
        if (model.RateHz is not (>= 10 and <= 2000)) throw new ArgumentException($"A rate of {model.RateHz} Hz is outside 10 to 2000.", nameof(model));
        if (model.SubSamples < 1) throw new ArgumentException("A reading averages at least one instant.", nameof(model));
        if (model.LossShare is not (>= 0 and < 0.9)) throw new ArgumentException("The share of lost samples must be from 0 to below 0.9.", nameof(model));
        if (model.SoftMountHz is not (0 or (>= 5 and <= 100))) throw new ArgumentException($"A soft mounting of {model.SoftMountHz} Hz is outside 5 to 100.", nameof(model));
        if (!(model.SlipOverS > 0)) throw new ArgumentException("A slip takes time.", nameof(model));
        return Read(trajectory, model, fromS, toS, seed);
    }

    private static IEnumerable<ImuSample> Read(FootTrajectory trajectory, ImuErrorModel model, double fromS, double toS, ulong seed)
    {
        ulong stream = trajectory.Foot == Foot.Left ? 10UL : 20UL;
        SensorErrors accel = new(
            model, model.AccelNoiseMps2PerRootHz, model.AccelBiasSdMps2, model.AccelBiasWalkMps2PerRootS, model.AccelRangeMps2,
            model.AccelBiasPerKSdMps2, new(seed, stream), new(seed, stream + 4));
        SensorErrors gyro = new(
            model, model.GyroNoiseRadPerSPerRootHz, model.GyroBiasSdRadPerS, model.GyroBiasWalkRadPerSPerRootS, model.GyroRangeRadPerS,
            model.GyroBiasPerKSdRadPerS, new(seed, stream + 1), new(seed, stream + 5));
        LossProcess loss = new(model, new(seed, stream + 2));
        DeterministicRandom jitter = new(seed, stream + 3);
        SoftMount mount = new(trajectory, model, fromS);
        MountingAxes mounting = ActualMounting(model, trajectory.Foot);

        double period = 1 / (model.RateHz * (1 + (model.RateErrorPpm * 1e-6)));
        int count = Math.Max(0, (int)Math.Floor((toS - fromS) / period) + 1);
        bool[] lost = LostByRadio(model, period, count, seed, trajectory.Foot);
        DeviceTime last = new(long.MinValue);
        for (int k = 0; k < count; k++)
        {
            double since = k * period;
            (Vector3D force, Vector3D rate) = Average(mount, fromS + since, period, model.SubSamples);
            double warmer = model.WarmUpK == 0 ? 0 : model.WarmUpK * (1 - Math.Exp(-since / model.WarmUpTimeS));
            Vector3D readForce = accel.Read(ToSensor(mounting, force), warmer), readRate = gyro.Read(ToSensor(mounting, rate), warmer);
            double stamp = (since * (1 + (model.ClockErrorPpm * 1e-6))) + (model.TimestampJitterS * jitter.NextVariation());
            if (loss.Next() || (lost.Length > 0 && lost[k])) continue;
            DeviceTime time = DeviceTime.FromSeconds(Math.Max(0, stamp));
            if (time < last) time = last;
            last = time;
            Clipping clipped = Clipping.None;
            if (model.DeclaresClipping && accel.IsAtEnd(in readForce)) clipped |= Clipping.Accel;
            if (model.DeclaresClipping && gyro.IsAtEnd(in readRate)) clipped |= Clipping.Gyro;
            yield return new ImuSample(time, readForce, readRate, clipped);
        }
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

    private static bool[] LostByRadio(ImuErrorModel model, double period, int count, ulong seed, Foot foot)
    {
        if (model.Radio is not { } radio) return [];
        bool[] lost = new bool[count];
        double[] times = new double[count];
        for (int i = 0; i < count; i++) times[i] = i * period;
        foreach (RadioPacket packet in new RadioLink(radio, seed, (ulong)foot).SendAll(times))
            if (packet.IsLost) lost.AsSpan(packet.FirstSample, packet.SampleCount).Fill(true);
        return lost;
    }

    private static Vector3D ToSensor(in MountingAxes m, in Vector3D foot) => (m.Forward * foot.X) + (m.Left * foot.Y) + (m.Up * foot.Z);

    private static (Vector3D Force, Vector3D Rate) Average(SoftMount mount, double time, double period, int subSamples)
    {
        Vector3D force = default, rate = default;
        for (int i = 0; i < subSamples; i++)
        {
            (Vector3D f, Vector3D r) = mount.At(time + (period * (((i + 0.5) / subSamples) - 0.5)));
            force += f;
            rate += r;
        }

        return (force * (1.0 / subSamples), rate * (1.0 / subSamples));
    }
}
