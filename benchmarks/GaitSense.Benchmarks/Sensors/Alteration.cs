using GaitSense.Core;
using GaitSense.Simulation.Motion;

namespace GaitSense.Benchmarks;

/// <summary>One thing that is wrong with a sensor, and whether it was named.</summary>
/// <param name="Name">What is done to its samples.</param>
/// <param name="Of">Does it; the instant is in the midst of the walk.</param>
/// <param name="IsNamed">Whether what is known of a foot names it.</param>
internal sealed record Alteration(string Name, Func<ImuSample[], DeviceTime, ImuSample[]> Of, Func<FootFindings, bool> IsNamed)
{
    private const double G = FootState.GravityMps2, FrozenS = 3;

    public static IReadOnlyList<Alteration> All { get; } =
    [
        .. from axis in Enumerable.Range(0, 3) from degrees in new[] { 90, 180 } select Turned(axis, degrees),
        .. from axis in Enumerable.Range(0, 3) select AccelMirrored(axis),
        .. from axis in Enumerable.Range(0, 3) select GyroMirrored(axis),
        .. from k in new[] { 0.5, 0.8, 1.25, 2 } select new Alteration(
            FormattableString.Invariant($"accelerometer x {k}"), Each(s => s with { AccelMps2 = s.AccelMps2 * k }), f => f.Has(SensorFaultKind.AccelScale) || f.HasAccelUnit),
        .. from k in new[] { 0.5, 2 } select new Alteration(
            FormattableString.Invariant($"accelerometer x {k} from the middle on"), (samples, start) => [.. samples.Select(s => s.Time < start ? s : s with { AccelMps2 = s.AccelMps2 * k })],
            f => f.Health.AccelScale is { WasRight: true }),
        .. from k in new[] { 0.5, 0.8, 1.25, 2 } select new Alteration(
            FormattableString.Invariant($"gyroscope x {k}"), Each(s => s with { GyroRadPerS = s.GyroRadPerS * k }), f => f.Find(SensorFaultKind.GyroScale) is { } found && Math.Abs(Math.Log(found.Value / k)) < 0.2),
        .. from ms in new[] { 20, 50 } select new Alteration($"gyroscope {ms} ms late", (samples, _) => Late(samples, ms * 1e-3), f => f.Has(SensorFaultKind.GyroLate)),
        new Alteration("frozen for 3 s", Frozen, f => f.Has(SensorFaultKind.Frozen)),
        .. from g in new[] { 2.0, 2.5 } select new Alteration(
            FormattableString.Invariant($"clipped at {g} g"), Each(s => s with { AccelMps2 = Clipped(s.AccelMps2, g * G) }), f => f.ClipsAccel),
    ];

    private static Alteration Turned(int axis, int degrees) => new(
        $"accelerometer turned by {degrees} degrees about {"xyz"[axis]}",
        Each(s => s with { AccelMps2 = Turn(Turn(s.AccelMps2, axis), axis, degrees == 180) }),
        f => f.Has(SensorFaultKind.AxesDiffer));

    private static Alteration AccelMirrored(int axis) => new(
        $"accelerometer's {"xyz"[axis]} mirrored", Each(s => s with { AccelMps2 = Mirror(s.AccelMps2, axis) }), f => f.Has(SensorFaultKind.AxesDiffer));

    private static Alteration GyroMirrored(int axis) => new(
        $"gyroscope's {"xyz"[axis]} mirrored", Each(s => s with { GyroRadPerS = Mirror(s.GyroRadPerS, axis) }), f => f.Has(SensorFaultKind.GyroSign));

    private static Func<ImuSample[], DeviceTime, ImuSample[]> Each(Func<ImuSample, ImuSample> change) => (samples, _) => [.. samples.Select(change)];

    private static Vector3D Turn(Vector3D v, int axis, bool isWanted = true) => !isWanted ? v : axis switch
    {
        0 => new Vector3D(v.X, -v.Z, v.Y),
        1 => new Vector3D(v.Z, v.Y, -v.X),
        _ => new Vector3D(-v.Y, v.X, v.Z),
    };

    private static Vector3D Mirror(Vector3D v, int axis) => axis switch { 0 => v with { X = -v.X }, 1 => v with { Y = -v.Y }, _ => v with { Z = -v.Z } };

    private static Vector3D Clipped(Vector3D v, double limit) => new(Math.Clamp(v.X, -limit, limit), Math.Clamp(v.Y, -limit, limit), Math.Clamp(v.Z, -limit, limit));

    // What the gyroscope read so long before, between its samples in a straight line.
    private static ImuSample[] Late(ImuSample[] samples, double lateS)
    {
        var late = new ImuSample[samples.Length];
        for (int i = 0, j = 0; i < samples.Length; i++)
        {
            DeviceTime wanted = samples[i].Time.AddSeconds(-lateS);
            while (j < i && samples[j + 1].Time <= wanted) j++;
            ImuSample a = samples[j], b = samples[Math.Min(j + 1, samples.Length - 1)];
            double apart = b.Time.SecondsSince(a.Time), share = apart > 0 ? Math.Clamp(wanted.SecondsSince(a.Time) / apart, 0, 1) : 0;
            late[i] = samples[i] with { GyroRadPerS = (a.GyroRadPerS * (1 - share)) + (b.GyroRadPerS * share) };
        }

        return late;
    }

    private static ImuSample[] Frozen(ImuSample[] samples, DeviceTime from)
    {
        int at = Array.FindIndex(samples, s => s.Time >= from);
        return [.. samples.Select((s, i) => at >= 0 && i >= at && s.Time.SecondsSince(from) < FrozenS ? samples[at] with { Time = s.Time } : s)];
    }
}
